"""The files of a saved game: its log, which alone is the save, and what lies beside that."""

from __future__ import annotations

import contextlib
from pathlib import Path


def picture_of(log: Path) -> Path:
    """Where the small picture of a game is, if there is one."""
    return log.with_suffix(".png")


def hints_of(log: Path) -> Path:
    """Where the hints that were read in a game are put down, if any was."""
    return log.with_suffix(".hints")


def delete_save(log: Path) -> None:
    """Remove a game for good. Raises OSError where its log stays.

    The log goes first: without it, what might be left beside it is no save.
    """
    log.unlink(missing_ok=True)
    for path in (picture_of(log), hints_of(log)):
        with contextlib.suppress(OSError):
            path.unlink()
