"""One figure from meeting to meeting: a stepped line with its threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.desk.scale import ticks
from game.texts import Texts
from game.ui.charts.axes import Plot, Point, axis_room, draw_along, draw_values
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout, draw_dot, draw_upright
from game.ui.charts.strokes import stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role


@dataclass(frozen=True)
class Stand:
    """at: when, in rounds from 0; said: the figure in words and why it moved."""

    at: float
    value: float
    title: str
    said: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Trail:
    """One figure over a game.

    unit: what is drawn, and in what; threshold: a value and what it means
    bottom, top: what the axis reaches at least
    """

    name: str
    unit: str
    stands: tuple[Stand, ...]
    rounds: int
    threshold: tuple[float, str]
    bottom: float
    top: float


class TrailChart(Chart):
    """Holds its height until something moves it; a dot for each move."""

    def __init__(self, trail: Trail, texts: Texts, *, height: int = 150, grow: int = 0) -> None:
        tip = texts("chart.trail.tip")
        super().__init__(
            (trail,), texts, key=f"trail/{trail.name}", tip=tip, height=height, grow=grow
        )
        self.trail = trail

    @property
    def steps(self) -> int:
        """One for each move."""
        return len(self.trail.stands)

    @property
    def first_step(self) -> int:
        """How it stands now."""
        return self.steps - 1

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the last move before a pixel."""
        along = self.plot.at(at[0])
        before = [n for n, stand in enumerate(self.trail.stands) if stand.at <= along]
        return before[-1] if before else 0

    def reading(self, step: int) -> Readout:
        """When, how it stood from then on, and why."""
        stand = self.trail.stands[step]
        return Readout(stand.title, stand.said, f"{stand.title}: {stand.said[0]}")

    def paint_cursor(self, canvas: Canvas, step: int) -> int:
        """Draw a line through the plot and a dot on the step."""
        stand = self.trail.stands[step]
        x, y = self.plot.x(stand.at), self.plot.y(stand.value)
        draw_upright(canvas, x, self.plot.rect)
        draw_dot(canvas, x, y)
        return round(x)

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Return the plot: rounds along, the figure up; its unit above, the rounds below."""
        low, high = self._range()
        line = canvas.fonts.line_height(Role.SMALL)
        marks = [self._written(value) for value in self._marks(low, high)]
        left = axis_room(canvas, marks) + canvas.px(4)
        inner = pygame.Rect(
            rect.x + left,
            rect.y + round(1.4 * line),
            max(rect.width - left - canvas.px(12), 40),
            max(rect.height - round(2.6 * line) - canvas.px(8), 30),
        )
        return Plot(inner, 0, self.trail.rounds, low, high)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Axes, the threshold with its name, the line."""
        theme, rect = canvas.theme, plot.rect
        line = canvas.fonts.line_height(Role.SMALL)
        canvas.text(self.trail.unit, (0, 0), Role.SMALL, theme.muted)
        draw_values(canvas, plot, self._marks(plot.low, plot.high), self._written)
        middles = [place + 0.5 for place in range(self.trail.rounds)]
        draw_along(canvas, plot, middles, lambda at: str(int(at) + 1))
        value, name = self.trail.threshold
        y = round(plot.y(value))
        canvas.dashes((rect.x, y), (rect.right, y), theme.text, thick(canvas, 1.5))
        left = rect.right - canvas.fonts[Role.SMALL].size(name)[0]
        top = y - line if self._leaves_free_above(plot.at(left)) else y + canvas.px(1)
        canvas.text(name, (rect.right, top), Role.SMALL, theme.text, "right")
        stroke(canvas, self._path(plot), theme.theirs, thick(canvas, 2.5))
        for stand in self._moves():
            canvas.disc((plot.x(stand.at), plot.y(stand.value)), thick(canvas, 4), theme.theirs)

    def _path(self, plot: Plot) -> list[Point]:
        """Level until the next move; it ends where the game stands."""
        first, *_ = self.trail.stands
        points: list[Point] = [(plot.x(first.at), plot.y(first.value))]
        for stand in self._moves():
            x = plot.x(stand.at)
            points += [(x, points[-1][1]), (x, plot.y(stand.value))]
        last = min(int(self.trail.stands[-1].at) + 1, self.trail.rounds)
        return [*points, (plot.x(last), points[-1][1])]

    def _leaves_free_above(self, since: float) -> bool:
        """Return True if the line never rises over the threshold from a time on."""
        stands = self.trail.stands
        last = max((n for n, stand in enumerate(stands) if stand.at <= since), default=0)
        return all(stand.value <= self.trail.threshold[0] for stand in stands[last:])

    def _moves(self) -> list[Stand]:
        stands = self.trail.stands
        return [now for was, now in pairwise(stands) if was.value != now.value]

    def _range(self) -> tuple[float, float]:
        values = [stand.value for stand in self.trail.stands]
        return min(self.trail.bottom, *values), max(self.trail.top, *values)

    def _marks(self, low: float, high: float) -> Sequence[float]:
        return ticks(low, high, 4)

    def _written(self, value: float) -> str:
        return self.texts.number(value, 0 if abs(value - round(value)) < 1e-6 else 1)
