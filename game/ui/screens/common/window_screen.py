"""A screen of the window, with full use of its stage."""

from __future__ import annotations

from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage


class WindowScreen(Screen):
    """A screen on a whole stage; `Screen` knows only a `Shell`, so that no two files circle."""

    stage: Stage
