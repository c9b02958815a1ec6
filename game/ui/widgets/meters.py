"""Bars that show a number against its mark."""

from __future__ import annotations

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.widget import Look, Widget


class Meter(Widget):
    """A share of a whole as a bar, with an upright stroke at what is needed.

    value, mark: shares of the whole, 0-1; mark None draws no stroke
    ghost: where the value stood before, drawn faintly
    """

    def __init__(
        self,
        value: float,
        *,
        mark: float | None = None,
        ghost: float | None = None,
        colour: Ink | Colour = "theirs",
        grow: int = 0,
        tip: str = "",
        key: str = "",
    ) -> None:
        super().__init__(grow=grow, tip=tip, key=key)
        self.value, self.mark, self.ghost, self.colour = value, mark, ghost, colour

    def natural_width(self, canvas: Canvas) -> int:
        """Long enough to read."""
        return canvas.px(120)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return a slim bar with room for the stroke."""
        return canvas.px(16)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Track, ghost, bar, mark."""
        bar = pygame.Rect(0, 0, self.rect.width, canvas.px(8))
        bar.midleft = self.rect.midleft
        canvas.rounded(bar, bar.height // 2, canvas.theme.track)
        if self.ghost is not None:
            self._fill(canvas, bar, self.ghost, canvas.theme.muted)
        self._fill(canvas, bar, self.value, canvas.theme.ink(self.colour))
        if self.mark is not None:
            x = bar.x + round(bar.width * _within(self.mark))
            top, bottom = self.rect.centery - canvas.px(8), self.rect.centery + canvas.px(8)
            canvas.line((x, top), (x, bottom), canvas.theme.text, canvas.px(2))

    def _fill(self, canvas: Canvas, bar: pygame.Rect, value: float, colour: Colour) -> None:
        width = round(bar.width * _within(value))
        if width > 0:
            part = pygame.Rect(bar.x, bar.y, max(width, bar.height), bar.height)
            canvas.rounded(part, bar.height // 2, colour)


def _within(share: float) -> float:
    return max(0.0, min(share, 1.0))
