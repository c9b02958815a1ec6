"""Files that a person named: read whole, or a place to write to; else a refusal that says why.

What an exit code means for a file stands at `Exit`.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from game.commands.output import Exit, Refusal
from game.texts import Texts

MAX_FILE_BYTES = 20_000_000
LOOKED_AT = 400  # bytes in which UTF-16 shows
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# What the system says of a path that leads to no file, whoever may read it.
LEADS_NOWHERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})


def read_text_file(path: Path, texts: Texts) -> str:
    """Return the text of a file a person named, or a refusal that says what is wrong with it."""
    try:
        with path.open("rb") as file:  # what has no size, as a pipe, is not read to no end either
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as problem:
        raise cannot_read(path, problem, texts) from None
    if len(data) > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES // 1_000_000
        raise Refusal(texts("cli.file.too_large", path=path, megabytes=megabytes), Exit.BAD)
    if _is_utf_16(data[:LOOKED_AT]):
        raise Refusal(texts("cli.file.utf_16", path=path), Exit.BAD)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refusal(texts("cli.file.not_text", path=path), Exit.BAD) from None


def require_file(path: Path, texts: Texts) -> None:
    """Refuse where a path leads to no file that can be read."""
    try:
        path.open("rb").close()
    except OSError as problem:
        raise cannot_read(path, problem, texts) from None


def cannot_read(path: Path, problem: OSError, texts: Texts) -> Refusal:
    """Return the refusal of a file that the system does not let us read."""
    if isinstance(problem, FileNotFoundError):
        return Refusal(texts("cli.file.missing", path=path))
    if isinstance(problem, IsADirectoryError) or path_is_folder(path):
        return Refusal(texts("cli.file.is_folder", path=path))
    code = Exit.WRONG_USE if problem.errno in LEADS_NOWHERE else Exit.BAD
    reason = problem.strerror or problem
    return Refusal(texts("cli.file.unreadable", path=path, reason=reason), code)


def path_is_folder(path: Path) -> bool:
    """Return True if a path leads to a folder; False where the system does not say."""
    try:
        return path.is_dir()
    except OSError:
        return False


def place_to_write(path: Path, texts: Texts, read: Path | None = None) -> Path:
    """Return the path of a file to write, or a refusal; it follows a link.

    read: a file that the command reads, which must not be what it writes over
    """
    place = _resolved(path, texts)
    is_read = False
    if read is not None and read.exists() and place.exists():
        is_read = place.samefile(read)
    if place.is_dir():
        raise Refusal(texts("cli.file.is_folder", path=path))
    if place.exists() and not place.is_file():
        raise Refusal(texts("cli.file.no_plain_file", path=path))
    if is_read:
        raise Refusal(texts("cli.file.is_read", path=path))
    return place


def cannot_write(path: Path, problem: OSError, texts: Texts) -> Refusal:
    """Return the refusal of a place that the system does not let us write to."""
    return Refusal(texts("cli.cannot_write", path=path, reason=problem.strerror or problem))


def _resolved(path: Path, texts: Texts) -> Path:
    """Where links lead, or a refusal where they lead in a circle.

    Python 3.11 raises there, and 3.13 gives back the link.
    """
    place = path
    with contextlib.suppress(OSError, RuntimeError):
        place = path.resolve()
    if place.is_symlink():
        raise Refusal(texts("cli.cannot_write", path=path, reason=os.strerror(errno.ELOOP)))
    return place


def _is_utf_16(start: bytes) -> bool:
    """Return True if a file begins as UTF-16 does: with its mark, or every other byte zero."""
    if start.startswith(UTF_16_MARKS):
        return True
    half = len(start) // 2
    return half > 0 and max(start[0::2].count(0), start[1::2].count(0)) > half // 2
