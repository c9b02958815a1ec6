"""The fan chart: warming from 1990 to 2100 with its uncertainty, and the limits of Paris."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pygame

from game.climate.past import QUANTILES
from game.climate.pathway import LAST_HISTORY_YEAR
from game.climate.projection import Projection
from game.desk.rounding import warming_apart
from game.texts import Texts
from game.ui.charts.axes import Plot, Point, axis_room, draw_along, draw_values, end_room
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout, draw_dot, draw_upright
from game.ui.charts.strokes import dashed, stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role

FIRST_YEAR, LAST_YEAR = 1990, 2100
YEARS_NAMED = (2000, 2020, 2040, 2060, 2080, 2100)
BANDS = ((0.05, 0.95), (0.17, 0.83), (0.33, 0.67))
LIMITS_C = (2.0, 1.5)
LEAST_TOP_C = 4.0


@dataclass(frozen=True)
class Fan:
    """The projection of the chart and, if given, the one to compare it with."""

    now: Projection
    before: Projection | None = None

    @property
    def median_2100_c(self) -> float:
        """Median warming in 2100, degC."""
        return self.now.summary_2100[1]

    @cached_property
    def top_c(self) -> float:
        """The top of the upright axis, degC."""
        return max(LEAST_TOP_C, float(self.now.warming_c[-1].max()) + 0.2)

    def warming_c(self, year: int, quantile: float) -> float:
        """One quantile in one year, degC."""
        place = year - int(self.now.years[0])
        return float(self.now.warming_c[QUANTILES.index(quantile), place])


class FanChart(Chart):
    """Warming above 1850-1900 with 90, 66 and 34 % ranges."""

    def __init__(
        self, fan: Fan, texts: Texts, *, height: int = 220, grow: int = 1, key: str = "fan"
    ) -> None:
        tip = texts("chart.fan.tip")
        super().__init__((fan.now, fan.before), texts, key=key, tip=tip, height=height, grow=grow)
        self.fan = fan

    @property
    def steps(self) -> int:
        """One a year."""
        return LAST_YEAR - FIRST_YEAR + 1

    @property
    def first_step(self) -> int:
        """2100."""
        return self.steps - 1

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the year under a pixel."""
        return round(self.plot.at(at[0])) - FIRST_YEAR

    def reading(self, step: int) -> Readout:
        """Return the year's median and its 90 % range."""
        year = FIRST_YEAR + step
        low, middle, high = (self.fan.warming_c(year, share) for share in (0.05, 0.5, 0.95))
        fields = {"year": year, "p05": low, "p50": middle, "p95": high}
        names = ["p95", "p50", "p05"]
        lines = [self.texts(f"chart.fan.read.{name}", **fields) for name in names]
        if self.fan.before is not None and year > LAST_HISTORY_YEAR:
            was = Fan(self.fan.before).warming_c(year, 0.5)
            lines.append(self.texts("chart.fan.read.before", p50=was))
        brief = self.texts("chart.fan.read.brief", **fields)
        return Readout(str(year), tuple(lines), brief)

    def paint_cursor(self, canvas: Canvas, step: int) -> int:
        """Draw a line through the year with a dot on each figure read out."""
        year = FIRST_YEAR + step
        x = self.plot.x(year)
        draw_upright(canvas, x, self.plot.rect)
        for share in (0.05, 0.5, 0.95):
            draw_dot(canvas, x, self.plot.y(self.fan.warming_c(year, share)))
        return round(x)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Axes, bands, limits, medians."""
        degrees = range(int(plot.high) + 1)
        draw_values(canvas, plot, degrees, self._degree)
        draw_along(canvas, plot, YEARS_NAMED, str)
        canvas.surface.set_clip(plot.rect)
        self._paint_bands(canvas, plot)
        self._paint_history(canvas, plot)
        self._paint_limits(canvas, plot)
        if self.fan.before is not None:
            self._paint_before(canvas, plot, self.fan.before)
        middle = _path(plot, self.fan.now, 0.5)
        stroke(canvas, middle, canvas.theme.text, thick(canvas, 2.5))
        canvas.surface.set_clip(None)
        self._paint_limit_names(canvas, plot)
        self._paint_end(canvas, plot)
        self._paint_unit(canvas, plot)

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Years along, degrees up; the figure of 2100 beside it."""
        left = axis_room(canvas, [self._degree(4)])
        right = self._end_room(canvas)
        top = round(1.3 * canvas.fonts.line_height(Role.SMALL))
        if self._is_narrow(canvas, rect.width):
            right = end_room(canvas, str(LAST_YEAR))
            top = canvas.fonts.line_height(Role.NUMBER) + canvas.px(3)
        bottom = canvas.fonts.line_height(Role.SMALL) + canvas.px(4)
        inner = pygame.Rect(
            rect.x + left,
            rect.y + top,
            max(rect.width - left - right, 40),
            max(rect.height - top - bottom, 40),
        )
        return Plot(inner, FIRST_YEAR, LAST_YEAR, 0.0, self.fan.top_c)

    def _end_room(self, canvas: Canvas) -> int:
        figure = self.texts("chart.warming", warming_c=0.0)
        room = canvas.fonts[Role.NUMBER].size(figure)[0]
        if self.fan.before is not None:
            was = self.texts("chart.was", warming_c=0.0)
            room = max(room, canvas.fonts[Role.SMALL].size(was)[0])
        return room + canvas.px(10)

    def _is_narrow(self, canvas: Canvas, width: int) -> bool:
        """Return True if the figure of 2100 stands above the plot, for want of room beside it."""
        return self._end_room(canvas) > 0.3 * width

    def _degree(self, degree: float) -> str:
        return self.texts("chart.fan.degree", degree=degree)

    def _paint_unit(self, canvas: Canvas, plot: Plot) -> None:
        """Draw what the upright axis counts; the short form where the long one does not fit."""
        room = canvas.surface.get_width()
        if self._is_narrow(canvas, room):
            room -= self._end_room(canvas) + canvas.px(6)
        for key in ("chart.fan.unit", "chart.fan.unit.short"):
            text = self.texts(key)
            if canvas.fonts[Role.SMALL].size(text)[0] <= room:
                canvas.text(text, (0, 0), Role.SMALL, canvas.theme.muted)
                return

    def _paint_bands(self, canvas: Canvas, plot: Plot) -> None:
        for (low, high), colour in zip(BANDS, canvas.theme.bands, strict=True):
            under, over = (_path(plot, self.fan.now, quantile) for quantile in (low, high))
            canvas.polygon([*over, *reversed(under)], colour)

    def _paint_history(self, canvas: Canvas, plot: Plot) -> None:
        """Where the record ends and the projection begins."""
        x = round(plot.x(LAST_HISTORY_YEAR))
        canvas.line((x, plot.rect.top), (x, plot.rect.bottom), canvas.theme.muted)
        past, ahead = self.texts("chart.fan.past"), self.texts("chart.fan.ahead")
        room = x - plot.rect.x - canvas.px(12)
        if canvas.fonts[Role.SMALL].size(past)[0] <= room:
            at = x - canvas.px(6), plot.rect.y
            canvas.text(past, at, Role.SMALL, canvas.theme.muted, "right")
            canvas.text(ahead, (x + canvas.px(6), plot.rect.y), Role.SMALL, canvas.theme.muted)

    def _paint_limits(self, canvas: Canvas, plot: Plot) -> None:
        for limit_c, colour in zip(LIMITS_C, (canvas.theme.warn, canvas.theme.good), strict=True):
            y = round(plot.y(limit_c))
            start, end = (plot.rect.x, y), (plot.rect.right, y)
            canvas.dashes(start, end, colour, thick(canvas, 1.5))

    def _paint_limit_names(self, canvas: Canvas, plot: Plot) -> None:
        """Write each name above its line; on a plate on the lower line where they lie too near."""
        inks = canvas.theme.warn, canvas.theme.good
        crowded = self._is_crowded(canvas, plot)
        for limit_c, ink in zip(LIMITS_C, inks, strict=True):
            box = self.limit_name_box(canvas, plot, limit_c)
            if crowded and limit_c == min(LIMITS_C):
                canvas.surface.fill(canvas.theme.card, box.inflate(canvas.px(4), -canvas.px(2)))
            text = self.texts("chart.fan.limit", limit_c=limit_c)
            canvas.text(text, box.topleft, Role.LABEL, ink)

    def limit_name_box(self, canvas: Canvas, plot: Plot, limit_c: float) -> pygame.Rect:
        """Return where the name of a limit stands, clear of the curve and of the other name."""
        text = self.texts("chart.fan.limit", limit_c=limit_c)
        box = pygame.Rect((0, 0), canvas.fonts[Role.LABEL].size(text))
        line = round(plot.y(limit_c))
        box.bottomleft = plot.rect.x + canvas.px(4), line
        if limit_c == min(LIMITS_C) and self._is_crowded(canvas, plot):
            box.centery = line
        return box

    def _is_crowded(self, canvas: Canvas, plot: Plot) -> bool:
        return plot.y(1.5) - plot.y(2.0) < canvas.fonts.line_height(Role.LABEL)

    def _paint_before(self, canvas: Canvas, plot: Plot, before: Projection) -> None:
        future = [p for p in _path(plot, before, 0.5) if p[0] >= plot.x(LAST_HISTORY_YEAR)]
        dashed(canvas, future, canvas.theme.muted, thick(canvas, 1.5))

    def _paint_end(self, canvas: Canvas, plot: Plot) -> None:
        """Where the median ends, and where it ended before."""
        text = self.texts("chart.warming", warming_c=self.fan.median_2100_c)
        width = canvas.surface.get_width()
        if self._is_narrow(canvas, width):
            canvas.text(text, (width, 0), Role.NUMBER, align="right")
            return
        x = plot.rect.right + canvas.px(8)
        height = canvas.fonts.line_height(Role.NUMBER)
        y = round(plot.y(self.fan.median_2100_c)) - height // 2
        canvas.text(text, (x, y), Role.NUMBER)
        was_c = self.fan.before.summary_2100[1] if self.fan.before is not None else None
        if was_c is not None and warming_apart(was_c, self.fan.median_2100_c):
            was = self.texts("chart.was", warming_c=was_c)
            canvas.text(was, (x, y + height), Role.SMALL, canvas.theme.muted)


def _path(plot: Plot, projection: Projection, quantile: float) -> list[Point]:
    """One quantile as a line, from the first year shown on."""
    shown = projection.years >= FIRST_YEAR
    warming_c = projection.warming_c[QUANTILES.index(quantile), shown]
    return plot.path(projection.years[shown].astype(float), warming_c)
