"""Writes the log of a game in progress, and guards it against other programs.

A kill during `append` loses at most the action being written, whose result nobody has seen: its
line may be cut short, and `go_on` drops it. A kill during `begin` may leave a file without a whole
header, which `read_log` refuses.
"""

from __future__ import annotations

import contextlib
import os
import weakref
from pathlib import Path
from typing import Literal

from game.negotiation.model.actions import Action
from game.negotiation.model.serial import action_to_json
from game.session.file_lock import try_lock
from game.session.log import Header, Log, LogBroken, line_of, lines_of, read_log
from game.session.log_chain import Chain
from game.session.save_files import SaveInUse
from game.texts import Texts

Harm = Literal["deleted", "changed"]


class LogWriter:
    """Appends to one log, which nobody else may write to until it is closed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.chain = Chain()
        self._descriptor = -1  # of the open log, which is locked; -1 where it is closed
        self._closing: weakref.finalize[..., LogWriter] | None = None
        self._stamp: tuple[int, int, int, int] | None = None

    def begin(self, header: Header, *actions: Action) -> None:
        """Make a new log with its first actions.

        Raises FileExistsError where there is one already, OSError where the disk refuses.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._open(os.O_CREAT | os.O_EXCL)
        try:
            try_lock(self._descriptor)
            whole, self.chain = lines_of(header, actions)
            self._write(whole)
        except OSError:
            self.close()
            with contextlib.suppress(OSError):
                self.path.unlink()
            raise

    def hold(self) -> None:
        """Open a log that is there. Raises SaveInUse if another holds it, OSError."""
        self._open()
        if not try_lock(self._descriptor):
            self.close()
            raise SaveInUse(self.path)
        self._stamp = _stamp(os.fstat(self._descriptor))

    def go_on(self, log: Log) -> None:
        """Make the log end with its last whole line. Raises OSError.

        Where there is nothing to mend, a log on a disk that takes no writing can be looked at.
        """
        self.chain = log.chain
        if self._is_closed and (log.was_cut or not log.is_ended):
            self.hold()
        if log.was_cut:
            self._truncate(log.whole_bytes)
        if not log.is_ended:
            self._write(b"\n")
        self._stamp = _stamp(self.path.stat())

    def append(self, action: Action) -> None:
        """Write one more action. Raises OSError if the disk refuses; the log stays as it was."""
        if self._is_closed:
            self.hold()
        line = action_to_json(action)
        chain = self.chain.after(line)
        self._write(line_of(line, chain))
        self.chain = chain

    def close(self) -> None:
        """Let others write to the log."""
        if self._closing is not None:
            self._closing()
        self._descriptor, self._closing = -1, None

    def harm(self, header: Header, actions: tuple[Action, ...]) -> Harm | None:
        """Return what another program did to the log; None if it still holds this game.

        header, actions: what the log has to hold. Raises OSError where it cannot be written to
        """
        try:
            there = self.path.stat()
        except OSError:
            return "deleted"
        if _stamp(there) == self._stamp:
            return None
        try:
            log = read_log(self.path, Texts.load())
        except LogBroken:
            return "changed"
        if log.was_cut or (log.header, log.actions) != (header, actions):
            return "changed"
        self.close()  # it says the same, as after a copy was put back: write to that from now on
        self.hold()
        self.go_on(log)
        return None

    @property
    def _is_closed(self) -> bool:
        return self._closing is None

    def _open(self, how: int = 0) -> None:
        """Open the log; it is closed with the writer at the latest."""
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | how
        self._descriptor = os.open(self.path, flags, 0o666)
        self._closing = weakref.finalize(self, os.close, self._descriptor)

    def _truncate(self, length: int) -> None:
        os.truncate(self._descriptor, length)

    def _write(self, data: bytes) -> None:
        """Put bytes at the end, on the disk before it returns; none where that fails."""
        descriptor = self._descriptor
        before = os.lseek(descriptor, 0, os.SEEK_END)
        left = data
        try:
            while left:  # a disk that fills up takes a part
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                os.truncate(descriptor, before)
            raise
        finally:
            self._stamp = _stamp(os.fstat(descriptor))


def _stamp(status: os.stat_result) -> tuple[int, int, int, int]:
    """Return what is different once another program has written to a file or replaced it."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
