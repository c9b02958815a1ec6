"""How a file is written: whole beside its place first, then put there.

A kill, a full disk or a pulled plug at any moment leaves the old file or the new one.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError, and leaves what was there.

    A file that is there keeps its permissions; a new one gets those the system gives to new files.
    """
    beside = path.with_name(f".{path.name[:100]}-{secrets.token_hex(4)}.new")
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
