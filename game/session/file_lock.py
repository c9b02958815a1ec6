"""Locks a file for one process; the operating system frees it when the process ends.

The standard library has it in a few lines; `filelock` would leave a second file beside every save,
and a lock that is a file outlives a kill.
"""

from __future__ import annotations

import os
import sys

BYTE_LOCKED = 1 << 30  # on Windows a locked byte cannot be read; no log is as long as that


if sys.platform == "win32":
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """Lock an open file until it is closed; False if another holds it."""
        before = os.lseek(descriptor, 0, os.SEEK_CUR)
        os.lseek(descriptor, BYTE_LOCKED, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, before, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Lock an open file until it is closed; False if another holds it.

        True as well on a file system that has no locks: a save that grows behind the game's back
        is noticed all the same.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
