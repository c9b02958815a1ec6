"""The files of a saved game: the log, which alone is the save, and its companions."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from game.session.file_lock import try_lock


class SaveInUse(OSError):
    """Another window plays this save."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def picture_of(log: Path) -> Path:
    """Return the path of a game's thumbnail."""
    return log.with_suffix(".png")


def hints_of(log: Path) -> Path:
    """Return the path of the record of the hints read in a game."""
    return log.with_suffix(".hints")


def raise_if_in_use(log: Path) -> None:
    """Raise SaveInUse if a window plays a game."""
    with contextlib.suppress(FileNotFoundError, PermissionError), log.open("r+b") as file:
        if not try_lock(file.fileno()):
            raise SaveInUse(log)


def delete_save(log: Path) -> None:
    """Delete a game for good. Raises SaveInUse if it is being played, OSError if its log stays.

    The log goes first: without it, what might be left beside it is no save.
    """
    raise_if_in_use(log)
    log.unlink(missing_ok=True)
    for path in (picture_of(log), hints_of(log)):
        with contextlib.suppress(OSError):
            path.unlink()
