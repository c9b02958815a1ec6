"""CO2 as water in a bath: tap, drain and level, and both flows over the years."""

from __future__ import annotations

import numpy as np
import pygame

from game.climate.forcing import CO2_1750_PPM
from game.debrief.carbon_bath import Bath
from game.desk.scale import ticks
from game.texts import Texts
from game.ui.charts.axes import Plot, axis_room, draw_along, draw_values, end_room
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout, draw_dot, draw_upright
from game.ui.charts.strokes import dashed, hatched, stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role

YEARS_NAMED = (2021, 2040, 2060, 2080, 2100)
TUB_SHARE = 0.42  # of the width
FULL_PPM = 600.0  # where the rim of the tub lies


class BathChart(Chart):
    """The tub of one year at the left, the flows of all years at the right."""

    def __init__(self, bath: Bath, texts: Texts, *, height: int = 240, grow: int = 1) -> None:
        tip = texts("chart.bath.tip")
        super().__init__((bath,), texts, key="bath", tip=tip, height=height, grow=grow)
        self.bath = bath
        self.high = 10.0 * np.ceil(float(max(bath.inflow_gtco2.max(), 1.0)) / 10.0)
        lowest = min(float(bath.inflow_gtco2.min()), float(bath.outflow_gtco2.min()), 0.0)
        self.low = 10.0 * np.floor(lowest / 10.0)

    @property
    def steps(self) -> int:
        """One a year."""
        return len(self.bath.years)

    @property
    def first_step(self) -> int:
        """2050."""
        return int(np.searchsorted(self.bath.years, 2050))

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the year under a pixel of the flows."""
        if at[0] < self.plot.rect.x:
            return self.cursor
        return round(self.plot.at(at[0])) - int(self.bath.years[0])

    def reading(self, step: int) -> Readout:
        """Both flows and the level of a year."""
        fields = self._figures(step)
        names = ("inflow", "outflow", "level")
        lines = tuple(self.texts(f"chart.bath.read.{name}", **fields) for name in names)
        return Readout(str(fields["year"]), lines, self.texts("chart.bath.read.brief", **fields))

    def paint_cursor(self, canvas: Canvas, step: int) -> int:
        """Draw a line through the year; the tub shows that year."""
        x = self.plot.x(int(self.bath.years[step]))
        draw_upright(canvas, x, self.plot.rect)
        for flow in (self.bath.inflow_gtco2, self.bath.outflow_gtco2):
            draw_dot(canvas, x, self.plot.y(float(flow[step])))
        tub = self._tub_room(self.rect)
        canvas.surface.fill(canvas.theme.card, tub)
        self._paint_tub(canvas, tub, step)
        return round(x)

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Years along, gigatonnes of CO2 a year up."""
        line = canvas.fonts.line_height(Role.SMALL)
        left = round(rect.width * TUB_SHARE) + axis_room(canvas, ["-00"])
        inner = pygame.Rect(
            rect.x + left,
            rect.y + round(1.4 * line),
            max(rect.width - left - end_room(canvas, str(self.bath.years[-1])), 40),
            max(rect.height - round(2.5 * line) - canvas.px(4), 40),
        )
        years = self.bath.years
        return Plot(inner, int(years[0]), int(years[-1]), self.low, self.high)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Draw the flows with what stays in the air between them, and the tub of the first year."""
        bath, theme = self.bath, canvas.theme
        line = canvas.fonts.line_height(Role.SMALL)
        unit = self.texts("chart.bath.unit")
        canvas.text(unit, (plot.rect.right, 0), Role.SMALL, theme.muted, "right")
        most = max(2, plot.rect.height // (2 * line))
        draw_values(canvas, plot, ticks(self.low, self.high, most), self.texts.number)
        draw_along(canvas, plot, YEARS_NAMED, lambda year: str(int(year)))
        years = bath.years.astype(float)
        inflow, outflow = (
            plot.path(years, flow) for flow in (bath.inflow_gtco2, bath.outflow_gtco2)
        )
        stays = [*inflow, *reversed(outflow)]
        hatched(canvas, stays, theme.bands[0], "rising", theme.bands[1])
        stroke(canvas, inflow, theme.mercury, thick(canvas, 2.5))
        dashed(canvas, outflow, theme.theirs, thick(canvas, 2.5))
        self._paint_names(canvas, plot)
        self._paint_tub(canvas, self._tub_room(canvas.surface.get_rect()), self.first_step)

    def _paint_names(self, canvas: Canvas, plot: Plot) -> None:
        """Draw the names of the two lines, clear of both."""
        height = canvas.fonts.line_height(Role.LABEL)
        x = plot.rect.x + canvas.px(6)
        room = plot.rect.width - canvas.px(6)
        inflow, outflow = self.texts("chart.bath.inflow"), self.texts("chart.bath.outflow")
        most = float(self.bath.inflow_gtco2[: len(self.bath.years) // 2].max())
        top = max(round(plot.y(most)) - height - canvas.px(3), plot.rect.y)
        canvas.text(inflow, (x, top), Role.LABEL, canvas.theme.mercury)
        lines = canvas.lines(outflow, room, Role.LABEL)
        widest = max(canvas.fonts[Role.LABEL].size(each)[0] for each in lines)
        until = round(plot.at(x + widest)) - int(self.bath.years[0]) + 1
        least = float(np.minimum(self.bath.outflow_gtco2, self.bath.inflow_gtco2)[:until].min())
        below = round(plot.y(least)) + canvas.px(3)
        below = min(below, plot.rect.bottom - height * len(lines))
        for place, each in enumerate(lines):
            at = x, below + place * height
            canvas.text(each, at, Role.LABEL, canvas.theme.theirs)

    def _tub_room(self, rect: pygame.Rect) -> pygame.Rect:
        return pygame.Rect(rect.x, rect.y, round(rect.width * TUB_SHARE), rect.height)

    def _paint_tub(self, canvas: Canvas, room: pygame.Rect, step: int) -> None:
        """Tap above, tub with its level and marks, drain below."""
        theme, texts, fields = canvas.theme, self.texts, self._figures(step)
        line = canvas.fonts.line_height(Role.SMALL)
        title = texts("chart.bath.year", year=fields["year"])
        canvas.text(title, (room.centerx, room.y), Role.LABEL, theme.text, "center")
        tap = room.y + line
        into = texts("chart.bath.flow.in", **fields)
        canvas.text(into, (room.centerx, tap), Role.SMALL, theme.mercury, "center")
        flow_height = max(canvas.px(20), 8)
        tub = pygame.Rect(0, 0, round(room.width * 0.62), 0)
        tub.height = max(room.height - 3 * line - 2 * flow_height - canvas.px(6), 20)
        tub.midtop = room.centerx, tap + line + flow_height
        self._paint_flow(canvas, room.centerx, tub.top, fields["inflow"], theme.mercury, "in")
        self._paint_water(canvas, tub, fields)
        self._paint_flow(
            canvas, room.centerx, tub.bottom + flow_height, fields["outflow"], theme.theirs, "out"
        )
        out = texts("chart.bath.flow.out", **fields)
        at = room.centerx, tub.bottom + flow_height + canvas.px(2)
        canvas.text(out, at, Role.SMALL, theme.theirs, "center")

    def _paint_water(self, canvas: Canvas, tub: pygame.Rect, fields: dict[str, float]) -> None:
        theme = canvas.theme
        share = min(fields["ppm"] / FULL_PPM, 1.0)
        water = tub.copy()
        water.height = round(tub.height * share)
        water.bottom = tub.bottom
        canvas.surface.fill(theme.bands[2], water)
        before = tub.bottom - round(tub.height * CO2_1750_PPM / FULL_PPM)
        canvas.dashes((tub.x, before), (tub.right, before), theme.text, thick(canvas, 1.5))
        wall = thick(canvas, 3)
        for start, end in (
            (tub.topleft, tub.bottomleft),
            (tub.bottomleft, tub.bottomright),
            (tub.topright, tub.bottomright),
        ):
            canvas.line(start, end, theme.muted, wall)
        level = self.texts("chart.bath.level", **fields)
        y = water.y + canvas.px(2)
        canvas.text(level, (tub.centerx, y), Role.NUMBER, theme.text, "center")
        old = self.texts("chart.bath.before", ppm=CO2_1750_PPM)
        if tub.bottom - before > canvas.fonts.line_height(Role.SMALL):
            canvas.text(old, (tub.centerx, before + 1), Role.SMALL, theme.text, "center")

    def _paint_flow(
        self,
        canvas: Canvas,
        x: int,
        bottom: int,
        gtco2: float,
        colour: tuple[int, int, int],
        way: str,
    ) -> None:
        """Draw a jet as wide as the flow is strong; a flow below zero runs the other way."""
        height = max(canvas.px(18), 7)
        width = max(canvas.px(0.9 * abs(gtco2)), 2)
        jet = pygame.Rect(x - width // 2, bottom - height, width, height - canvas.px(7))
        tip = [
            (x - width // 2 - canvas.px(5), jet.bottom),
            (x + width // 2 + canvas.px(5), jet.bottom),
        ]
        canvas.surface.fill(colour, jet)
        point = jet.bottom + canvas.px(7)
        if gtco2 < 0:
            tip = [
                (x - width // 2 - canvas.px(5), jet.top),
                (x + width // 2 + canvas.px(5), jet.top),
            ]
            point = jet.top - canvas.px(7)
        canvas.polygon([*tip, (x, point)], colour)

    def _figures(self, step: int) -> dict[str, float]:
        bath = self.bath
        return {
            "year": int(bath.years[step]),
            "inflow": float(bath.inflow_gtco2[step]),
            "outflow": float(bath.outflow_gtco2[step]),
            "ppm": float(bath.level_ppm[step]),
        }
