"""Work off the drawing thread: the newest request wins, and each answer knows its request."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Request = TypeVar("Request")
Answer = TypeVar("Answer")


class Newest(Generic[Request, Answer]):
    """Answers requests on a thread of its own. A request not begun is replaced by a newer one.

    tell: called on that thread after each answer; it must be safe there
    """

    def __init__(self, work: Callable[[Request], Answer], tell: Callable[[], None]) -> None:
        self._work, self._tell = work, tell
        self._changed = threading.Condition()
        self._wanted: list[Request] = []
        self._done: tuple[Request, Answer] | None = None
        self._fault: Exception | None = None
        self._closed = False
        threading.Thread(target=self._go_on, daemon=True).start()

    def ask(self, request: Request) -> None:
        """Ask; what was asked before and is not begun is forgotten."""
        with self._changed:
            self._wanted = [request]
            self._changed.notify()

    def take(self) -> tuple[Request, Answer] | None:
        """Return the last answer with its request, once; None if there is no new one.

        Raises, once, what the work raised.
        """
        with self._changed:
            fault, self._fault = self._fault, None
            done, self._done = self._done, None
        if fault is not None:
            raise fault
        return done

    def close(self) -> None:
        """Let the thread end when it has nothing in hand."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _go_on(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or bool(self._wanted))
                if self._closed:
                    return
                request = self._wanted.pop()
            try:
                done = request, self._work(request)
            except Exception as fault:  # not to end here unheard: whoever takes the answer hears it
                with self._changed:
                    self._fault = fault
            else:
                with self._changed:
                    self._done = done
            self._tell()
