"""The fan chart: warming from 1990 to 2100 with its uncertainty, and the limits of Paris."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.climate.past import QUANTILES
from game.climate.projection import Projection
from game.texts import Texts
from game.ui.canvas import Canvas
from game.ui.charts.axes import Plot, Point
from game.ui.fonts import Role
from game.ui.widgets.widget import Look, Widget

FIRST_YEAR, LAST_YEAR = 1990, 2100
YEARS_NAMED = (2000, 2020, 2040, 2060, 2080, 2100)
BANDS = ((0.05, 0.95), (0.17, 0.83), (0.33, 0.67))
LEAST_TOP_C = 4.0


@dataclass(frozen=True)
class Fan:
    """What the chart shows: the projection now and, where given, the one to compare with."""

    now: Projection
    before: Projection | None = None

    @property
    def median_2100_c(self) -> float:
        """Median warming in 2100, degC."""
        return self.now.summary_2100[1]


class FanChart(Widget):
    """Warming above 1850-1900 with 90, 66 and 34 % ranges; hovering reads a year out."""

    def __init__(self, fan: Fan, texts: Texts, *, height: int = 220, grow: int = 1) -> None:
        super().__init__(grow=grow, key="fan", tip=texts("chart.fan.tip"))
        self.fan, self.texts, self.height = fan, texts, height
        self._picture: pygame.Surface | None = None

    def natural_width(self, canvas: Canvas) -> int:
        """Wide enough to read the years."""
        return canvas.px(360)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its least height; it grows where there is room."""
        return canvas.px(self.height * max(canvas.fonts.text_scale, 1.0))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The picture, drawn once for a place and a theme."""
        if self._picture is None or self._picture.get_size() != self.rect.size:
            self._picture = self._drawn(canvas)
        canvas.surface.blit(self._picture, self.rect)

    def _drawn(self, canvas: Canvas) -> pygame.Surface:
        picture = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        inside = Canvas(picture, canvas.theme, canvas.fonts, canvas.kept)
        plot = self._plot(inside)
        _draw_scale(inside, plot)
        picture.set_clip(plot.rect)
        self._draw_bands(inside, plot)
        self._draw_limits(inside, plot)
        if self.fan.before is not None:
            self._draw_before(inside, plot, self.fan.before)
        self._draw_median(inside, plot)
        picture.set_clip(None)
        self._draw_limit_names(inside, plot)
        self._draw_end(inside, plot)
        return picture

    def _plot(self, canvas: Canvas) -> Plot:
        font = canvas.fonts[Role.SMALL]
        left = font.size("0.0°")[0] + canvas.px(8)
        right = canvas.fonts[Role.NUMBER].size("0.00 °C")[0] + canvas.px(10)
        top = canvas.fonts.line_height(Role.SMALL)
        bottom = canvas.fonts.line_height(Role.SMALL) + canvas.px(4)
        rect = canvas.surface.get_rect()
        inner = pygame.Rect(
            left, top, max(rect.width - left - right, 40), max(rect.height - top - bottom, 40)
        )
        highest = float(self.fan.now.warming_c[-1].max())
        return Plot(inner, FIRST_YEAR, LAST_YEAR, 0.0, max(LEAST_TOP_C, highest + 0.2))

    def _draw_bands(self, canvas: Canvas, plot: Plot) -> None:
        for (low, high), colour in zip(BANDS, canvas.theme.bands, strict=True):
            under, over = (_path(plot, self.fan.now, quantile) for quantile in (low, high))
            canvas.polygon([*over, *reversed(under)], colour)

    def _draw_limits(self, canvas: Canvas, plot: Plot) -> None:
        for limit_c, colour in ((2.0, canvas.theme.warn), (1.5, canvas.theme.good)):
            y = round(plot.y(limit_c))
            start, end = (plot.rect.x, y), (plot.rect.right, y)
            canvas.dashes(start, end, colour, max(canvas.px(1.5), 1))

    def _draw_limit_names(self, canvas: Canvas, plot: Plot) -> None:
        height = canvas.fonts.line_height(Role.LABEL)
        crowded = plot.y(1.5) - plot.y(2.0) < height
        for limit_c, colour in ((2.0, canvas.theme.warn), (1.5, canvas.theme.good)):
            text = self.texts("chart.fan.limit", limit_c=limit_c)
            below = crowded and limit_c == 1.5
            y = round(plot.y(limit_c)) + (canvas.px(2) if below else -height)
            canvas.text(text, (plot.rect.x + canvas.px(4), y), Role.LABEL, colour)

    def _draw_before(self, canvas: Canvas, plot: Plot, before: Projection) -> None:
        middle = _path(plot, before, 0.5)
        dash = max(canvas.px(1.5), 1)
        future = [point for point in middle if point[0] >= plot.x(2021)]
        for place in range(0, len(future) - 2, 4):
            pygame.draw.aaline(
                canvas.surface, canvas.theme.muted, future[place], future[place + 2], dash
            )

    def _draw_median(self, canvas: Canvas, plot: Plot) -> None:
        middle = _path(plot, self.fan.now, 0.5)
        width = max(canvas.px(2.5), 2)
        for start, end in pairwise(middle):
            pygame.draw.aaline(canvas.surface, canvas.theme.text, start, end, width)

    def _draw_end(self, canvas: Canvas, plot: Plot) -> None:
        """Where the median ends, and where it ended before."""
        x = plot.rect.right + canvas.px(8)
        height = canvas.fonts.line_height(Role.NUMBER)
        y = round(plot.y(self.fan.median_2100_c)) - height // 2
        text = self.texts("chart.warming", warming_c=self.fan.median_2100_c)
        canvas.text(text, (x, y), Role.NUMBER)
        if self.fan.before is not None:
            was = self.texts("chart.was", warming_c=self.fan.before.summary_2100[1])
            canvas.text(was, (x, y + height), Role.SMALL, canvas.theme.muted)


def _path(plot: Plot, projection: Projection, quantile: float) -> list[Point]:
    """One quantile as a line, from the first year shown on."""
    shown = projection.years >= FIRST_YEAR
    warming_c = projection.warming_c[QUANTILES.index(quantile), shown]
    return plot.path(projection.years[shown].astype(float), warming_c)


def _draw_scale(canvas: Canvas, plot: Plot) -> None:
    ink, height = canvas.theme.muted, canvas.fonts.line_height(Role.SMALL)
    for degree in range(int(plot.high) + 1):
        y = round(plot.y(degree))
        canvas.line((plot.rect.x, y), (plot.rect.right, y), canvas.theme.line)
        at = plot.rect.x - canvas.px(8), y - height // 2
        canvas.text(f"{degree}°", at, Role.SMALL, ink, "right")
    room = canvas.fonts[Role.SMALL].size("2000")[0] * 1.4
    fits = plot.rect.width / (len(YEARS_NAMED) + 1) > room
    for year in YEARS_NAMED if fits else YEARS_NAMED[1::2]:
        at = round(plot.x(year)), plot.rect.bottom + canvas.px(4)
        canvas.text(str(year), at, Role.SMALL, ink, "center")
