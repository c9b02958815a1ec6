"""The thermometer: warming in 2100 as a column of mercury, with its 90 % range beside it."""

from __future__ import annotations

import pygame

from game.climate.projection import Projection
from game.texts import Texts
from game.ui.charts.chart import least_height
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.widgets.widget import Look, Widget

LOW_C, HIGH_C = 0.8, 4.2
NAMED_C = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)


class Thermometer(Widget):
    """Median warming in 2100; the bracket is the 90 % range, the notch where it stood before."""

    def __init__(
        self, now: Projection, texts: Texts, before: Projection | None = None, *, height: int = 220
    ) -> None:
        super().__init__(key="thermometer", tip=texts("chart.thermometer.tip"))
        self.now, self.before, self.texts, self.height = now, before, texts, height

    def natural_width(self, canvas: Canvas) -> int:
        """Tube, ticks and their figures."""
        return canvas.px(56) + canvas.fonts[Role.SMALL].size("0.0°")[0]

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its least height, as that of the charts it stands beside; it grows."""
        return least_height(canvas, self.height)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Tube, mercury, bulb, ticks, range."""
        theme, bulb = canvas.theme, canvas.px(15)
        x = self.rect.x + bulb + canvas.px(4)
        top, bottom = self.rect.y + canvas.px(8), self.rect.bottom - bulb
        tube = pygame.Rect(x - canvas.px(8), top, canvas.px(16), bottom - top)
        canvas.rounded(tube, canvas.px(8), theme.raised, theme.line)
        canvas.disc((x, bottom), bulb + canvas.px(2), theme.line)
        low, median, high = self.now.summary_2100
        y = self._y(canvas, median)
        mercury = pygame.Rect(x - canvas.px(4), y, canvas.px(8), bottom - y)
        canvas.rounded(mercury, canvas.px(4), theme.mercury)
        canvas.disc((x, bottom), bulb, theme.mercury)
        self._draw_ticks(canvas, x)
        self._draw_range(canvas, x - canvas.px(13), low, high)
        if self.before is not None:
            was = self._y(canvas, self.before.summary_2100[1])
            canvas.line((x - canvas.px(8), was), (x + canvas.px(8), was), theme.text, canvas.px(2))

    def _y(self, canvas: Canvas, warming_c: float) -> int:
        top = self.rect.y + canvas.px(16)
        bottom = self.rect.bottom - canvas.px(36)
        share = (max(LOW_C, min(warming_c, HIGH_C)) - LOW_C) / (HIGH_C - LOW_C)
        return round(bottom - share * (bottom - top))

    def _draw_ticks(self, canvas: Canvas, x: int) -> None:
        theme, height = canvas.theme, canvas.fonts.line_height(Role.SMALL)
        limits = {1.5: theme.good, 2.0: theme.warn}
        step = self._y(canvas, 1.0) - self._y(canvas, 1.5)
        for warming_c in NAMED_C:
            if step < height and warming_c not in limits and warming_c % 1:
                continue
            ink = limits.get(warming_c, theme.muted)
            y = self._y(canvas, warming_c)
            canvas.line((x + canvas.px(12), y), (x + canvas.px(18), y), ink, canvas.px(1.5))
            role = Role.LABEL if warming_c in limits else Role.SMALL
            text = self.texts("chart.degrees", warming_c=warming_c)
            canvas.text(text, (x + canvas.px(22), y - height // 2), role, ink)

    def _draw_range(self, canvas: Canvas, x: int, low: float, high: float) -> None:
        ink = canvas.theme.muted
        top, bottom = self._y(canvas, high), self._y(canvas, low)
        canvas.line((x, top), (x, bottom), ink, canvas.px(1.5))
        for y in (top, bottom):
            canvas.line((x - canvas.px(3), y), (x + canvas.px(3), y), ink, canvas.px(1.5))
