"""Two questions to the X server that SDL does not ask.

An X server tells programs how large to draw in its resources (`xrdb`), and whether anything
manages windows by a property of its root (Extended Window Manager Hints 1.5, section 3).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

_ANY_TYPE = 0


def resources() -> str:
    """Return the desktop's resource settings, "" if they cannot be read."""
    with _display() as (x11, display):
        if not display:
            return ""
        x11.XResourceManagerString.restype = ctypes.c_char_p
        found: bytes | None = x11.XResourceManagerString(ctypes.c_void_p(display))
        return (found or b"").decode("latin-1")


def has_window_manager() -> bool:
    """Return whether anything answers what a window asks for; True where that is unknown."""
    with _display() as (x11, display):
        if not display:
            return True
        handle, root = ctypes.c_void_p(display), x11.XDefaultRootWindow(ctypes.c_void_p(display))
        name = x11.XInternAtom(handle, b"_NET_SUPPORTING_WM_CHECK", False)
        kind, size = ctypes.c_ulong(), ctypes.c_int()
        count, left, found = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        x11.XGetWindowProperty(
            *(handle, ctypes.c_ulong(root), ctypes.c_ulong(name)),
            *(ctypes.c_long(0), ctypes.c_long(1), False, ctypes.c_ulong(_ANY_TYPE)),
            *map(ctypes.byref, (kind, size, count, left, found)),
        )
        if found:
            x11.XFree(found)
        return count.value > 0


@contextmanager
def _display() -> Iterator[tuple[ctypes.CDLL, int]]:
    """Connect to the server for as long as needed; 0 if there is none, or no library."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        yield ctypes.CDLL(None), 0
        return
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    display: int = x11.XOpenDisplay(None) or 0
    try:
        yield x11, display
    finally:
        if display:
            x11.XCloseDisplay(ctypes.c_void_p(display))
