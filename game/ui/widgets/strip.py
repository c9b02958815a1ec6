"""A line across the screen that asks for attention: an icon, a sentence, an action."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.boxes import Padded, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Look, Widget


class Raised(Padded):
    """One child on a raised ground with a bar of colour at its left."""

    def __init__(self, child: Widget, colour: Ink | Colour, *, pad: int = 14) -> None:
        super().__init__(child, pad=pad, pad_y=8)
        self.colour = colour

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the ground, the bar, then the child."""
        canvas.rounded(self.rect, canvas.px(8), canvas.theme.raised, canvas.theme.line)
        bar = pygame.Rect(self.rect.x, self.rect.y, canvas.px(5), self.rect.height)
        canvas.rounded(bar, canvas.px(2), canvas.theme.ink(self.colour))
        self.child.draw(canvas, look)


def strip(icon: IconName, text: str, colour: Ink, beside: Sequence[Widget] = ()) -> Widget:
    """Return a sentence with its sign, and buttons at its right."""
    words = Label(text, Role.BODY, grow=1)
    return Raised(Row([Icon(icon, 20, colour), words, *beside], gap=12, align="middle"), colour)
