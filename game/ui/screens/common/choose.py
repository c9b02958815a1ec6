"""A choice from a short list, over the screen that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.paint.fonts import Role
from game.ui.screens.common.notice import centred, room_in_card
from game.ui.screens.common.window_screen import WindowScreen
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

WIDTH = 620


@dataclass(frozen=True)
class Choice:
    """One thing to choose: what it says and what it does; `why_not` turns it off."""

    text: str
    take: Callable[[], object]
    about: str = ""
    why_not: str = ""


class Choose(WindowScreen):
    """Ask for one of several; number keys choose too, Escape goes back one step.

    A question that is asked while another one of the same screen is up is the next step after it.
    """

    def __init__(
        self, stage: Stage, behind: Screen, title: str, choices: Sequence[Choice], about: str = ""
    ) -> None:
        super().__init__(stage)
        self.behind = behind
        up = stage.screen
        self.step_before = up if isinstance(up, Choose) and up.behind is behind else None
        self.title, self.about = title, about
        self.choices = tuple(choices)
        open_to = [i for i, choice in enumerate(self.choices) if not choice.why_not]
        self.first_focus = f"choice{open_to[0]}" if open_to else "close"

    def build(self) -> Widget:
        """Return a card with a button for each choice."""
        rows: list[Widget] = [Label(self.title, Role.HEADING)]
        if self.about:
            rows.append(Label(self.about, Role.BODY, "muted"))
        buttons = [self._button(place, choice) for place, choice in enumerate(self.choices)]
        if not buttons:
            rows.append(Label(self.texts("choose.nothing"), Role.BODY, "muted"))
        room_for_the_ring = Spacer(4)
        listed = Column([room_for_the_ring, *buttons, room_for_the_ring], gap=6)
        offsets = self.stage.offsets
        rows.append(Scroll(listed, offsets, key="choices", grow=0, least=room_in_card(self.stage)))
        close = Button(self.texts("screen.back"), self.go_back, icon="back", key="close")
        rows.append(Row([close, Spacer(grow=1)]))
        return centred(self.stage, card(Column(rows, gap=10), pad=24), WIDTH)

    def go_back(self) -> None:
        """Show the question before, or the screen behind; nothing is chosen."""
        to = self.step_before or self.behind
        assert to is not None
        self.stage.show(to)

    def _button(self, place: int, choice: Choice) -> Button:
        return Button(
            choice.text,
            choice.take,
            letter=str(place + 1) if place < 9 else "",
            key=f"choice{place}",
            tip=choice.about,
            why_not=choice.why_not,
            align="left",
        )
