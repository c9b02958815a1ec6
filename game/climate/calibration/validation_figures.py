"""Small multiples of fans and lines as SVG text, for the documentation."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray
from game.svg import PlotFrame, Svg

WIDTH, HEIGHT = 300, 220  # of the plot area of one panel, px
LEFT, TOP, GAP = 52, 96, 56
COLUMNS = 3
OURS, OUTER, INNER = "#1f5f99", "#cfe0ef", "#9dc1e0"
THEIRS, ASSESSED = "#333333", "#c8641e"
TEXT, GROUND, DASHES = "#222222", "#ffffff", "5 4"
LETTERS = "Source Sans 3, Source Sans Pro, Arial, sans-serif"


class ScenarioPanel(NamedTuple):
    """One scenario. All rows of `dashed` and `bars` are (x, low, middle, high)."""

    title: str
    x: FloatArray
    bands: tuple[tuple[FloatArray, FloatArray], ...]
    line: FloatArray
    dashed: FloatArray
    bars: FloatArray


def figure(
    panels: Sequence[ScenarioPanel],
    name: str,
    title: str,
    key: tuple[str, str, str],
    y_range: tuple[float, float],
    y_step: float,
) -> str:
    """All panels on one sheet with one scale; `key` names our line, theirs and the bars."""
    rows = -(-len(panels) // COLUMNS)
    sheet = Svg(name, LEFT + COLUMNS * (WIDTH + GAP), TOP + rows * (HEIGHT + GAP + 20), title)
    sheet.stand_alone(LETTERS, GROUND)
    sheet.text(title, (LEFT, 30), colour=TEXT, strong=True, size=20)
    _key(sheet, key)
    for number, panel in enumerate(panels):
        row, column = divmod(number, COLUMNS)
        left, top = LEFT + column * (WIDTH + GAP), TOP + row * (HEIGHT + GAP + 20)
        first, last = float(panel.x[0]), float(panel.x[-1])
        frame = PlotFrame((left, top, WIDTH, HEIGHT), first, last, *y_range)
        _axes(sheet, panel.title, frame, y_step)
        _fan(sheet, panel, frame)
        _theirs(sheet, panel, frame)
    return sheet.file_text()


def _key(sheet: Svg, key: tuple[str, str, str]) -> None:
    ours, theirs, assessed = key
    x = LEFT
    sheet.band([(x, 46), (x + 26, 46), (x + 26, 58), (x, 58)], INNER)
    marks = ((ours, OURS, 2.5, ""), (theirs, THEIRS, 1.6, DASHES), (assessed, ASSESSED, 3.0, ""))
    for words, colour, width, dashes in marks:
        if words:
            sheet.line([(x, 52), (x + 26, 52)], colour, width, dashes)
            sheet.text(words, (x + 34, 57), colour=TEXT, size=14)
            x += 330


def _axes(sheet: Svg, title: str, frame: PlotFrame, y_step: float) -> None:
    left, top, width, _ = frame.box
    sheet.text(title, (left, top - 8), colour=TEXT, strong=True, size=15)
    first = float(np.ceil(frame.low / y_step)) * y_step + 0.0
    for value in np.arange(first, frame.high + 1e-9, y_step).tolist():
        y = frame.y(value)
        sheet.line([(left, y), (left + width, y)], "#dddddd")
        sheet.text(f"{value:g}", (left - 6, y + 4), "end", TEXT, size=12)
    for year in range(int(frame.first), int(frame.last) + 1, 50):
        at = frame.x(year), frame.y(frame.low) + 17
        sheet.text(str(year), at, "middle", TEXT, size=12)


def _fan(sheet: Svg, panel: ScenarioPanel, frame: PlotFrame) -> None:
    x = panel.x.tolist()
    for colour, (low, high) in zip((OUTER, INNER), panel.bands, strict=False):
        edge = frame.path(x, high.tolist())
        sheet.band([*frame.path(x, low.tolist()), *reversed(edge)], colour)
    sheet.line(frame.path(x, panel.line.tolist()), OURS, 2.5)


def _theirs(sheet: Svg, panel: ScenarioPanel, frame: PlotFrame) -> None:
    if len(panel.dashed):
        x, *columns = panel.dashed.T.tolist()
        for values in columns:
            sheet.line(frame.path(x, values), THEIRS, 1.4, DASHES)
    for year, low, middle, high in panel.bars.tolist():
        x = frame.x(year)
        sheet.line([(x, frame.y(low)), (x, frame.y(high))], ASSESSED, 2.5)
        sheet.dot((x, frame.y(middle)), 4, ASSESSED, "none")
