"""The title screen."""

from __future__ import annotations

from collections.abc import Callable

from game.paths import saves_dir
from game.session.save_list import count_saves, has_unfinished
from game.ui.charts.backdrop import Backdrop
from game.ui.layout import LEAST_TITLE_SIDES
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.screens.common.navigation import Navigation
from game.ui.screens.shell.shell_screen import ShellScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Padded, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.scroll import LEAST_UNITS, Scroll
from game.ui.widgets.widget import Widget

STEPS: tuple[tuple[IconName, str], ...] = (
    ("probe", "listen"),
    ("table", "trade"),
    ("home", "sell"),
    ("climate", "see"),
)


class TitleScreen(ShellScreen):
    """The first screen: play, continue, look words up, change settings, leave.

    likely: what the player most likely wants: to go on where a game has not ended, else to play
    """

    def __init__(self, stage: Stage, routes: Navigation) -> None:
        super().__init__(stage, routes)
        self.has_saves = count_saves(saves_dir()) > 0
        self.likely = "saves" if has_unfinished(saves_dir()) else "play"
        self.first_focus = self.likely

    def build(self) -> Widget:
        """Build the name and the ways on at the left, what the game is at the right."""
        texts, stage, routes = self.texts, self.stage, self.routes
        no_saves = "" if self.has_saves else texts("saves.none")
        buttons: list[Widget] = [
            self._way("play", "play", "p", routes.to_levels),
            self._way("saves", "save", "g", routes.to_saves, no_saves),
            self._way("words", "words", "w", routes.to_words),
            self._way("settings", "settings", "s", routes.to_settings),
            self._way("quit", "exit", "q", stage.quit),
        ]
        left = Column(
            [
                Spacer(grow=2),
                Label(texts("title.name"), Role.HUGE),
                Label(texts("title.tagline"), Role.QUOTE, "muted"),
                Spacer(16),
                *buttons,
                Spacer(grow=3),
                Label(texts("title.sources"), Role.SMALL, "muted"),
                Label(texts("map.credit"), Role.SMALL, "muted"),
            ],
            gap=8,
        )
        how = [self._step(icon, name) for icon, name in STEPS]
        right = Column(
            [
                Spacer(grow=1),
                card(Column([Label(texts("title.how"), Role.HEADING), *how], gap=16), pad=24),
                Spacer(grow=1),
            ],
            gap=0,
        )
        sides: Widget = Row([Padded(left, pad=0, grow=4), Padded(right, pad=0, grow=5)], gap=56)
        if stage.canvas.units_wide < LEAST_TITLE_SIDES:
            sides = Column([left, right], gap=24)
        whole = Scroll(sides, stage.offsets, key="title", least=LEAST_UNITS)
        return Backdrop(Padded(whole, pad=56, pad_y=24))

    def go_back(self) -> None:
        """Escape leaves."""
        self.stage.quit()

    def _way(
        self, name: str, icon: IconName, letter: str, go: Callable[[], object], why_not: str = ""
    ) -> Button:
        return Button(
            self.texts(f"title.{name}"),
            go,
            icon=icon,
            letter=letter,
            kind="main" if name == self.likely else "plain",
            why_not=why_not,
            key=name,
            align="left",
        )

    def _step(self, icon: IconName, name: str) -> Widget:
        words = Column(
            [
                Label(self.texts(f"title.how.{name}"), Role.STRONG),
                Label(self.texts(f"title.how.{name}.about"), Role.BODY, "muted"),
            ],
            gap=1,
            grow=1,
        )
        return Row([Icon(icon, 28, "theirs"), words], gap=16, align="top")
