"""Keeps large pictures apart in memory, so that freed ones return to the system.

The C library of most Linux systems serves large blocks from the system and gives each back at
once. But with every one given back it takes larger ones into the common heap, up to 32 MB; there
the small things drawn meanwhile settle behind them, and the holes stay. A size that is set stays
as it is (manual page mallopt(3), M_MMAP_THRESHOLD).

Measured with glibc: a game whose window went to 2560 x 1440, 1920 x 1080 and 3840 x 2160, each time
back to 1280 x 720, holds 112-116 MB with this and 127-151 MB without; at most 156 and 157-185 MB.
"""

from __future__ import annotations

import ctypes
import os

LARGE_BYTES = 1 << 20  # a quarter of a frame of the smallest window
_M_MMAP_THRESHOLD = -3  # malloc.h


def keep_large_blocks_apart() -> bool:
    """From now on, in the whole process; False if the C library has no such setting."""
    if not _is_glibc():
        return False
    return bool(ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES))


def _is_glibc() -> bool:
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").startswith("glibc")
    except (AttributeError, ValueError, OSError):  # Windows; a system that knows no such name
        return False
