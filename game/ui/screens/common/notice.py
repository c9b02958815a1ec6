"""A short message or a question over the screen that asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.layout import NOTICE_CARD, CardNeeds
from game.ui.paint.fonts import Role
from game.ui.screens.common.window_screen import WindowScreen
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Fixed, Flow, Row, Spacer, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget

WIDTH = 560


class Notice(WindowScreen):
    """Says something and offers ways on; Escape closes it.

    close: what the button that closes it says; left out: "Close", or "Cancel" beside other ways
    """

    def __init__(
        self,
        stage: Stage,
        behind: Screen,
        title: str,
        lines: Sequence[str],
        buttons: Sequence[Button] = (),
        close: str = "",
    ) -> None:
        super().__init__(stage)
        self.behind = behind
        self.title, self.lines = title, tuple(lines)
        self.buttons = tuple(buttons)
        self.close = close
        self.first_focus = self.buttons[0].key if self.buttons else "close"

    def build(self) -> Widget:
        """Return a card in the middle."""
        said = self.close or self.texts("screen.cancel" if self.buttons else "screen.close")
        close = Button(said, self.go_back, key="close")
        content = Column(
            [
                Label(self.title, Role.HEADING),
                *(Label(line) for line in self.lines),
                Spacer(4),
                Flow([*self.buttons, close], gap=10),
            ],
            gap=10,
        )
        return centred(self.stage, card(content, pad=24), WIDTH)

    def go_back(self) -> None:
        """To the screen behind."""
        assert self.behind is not None
        self.stage.show(self.behind)


def centred(stage: Stage, content: Widget, width: int) -> Widget:
    """Return a widget of a width in the middle of the screen."""
    canvas = stage.canvas
    scale = max(canvas.fonts.text_scale, 1.0)
    most = canvas.surface.get_width() / canvas.fonts.zoom - 40
    return Column(
        [
            Spacer(grow=1),
            Row([Spacer(grow=1), Fixed(content, min(width * scale, most)), Spacer(grow=1)], gap=0),
            Spacer(grow=1),
        ],
        gap=0,
    )


def room_in_card(stage: Stage, needs: CardNeeds = NOTICE_CARD) -> int:
    """Design units at text scale 1 for what such a card scrolls, at most."""
    return needs.room(stage.canvas.units_high, stage.canvas.fonts.text_scale)
