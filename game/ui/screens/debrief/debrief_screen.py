"""The debrief, page by page: what happened, why, and what else could have happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from game.debrief.debrief import Debrief
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.screens.common.page import page, screen_title
from game.ui.screens.common.play import Play
from game.ui.screens.debrief import (
    debrief_climate,
    debrief_deals,
    debrief_guesses,
    debrief_lines,
    debrief_missed,
    debrief_real,
)
from game.ui.screens.debrief.debrief_print import print_report
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.screens.debrief.play_again import again_button
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def look_ahead(stage: Stage, debrief: Debrief) -> None:
    """Compute the slow parts off the drawing thread, if a window is open."""
    tell = stage.wake
    if tell is None or debrief.has_lines:
        return

    def work() -> None:
        debrief.look()
        tell()

    Thread(target=work, daemon=True).start()


@dataclass(frozen=True)
class Page:
    """One page: its name, which is that of its texts, and what it shows."""

    name: str
    body: Callable[[DebriefView], Widget]


PAGES = (
    Page("deals", debrief_deals.body),
    Page("climate", debrief_climate.body),
    Page("missed", debrief_missed.body),
    Page("lines", debrief_lines.body),
    Page("guesses", debrief_guesses.body),
    Page("real", debrief_real.body),
)


class DebriefScreen(DebriefView):
    """The pages of the debrief.

    at: the page that is up; opened_from: where back leads, the verdict where left out
    """

    def __init__(
        self,
        stage: Stage,
        play: Play,
        at: str = PAGES[0].name,
        opened_from: Screen | None = None,
    ) -> None:
        super().__init__(stage, play)
        self.at = [each.name for each in PAGES].index(at)
        self.first_focus = "again" if self._is_last else "next"
        self.opened_from = opened_from
        look_ahead(stage, self.debrief)

    def on_answer(self) -> None:
        """Show the other lines, which are known now."""
        self.stage.refresh()

    def build(self) -> Widget:
        """Build the page with its title, and the ways to the others."""
        texts, shown = self.texts, PAGES[self.at]
        count = texts("debrief.page", page=self.at + 1, pages=len(PAGES))
        header = screen_title(
            texts(f"debrief.{shown.name}.title"),
            texts(f"debrief.{shown.name}.about"),
            [Label(count, Role.STRONG, "muted")],
        )
        return page(self.stage, header, shown.body(self), self._buttons())

    def go_back(self) -> None:
        """Go back to the screen that opened it."""
        if self.opened_from is not None:
            self.stage.show(self.opened_from)
        else:
            self.routes.to_hub()

    def turn(self, by: int) -> None:
        """To another page; the keyboard leaves a button that goes off at either end."""
        self.at = max(0, min(self.at + by, len(PAGES) - 1))
        had = self.stage.view.focus_key
        off = {"next": self._is_last, "previous": self.at == 0}
        other = {"next": "again", "previous": "next"}
        self.first_focus = other[had] if off.get(had, False) else had
        self.stage.show(self)

    @property
    def _is_last(self) -> bool:
        return self.at == len(PAGES) - 1

    def _buttons(self) -> list[Widget]:
        texts = self.texts
        first = texts("debrief.is_first") if self.at == 0 else ""
        last = texts("debrief.is_last") if self._is_last else ""
        return [
            self._way("previous", "back", "p", -1, first),
            self._way("next", "next", "n", 1, last),
            *([again_button(self, "main")] if self._is_last else []),
            Button(
                texts("debrief.print"),
                lambda: print_report(self, self.debrief),
                icon="save",
                letter="r",
                key="print",
                tip=texts("debrief.print.tip"),
            ),
            Button(texts("debrief.to_verdict"), self.go_back, icon="check", key="back"),
            Button(texts("screen.to_title"), self.routes.to_title, icon="exit", key="title"),
        ]

    def _way(self, name: str, icon: IconName, letter: str, by: int, why_not: str) -> Button:
        return Button(
            self.texts(f"debrief.{name}"),
            lambda: self.turn(by),
            icon=icon,
            letter=letter,
            kind="main" if name == "next" and not why_not else "plain",
            why_not=why_not,
            key=name,
        )
