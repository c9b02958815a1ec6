"""A screen outside of any game: the title and what is opened from it."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.screens.common.navigation import Navigation
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.window_screen import WindowScreen
from game.ui.stage.stage import Stage


class ShellScreen(WindowScreen):
    """A screen that leads on to others; routes: where to."""

    def __init__(self, stage: Stage, routes: Navigation) -> None:
        super().__init__(stage)
        self.routes = routes

    def say(self, title: str, lines: Sequence[str]) -> None:
        """Show a notice over this screen."""
        self.stage.show(Notice(self.stage, self, title, lines))
