"""Emissions with and without the deals, a wedge for each bloc, and the gap in 2030."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import pygame

from game.climate.arrays import FloatArray
from game.climate.outcome import Level2030
from game.debrief.emission_wedges import Wedges
from game.desk.scale import ticks
from game.texts import Texts
from game.ui.charts.axes import Plot, axis_room, draw_along, draw_values
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout, draw_dot, draw_upright
from game.ui.charts.strokes import HATCHES, dashed, hatched, hatched_box, stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Colour

YEARS_NAMED = (2021, 2030, 2040, 2050)
MOST_FOR_KEY = 0.4  # of the width; longer names take several lines
MOST_NAMED = 5  # what is smaller is put together


class NamedWedge(NamedTuple):
    """A wedge as it is shown: name, cut in GtCO2e a year, place of its delegation's accent."""

    name: str
    cut_gtco2e: FloatArray
    accent: int | None


class WedgesChart(Chart):
    """World emissions, GtCO2e a year; wedges are told apart by hatch, order and name.

    name: what a bloc is called; accents: per bloc of a delegation, the place of its accent
    """

    def __init__(
        self,
        wedges: Wedges,
        name: Callable[[str], str],
        texts: Texts,
        accents: Mapping[str, int] | None = None,
        *,
        height: int = 260,
        grow: int = 1,
    ) -> None:
        tip = texts("chart.wedges.tip")
        super().__init__((wedges,), texts, key="wedges", tip=tip, height=height, grow=grow)
        self.wedges = wedges
        self.parts = _parts(wedges, name, texts("chart.wedges.rest"), accents or {})
        lowest = min(float(wedges.after_gtco2e.min()), wedges.levels[0].low_gtco2e)
        self.low = max(0.0, 10.0 * np.floor(lowest / 10.0))
        self.high = 5.0 * np.ceil((float(wedges.before_gtco2e.max()) + 1.0) / 5.0)

    @property
    def steps(self) -> int:
        """One a year."""
        return len(self.wedges.years)

    @property
    def first_step(self) -> int:
        """2030."""
        return self.wedges.place_of(2030)

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the year under a pixel."""
        return round(self.plot.at(at[0])) - int(self.wedges.years[0])

    def reading(self, step: int) -> Readout:
        """Emissions without and with the deals, and each wedge."""
        texts, year = self.texts, int(self.wedges.years[step])
        before = float(self.wedges.before_gtco2e[step])
        after = float(self.wedges.after_gtco2e[step])
        lines = [
            texts("chart.wedges.read.before", gtco2e=before),
            *(
                texts("chart.wedges.read.part", name=name, gtco2e=-float(cut[step]))
                for name, cut, _ in self.parts
            ),
            texts("chart.wedges.read.after", gtco2e=after),
        ]
        brief = texts("chart.wedges.read.brief", year=year, before=before, after=after)
        return Readout(str(year), tuple(lines), brief)

    def paint_cursor(self, canvas: Canvas, step: int) -> int | None:
        """Draw a line through the year with a dot on either path."""
        x = self.plot.x(int(self.wedges.years[step]))
        draw_upright(canvas, x, self.plot.rect)
        for path in (self.wedges.before_gtco2e, self.wedges.after_gtco2e):
            draw_dot(canvas, x, self.plot.y(float(path[step])))
        return None

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Years along, gigatonnes up; the key of the wedges at the right."""
        left = axis_room(canvas, ["00"]) + canvas.px(4)
        right = self._key_width(canvas, rect.width) + canvas.px(14)
        line = canvas.fonts.line_height(Role.SMALL)
        inner = pygame.Rect(
            rect.x + left,
            rect.y + round(1.4 * line),
            max(rect.width - left - right, 40),
            max(rect.height - round(2.5 * line) - canvas.px(4), 40),
        )
        years = self.wedges.years
        return Plot(inner, int(years[0]), int(years[-1]), self.low, self.high)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Axes, wedges, the two paths, the levels of 2030 and the gap to them."""
        texts, muted = self.texts, canvas.theme.muted
        unit = texts("chart.wedges.unit")
        if self.low > 0:
            longer = texts("chart.wedges.unit.from", low=self.low)
            if canvas.fonts[Role.SMALL].size(longer)[0] <= canvas.surface.get_width():
                unit = longer
        canvas.text(unit, (0, 0), Role.SMALL, muted)
        line = canvas.fonts.line_height(Role.SMALL)
        most = max(2, plot.rect.height // (2 * line))
        draw_values(canvas, plot, ticks(self.low, self.high, most), self.texts.number)
        draw_along(canvas, plot, YEARS_NAMED, lambda year: str(int(year)))
        years = self.wedges.years.astype(float)
        below = self.wedges.before_gtco2e
        for place, (_, cut, accent) in enumerate(self.parts):
            under = below - cut
            shape = [*plot.path(years, below), *reversed(plot.path(years, under))]
            hatched(canvas, shape, _colour(canvas, accent), HATCHES[place % len(HATCHES)])
            below = under
        width = thick(canvas, 2.5)
        dashed(canvas, plot.path(years, self.wedges.before_gtco2e), muted, thick(canvas, 2))
        stroke(canvas, plot.path(years, self.wedges.after_gtco2e), canvas.theme.text, width)
        self._paint_levels(canvas, plot)
        self._paint_key(canvas, plot)

    def _paint_levels(self, canvas: Canvas, plot: Plot) -> None:
        """Draw what published pathways emit in 2030, and how far above the lower one we end."""
        inks = canvas.theme.good, canvas.theme.warn
        for place, (level, ink) in enumerate(zip(self.wedges.levels, inks, strict=True)):
            self._paint_level(canvas, plot, level, ink, place)
        gap = self.wedges.gap_gtco2e(1.5)
        if gap <= 0:
            return
        x = round(plot.x(2030)) - canvas.px(9)
        level = self.wedges.levels[0]
        top = round(plot.y(level.median_gtco2e + gap))
        bottom = round(plot.y(level.median_gtco2e))
        ink, width = canvas.theme.text, thick(canvas, 1.5)
        canvas.line((x, top), (x, bottom), ink, width)
        for y in (top, bottom):
            canvas.line((x - canvas.px(4), y), (x + canvas.px(4), y), ink, width)
        text = self.texts("chart.wedges.gap", gap=gap)
        height = canvas.fonts.line_height(Role.LABEL)
        room = x - canvas.px(6) - plot.rect.x
        lines = canvas.lines(text, max(room, 1), Role.LABEL)
        y = (top + bottom) // 2 - height * len(lines) // 2
        for place, each in enumerate(lines):
            canvas.text(each, (x - canvas.px(6), y + place * height), Role.LABEL, ink, "right")

    def _paint_level(
        self, canvas: Canvas, plot: Plot, level: Level2030, ink: Colour, place: int
    ) -> None:
        x = round(plot.x(2030)) + canvas.px(4 + 14 * place)
        top, bottom = round(plot.y(level.high_gtco2e)), round(plot.y(level.low_gtco2e))
        bar = pygame.Rect(x, top, canvas.px(8), min(bottom, plot.rect.bottom) - top)
        pygame.draw.rect(canvas.surface, ink, bar, thick(canvas, 1.5))
        y = round(plot.y(level.median_gtco2e))
        canvas.line((x - canvas.px(2), y), (bar.right + canvas.px(2), y), ink, canvas.px(3))
        text = self.texts("chart.wedges.level", limit_c=level.limit_c)
        beside = round(plot.x(2030)) + canvas.px(6 + 14 * len(self.wedges.levels))
        height = canvas.fonts.line_height(Role.LABEL)
        canvas.text(text, (beside, y - height // 2), Role.LABEL, ink)

    def _key(self) -> list[str]:
        return [
            self.texts("chart.wedges.before"),
            *(part.name for part in self.parts),
            self.texts("chart.wedges.after"),
        ]

    def _sample(self, canvas: Canvas) -> int:
        """How wide a stroke or a hatch is shown in the key."""
        return thick(canvas, 24)

    def _key_width(self, canvas: Canvas, width: int) -> int:
        """Return how wide the key is, in a chart so wide: as its longest name, within limits."""
        widest = max(canvas.fonts[Role.SMALL].size(name)[0] for name in self._key())
        wanted = widest + self._sample(canvas) + canvas.px(10)
        return min(wanted, round(width * MOST_FOR_KEY))

    def _paint_key(self, canvas: Canvas, plot: Plot) -> None:
        """Draw the names in the order of the picture, each with its stroke or hatch."""
        height = canvas.fonts.line_height(Role.SMALL)
        x, y = plot.rect.right + canvas.px(12), plot.rect.y
        names, sample = self._key(), self._sample(canvas)
        left = x + sample + canvas.px(6)
        room = max(canvas.surface.get_width() - left, 1)
        for place, name in enumerate(names):
            middle = y + (height + canvas.px(4)) // 2
            ends = [(x, middle), (x + sample, middle)]
            if place == 0:
                dashed(canvas, ends, canvas.theme.muted, thick(canvas, 2))
            elif place == len(names) - 1:
                stroke(canvas, ends, canvas.theme.text, thick(canvas, 2.5))
            else:
                box = pygame.Rect(x, middle - sample // 4, sample, sample // 2)
                hatch = HATCHES[(place - 1) % len(HATCHES)]
                hatched_box(canvas, box, _colour(canvas, self.parts[place - 1].accent), hatch)
            lines = canvas.lines(name, room, Role.SMALL)
            for i, line in enumerate(lines):
                canvas.text(line, (left, middle - height // 2 + i * height), Role.SMALL)
            y += height * len(lines) + canvas.px(4)


def _colour(canvas: Canvas, accent: int | None) -> Colour:
    """Return that of the delegation on every screen; grey for what is no delegation's."""
    parties = canvas.theme.parties
    return canvas.theme.muted if accent is None else parties[accent % len(parties)]


def _parts(
    wedges: Wedges, name: Callable[[str], str], rest: str, accents: Mapping[str, int]
) -> tuple[NamedWedge, ...]:
    """Name, cut and accent of each wedge shown; the small ones together."""
    named = [
        NamedWedge(name(wedge.bloc), wedge.cut_gtco2e, accents.get(wedge.bloc))
        for wedge in wedges.wedges
    ]
    if len(named) <= MOST_NAMED:
        return tuple(named)
    together = np.sum([small.cut_gtco2e for small in named[MOST_NAMED - 1 :]], axis=0)
    return (*named[: MOST_NAMED - 1], NamedWedge(rest, together, None))
