"""Writes files whole: first beside their place, then moved into it.

A kill, a full disk or a pulled plug at any moment leaves the old file or the new one.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from pathlib import Path

LEFT_AFTER_S = 60.0  # no write takes as long; a younger file may be another window's


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError, and leaves what was there.

    A file that is there keeps its permissions; a new one gets those the system gives to new files.
    """
    _sweep(path)
    beside = path.with_name(f"{_stem(path)}{secrets.token_hex(4)}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):  # none there, or not ours to give
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _stem(path: Path) -> str:
    return f".{path.name[:100]}-"


def _sweep(path: Path) -> None:
    """Remove what a kill left of earlier writes of this file."""
    pattern = re.compile(re.escape(_stem(path)) + r"[0-9a-f]{8}\.new")
    with contextlib.suppress(OSError):
        for each in path.parent.iterdir():
            if pattern.fullmatch(each.name) and time.time() - each.lstat().st_mtime > LEFT_AFTER_S:
                each.unlink()
