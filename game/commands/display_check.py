"""Checks what a window needs before one opens."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, distribution

from game.commands.output import Refusal
from game.texts import Texts


def require_one_pygame(texts: Texts) -> None:
    """Refuse to start where `pygame` stands beside `pygame-ce`: both fill the same folder."""
    try:
        distribution("pygame")
    except PackageNotFoundError:
        return
    raise Refusal(texts("cli.window.both_pygames"))


def require_display(texts: Texts) -> None:
    """Refuse where no window can open: an X11 or Wayland system without a display."""
    has_its_own_screen = sys.platform in ("win32", "darwin")
    named = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
    if not has_its_own_screen and not any(os.environ.get(name) for name in named):
        raise Refusal(texts("cli.window.no_display"))
