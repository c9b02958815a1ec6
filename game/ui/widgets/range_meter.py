"""A bar for a figure known only as a range, against its mark."""

from __future__ import annotations

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.widget import Look, Widget


class RangeMeter(Widget):
    """A band from low to high on a track, with an upright stroke at what is needed.

    low, high, mark: shares of the whole, 0-1
    """

    def __init__(
        self,
        low: float,
        high: float,
        mark: float,
        *,
        colour: Ink | Colour = "theirs",
        tip: str = "",
    ) -> None:
        super().__init__(tip=tip)
        self.low, self.high, self.mark, self.colour = low, high, mark, colour

    def natural_width(self, canvas: Canvas) -> int:
        """Long enough to read."""
        return canvas.px(200)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return a bar with room for the ends of the range and the stroke."""
        return canvas.px(22)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Track, band with its ends, mark."""
        bar = pygame.Rect(0, 0, self.rect.width, canvas.px(8))
        bar.midleft = self.rect.midleft
        canvas.rounded(bar, bar.height // 2, canvas.theme.track)
        ink = canvas.theme.ink(self.colour)
        left, right = self._x_of(self.low), self._x_of(self.high)
        band = pygame.Rect(left, bar.y, max(right - left, bar.height), bar.height)
        canvas.rounded(band, bar.height // 2, ink)
        for x in (band.left, band.right - canvas.px(2)):
            end = pygame.Rect(x, bar.y - canvas.px(4), canvas.px(2), bar.height + canvas.px(8))
            canvas.surface.fill(ink, end)
        x, reach = self._x_of(self.mark), canvas.px(10)
        top, bottom = self.rect.centery - reach, self.rect.centery + reach
        canvas.line((x, top), (x, bottom), canvas.theme.text, canvas.px(2))

    def _x_of(self, share: float) -> int:
        return self.rect.x + round(self.rect.width * max(0.0, min(share, 1.0)))
