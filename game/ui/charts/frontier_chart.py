"""The frontier of two parties, their deal, and the missed trades."""

from __future__ import annotations

import numpy as np
import pygame

from game.debrief.missed_trades import DealFrontier
from game.debrief.missed_trades_text import deal_named
from game.desk.scale import ticks
from game.negotiation.model.scenario import UNIT
from game.texts import Texts, as_told
from game.ui.charts.axes import Plot, Point, axis_room, draw_along, draw_values
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout
from game.ui.charts.strokes import stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role


class FrontierChart(Chart):
    """Points above no deal: theirs along, yours up. Dots are the frontier's packages, hollow where
    votes have to be won for them, a diamond the deal as it was signed, hollow and struck through
    where it was broken later, numbered rings the missed trades.
    """

    def __init__(
        self, frontier: DealFrontier, party: str, texts: Texts, *, height: int = 280, grow: int = 1
    ) -> None:
        tip = texts("chart.frontier.tip")
        super().__init__((frontier,), texts, key="frontier", tip=tip, height=height, grow=grow)
        self.frontier, self.party, self.deal = frontier, party, deal_named(frontier, texts)

    @property
    def steps(self) -> int:
        """The deal, the missed trades, then the other points of the frontier."""
        return len(self._places())

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return what lies nearest to a pixel."""
        spots = [self._pixel(self.plot, yours, theirs) for _, yours, theirs in self._places()]
        if not spots:
            return None
        return int(np.argmin([(x - at[0]) ** 2 + (y - at[1]) ** 2 for x, y in spots]))

    def reading(self, step: int) -> Readout:
        """Return what it is, and its points for both."""
        name, yours, theirs = self._places()[step]
        fields = {"party": self.party, "yours": yours / UNIT, "theirs": theirs / UNIT}
        lines = (
            self.texts("chart.frontier.read.yours", n=as_told(yours / UNIT, 1), **fields),
            self.texts("chart.frontier.read.theirs", n=as_told(theirs / UNIT, 1), **fields),
        )
        return Readout(name, lines, self.texts("words.named", name=name, value=lines[0]))

    def paint_cursor(self, canvas: Canvas, step: int) -> int:
        """Draw a ring around the place."""
        _, yours, theirs = self._places()[step]
        x, y = self._pixel(self.plot, yours, theirs)
        pygame.draw.aacircle(
            canvas.surface, canvas.theme.focus, (x, y), thick(canvas, 14), thick(canvas, 3)
        )
        return round(x)

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Points of both sides, from a little below the least shown to a little above the most."""
        yours, theirs = self._ranges()
        line = canvas.fonts.line_height(Role.SMALL)
        left = axis_room(canvas, ["-00"]) + canvas.px(4)
        inner = pygame.Rect(
            rect.x + left,
            rect.y + round(1.4 * line),
            max(rect.width - left - canvas.px(20), 40),
            max(rect.height - round(3.4 * line) - canvas.px(8), 40),
        )
        return Plot(inner, *theirs, *yours)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Axes through no deal, the frontier, the deal, the missed trades."""
        theme, rect, texts = canvas.theme, plot.rect, self.texts
        line = canvas.fonts.line_height(Role.SMALL)
        canvas.text(texts("chart.frontier.yours"), (0, 0), Role.SMALL, theme.muted)
        most = max(2, rect.height // (2 * line))
        draw_values(canvas, plot, ticks(plot.low, plot.high, most), self._written)
        along = ticks(plot.first, plot.last, max(2, rect.width // canvas.px(80)))
        draw_along(canvas, plot, along, self._written)
        unit = texts("chart.frontier.theirs", party=self.party)
        canvas.text(
            unit, (rect.right, rect.bottom + line + canvas.px(4)), Role.SMALL, theme.muted, "right"
        )
        self._paint_no_deal(canvas, plot)
        edge = [
            self._pixel(plot, int(yours), int(theirs))
            for yours, theirs in zip(self.frontier.yours, self.frontier.theirs, strict=True)
        ]
        stroke(canvas, edge, theme.theirs, thick(canvas, 1.5))
        for spot, hollow in zip(edge, self.frontier.needs_votes.tolist(), strict=True):
            canvas.disc(spot, thick(canvas, 4), theme.theirs)
            if hollow:
                canvas.disc(spot, thick(canvas, 2.5), theme.card)
        for place, missed in enumerate(self.frontier.missed):
            spot = self._pixel(plot, missed.yours, missed.theirs)
            self._paint_missed(canvas, spot, str(place + 1))
        if self.frontier.deal is not None:
            self._paint_deal(canvas, plot, self._pixel(plot, *self.frontier.deal))

    def _paint_no_deal(self, canvas: Canvas, plot: Plot) -> None:
        """Where either side would be as well off without a deal."""
        theme, width = canvas.theme, thick(canvas, 1.5)
        x, y = round(plot.x(0)), round(plot.y(0))
        canvas.dashes((plot.rect.x, y), (plot.rect.right, y), theme.muted, width)
        for top in range(plot.rect.y, plot.rect.bottom, canvas.px(10)):
            end = min(top + canvas.px(6), plot.rect.bottom)
            canvas.line((x, top), (x, end), theme.muted, width)
        text = self.texts("chart.frontier.no_deal")
        height = canvas.fonts.line_height(Role.SMALL)
        canvas.text(text, (x + canvas.px(5), y - height), Role.SMALL, theme.muted)

    def _paint_missed(self, canvas: Canvas, spot: Point, number: str) -> None:
        theme = canvas.theme
        height = canvas.fonts.line_height(Role.LABEL)
        radius = max(canvas.px(10), height // 2)
        canvas.disc(spot, radius, theme.good)
        canvas.disc(spot, radius - canvas.px(2.5), theme.card)
        at = round(spot[0]), round(spot[1] - height / 2)
        canvas.text(number, at, Role.LABEL, theme.text, "center")

    def _paint_deal(self, canvas: Canvas, plot: Plot, spot: Point) -> None:
        x, y = spot
        side = thick(canvas, 9)
        canvas.polygon(_diamond(spot, side), canvas.theme.ours)
        if self.frontier.broken:
            canvas.polygon(_diamond(spot, side / 2), canvas.theme.card)
            stroke(
                canvas,
                [(x - side, y + side), (x + side, y - side)],
                canvas.theme.ours,
                thick(canvas, 2.5),
            )
        text = self.deal
        width = canvas.fonts[Role.LABEL].size(text)[0]
        height = canvas.fonts.line_height(Role.LABEL)
        left = max(plot.rect.x, min(x - width / 2, plot.rect.right - width))
        top = y + side + canvas.px(1)
        if top + height > plot.rect.bottom:  # beside it, off what lies above
            beside = x - side - canvas.px(3) - width
            left = beside if beside > plot.rect.x else x + side + canvas.px(3)
            top = y - height / 2
        plate = pygame.Rect(round(left), round(top), width, height)
        canvas.surface.fill(canvas.theme.card, plate)
        canvas.text(text, plate.topleft, Role.LABEL, canvas.theme.ours)

    def _places(self) -> list[tuple[str, int, int]]:
        frontier, texts = self.frontier, self.texts
        found: list[tuple[str, int, int]] = []
        if frontier.deal is not None:
            found.append((self.deal, *frontier.deal))
        for place, missed in enumerate(frontier.missed, start=1):
            name = texts("chart.frontier.missed", number=place)
            found.append((name, missed.yours, missed.theirs))
        known = {(yours, theirs) for _, yours, theirs in found}
        edge = zip(frontier.yours.tolist(), frontier.theirs.tolist(), strict=True)
        name = texts("chart.frontier.edge")
        return [*found, *((name, y, t) for y, t in edge if (y, t) not in known)]

    def _ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return what both axes reach, points: yours, theirs."""
        places = self._places()
        ranges = []
        for points in ([p[1] for p in places], [p[2] for p in places]):
            figures = [each / UNIT for each in points] + [0.0]
            span = max(max(figures) - min(figures), 1.0)
            ranges.append((min(figures) - 0.1 * span, max(figures) + 0.1 * span))
        return ranges[0], ranges[1]

    def _pixel(self, plot: Plot, yours: int, theirs: int) -> Point:
        return plot.x(theirs / UNIT), plot.y(yours / UNIT)

    def _written(self, points: float) -> str:
        return self.texts.number(points, 0 if abs(points - round(points)) < 1e-6 else 1)


def _diamond(middle: Point, side: float) -> list[Point]:
    x, y = middle
    return [(x, y - side), (x + side, y), (x, y + side), (x - side, y)]
