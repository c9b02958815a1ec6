"""Warming from no deals to all deals, deal by deal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desk.scale import ticks, warming_range
from game.texts import Texts
from game.ui.charts.axes import Plot, draw_along
from game.ui.charts.chart import Chart
from game.ui.charts.readout import Readout
from game.ui.charts.strokes import hatched_box
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.wrapping import shortened, wrapped

ROW_UNITS = 30
MOST_FOR_NAMES = 0.46  # of the width, for the names at the left
AFTER_NAMES_UNITS = 10


@dataclass(frozen=True)
class Part:
    """One deal. change_c: what it did to the median of 2100, degC; below zero is cooler."""

    name: str
    change_c: float


@dataclass(frozen=True, eq=False)
class WarmingSteps:
    """before_c, after_c: median warming in 2100, degC; the parts lead from one to the other."""

    before_c: float
    parts: tuple[Part, ...]
    after_c: float


class StepsChart(Chart):
    """A bar for each deal that begins where the one above it ended. Warmer is hatched."""

    def __init__(self, steps: WarmingSteps, texts: Texts, *, grow: int = 0) -> None:
        rows = len(steps.parts) + 2
        tip = texts("chart.steps.tip")
        height = ROW_UNITS * rows + 44
        super().__init__((steps,), texts, key="steps", tip=tip, height=height, grow=grow)
        self.figures = steps
        self.rows = rows

    @property
    def steps(self) -> int:
        """One a row."""
        return self.rows

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return a line of text and a half for each row."""
        return canvas.px(self.height * max(canvas.fonts.text_scale, 1.0))

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the row under a pixel."""
        row = (at[1] - self.plot.rect.y) * self.rows // max(self.plot.rect.height, 1)
        return row if 0 <= row < self.rows else None

    def reading(self, step: int) -> Readout:
        """Return what the deal did, and the warming after it."""
        name, figure = self._labels()[step]
        start, end = self._spans()[step]
        lines = [figure]
        if 0 < step < self.rows - 1:
            lines.append(self.texts("chart.steps.read", before=start, after=end))
        said = self.texts("words.named", name=name, value=figure)
        return Readout(name, tuple(lines), said)

    def paint_cursor(self, canvas: Canvas, step: int) -> int:
        """Draw a frame around the row."""
        row = self._row(self.plot, step)
        frame = pygame.Rect(self.rect.x, row.y, self.rect.width, row.height)
        canvas.outline(frame.inflate(-canvas.px(8), -canvas.px(6)), canvas.theme.focus)
        start, end = self._spans()[step]
        return round(self.plot.x(max(start, end)))

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Degrees along, a row a deal; names at the left, figures at the right."""
        longest = max(
            canvas.fonts[self._role(place)].size(name)[0]
            for place, (name, _) in enumerate(self._labels())
        )
        room = longest + canvas.px(AFTER_NAMES_UNITS)
        left = min(room, round(rect.width * MOST_FOR_NAMES))
        figures = [figure for _, figure in self._labels()]
        right = max(canvas.fonts[Role.STRONG].size(each)[0] for each in figures) + canvas.px(10)
        below = 2 * canvas.fonts.line_height(Role.SMALL) + canvas.px(6)
        inner = pygame.Rect(
            rect.x + left,
            rect.y,
            max(rect.width - left - right, 40),
            max(rect.height - below, 40),
        )
        ends = [end for span in self._spans()[1:-1] for end in span]
        ends += [self.figures.before_c, self.figures.after_c]
        return Plot(inner, *warming_range(ends), 0, 1)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Draw the axis below, a row for each deal, a thin line from each end to the next start."""
        rect = plot.rect
        along = ticks(plot.first, plot.last, max(2, rect.width // canvas.px(90)))
        draw_along(canvas, plot, along, lambda c: self.texts.number(c, 2))
        unit = self.texts("chart.steps.unit")
        at = rect.centerx, rect.bottom + canvas.fonts.line_height(Role.SMALL) + canvas.px(4)
        canvas.text(unit, at, Role.SMALL, canvas.theme.muted, "center")
        canvas.line((rect.x, rect.bottom), (rect.right, rect.bottom), canvas.theme.line)
        for place, ((name, figure), span) in enumerate(
            zip(self._labels(), self._spans(), strict=True)
        ):
            row = self._row(plot, place)
            self._paint_bar(canvas, plot, row, span, place)
            room = pygame.Rect(0, row.y, rect.x - canvas.px(AFTER_NAMES_UNITS), row.height)
            _write_name(canvas, name, room, self._role(place))
            y = row.centery - canvas.fonts.line_height(Role.STRONG) // 2
            canvas.text(figure, (canvas.surface.get_width(), y), Role.STRONG, align="right")

    def _role(self, place: int) -> Role:
        """Return the role of a row; the first and the last are no deals."""
        return Role.STRONG if place in (0, self.rows - 1) else Role.BODY

    def _paint_bar(
        self,
        canvas: Canvas,
        plot: Plot,
        row: pygame.Rect,
        span: tuple[float, float],
        place: int,
    ) -> None:
        start, end = (round(plot.x(value)) for value in span)
        thick = row.height * 3 // 5
        left = min(start, end)
        bar = pygame.Rect(left, row.centery - thick // 2, max(abs(end - start), 2), thick)
        if place in (0, self.rows - 1):
            disc = canvas.px(6)
            canvas.line((plot.rect.x, row.centery), (end, row.centery), canvas.theme.muted)
            canvas.disc((end, row.centery), disc, canvas.theme.text)
        else:
            warmer = span[1] > span[0]
            colour = canvas.theme.bad if warmer else canvas.theme.good
            hatched_box(canvas, bar, colour, "rising" if warmer else "solid")
        if place < self.rows - 1:
            below = self._row(plot, place + 1).centery
            canvas.line((end, row.centery), (end, below), canvas.theme.muted)

    def _row(self, plot: Plot, place: int) -> pygame.Rect:
        top = plot.rect.y + plot.rect.height * place // self.rows
        bottom = plot.rect.y + plot.rect.height * (place + 1) // self.rows
        return pygame.Rect(plot.rect.x, top, plot.rect.width, bottom - top)

    def _labels(self) -> list[tuple[str, str]]:
        texts, figures = self.texts, self.figures
        return [
            (texts("chart.steps.before"), texts("chart.warming", warming_c=figures.before_c)),
            *((part.name, texts("debrief.bar", change=part.change_c)) for part in figures.parts),
            (texts("chart.steps.after"), texts("chart.warming", warming_c=figures.after_c)),
        ]

    def _spans(self) -> list[tuple[float, float]]:
        """Where each row's bar starts and ends, degC."""
        spans = [(self.figures.before_c, self.figures.before_c)]
        for part in self.figures.parts:
            end = spans[-1][1]
            spans.append((end, end + part.change_c))
        return [*spans, (self.figures.after_c, self.figures.after_c)]


def steps_of(before_c: float, parts: Sequence[tuple[str, float]], after_c: float) -> WarmingSteps:
    """Return the steps from names and changes, in order."""
    return WarmingSteps(before_c, tuple(Part(name, change) for name, change in parts), after_c)


def _write_name(canvas: Canvas, name: str, room: pygame.Rect, role: Role) -> None:
    """On as many lines as there is room for; the last one is cut short where it must be."""
    font, height = canvas.fonts[role], canvas.fonts.line_height(role)
    lines = list(wrapped(font, name, room.width))
    most = max(1, room.height // height)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(font, " ".join(lines[most - 1 :]), room.width)]
    top = room.centery - height * len(lines) // 2
    for line in lines:
        canvas.text(line, (room.x, top), role)
        top += height
