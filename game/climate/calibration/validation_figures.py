"""Small multiples of fans and lines as SVG text, for the documentation."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

import numpy as np

from game.climate.arrays import FloatArray

WIDTH, HEIGHT = 300.0, 220.0  # of the plot area of one panel, px
LEFT, TOP, GAP = 52.0, 96.0, 56.0
COLUMNS = 3
OURS, OUTER, INNER = "#1f5f99", "#cfe0ef", "#9dc1e0"
THEIRS, ASSESSED = "#333333", "#c8641e"
TEXT = 'font-family="Source Sans 3, Source Sans Pro, Arial, sans-serif" fill="#222222"'


class ScenarioPanel(NamedTuple):
    """One scenario. All rows of `dashed` and `bars` are (x, low, middle, high)."""

    title: str
    x: FloatArray
    bands: tuple[tuple[FloatArray, FloatArray], ...]
    line: FloatArray
    dashed: FloatArray
    bars: FloatArray


class _Scale(NamedTuple):
    left: float
    top: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return self.left + across * WIDTH, self.top + (1.0 - up) * HEIGHT

    def path(self, x: FloatArray, y: FloatArray) -> str:
        places = (self.at(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True))
        return "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in places)


def figure(
    panels: Sequence[ScenarioPanel],
    title: str,
    key: tuple[str, str, str],
    y_range: tuple[float, float],
    y_step: float,
) -> str:
    """All panels on one sheet with one scale; `key` names our line, theirs and the bars."""
    rows = -(-len(panels) // COLUMNS)
    width = LEFT + COLUMNS * (WIDTH + GAP)
    height = TOP + rows * (HEIGHT + GAP + 20.0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="30" font-size="20" font-weight="600" {TEXT}>{escape(title)}</text>',
        *_key(key),
    ]
    for number, panel in enumerate(panels):
        row, column = divmod(number, COLUMNS)
        scale = _Scale(
            LEFT + column * (WIDTH + GAP),
            TOP + row * (HEIGHT + GAP + 20.0),
            (float(panel.x[0]), float(panel.x[-1])),
            y_range,
        )
        parts += _axes(panel.title, scale, y_step)
        parts += _fan(panel, scale)
        parts += _theirs(panel, scale)
    return "\n".join([*parts, "</svg>", ""])


def _key(key: tuple[str, str, str]) -> list[str]:
    parts, x = [], LEFT
    marks = (
        f'<rect x="{{x}}" y="46" width="26" height="12" fill="{INNER}"/>'
        f'<line x1="{{x}}" x2="{{end}}" y1="52" y2="52" stroke="{OURS}" stroke-width="2.5"/>',
        f'<line x1="{{x}}" x2="{{end}}" y1="52" y2="52" stroke="{THEIRS}" stroke-width="1.6" '
        'stroke-dasharray="5 4"/>',
        f'<line x1="{{x}}" x2="{{end}}" y1="52" y2="52" stroke="{ASSESSED}" stroke-width="3"/>',
    )
    for mark, words in zip(marks, key, strict=True):
        if words:
            parts.append(mark.format(x=x, end=x + 26.0))
            parts.append(f'<text x="{x + 34}" y="57" font-size="14" {TEXT}>{escape(words)}</text>')
            x += 330.0
    return parts


def _axes(title: str, scale: _Scale, y_step: float) -> list[str]:
    left, top = scale.left, scale.top
    parts = [
        f'<text x="{left}" y="{top - 8}" font-size="15" font-weight="600" {TEXT}>{title}</text>'
    ]
    low, high = scale.y_range
    first = float(np.ceil(low / y_step)) * y_step + 0.0
    for value in np.arange(first, high + 1e-9, y_step).tolist():
        _, y = scale.at(scale.x_range[0], value)
        parts.append(
            f'<line x1="{left}" x2="{left + WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>'
            f'<text x="{left - 6}" y="{y + 4:.1f}" font-size="12" text-anchor="end" {TEXT}>'
            f"{value:g}</text>"
        )
    for year in range(int(scale.x_range[0]), int(scale.x_range[1]) + 1, 50):
        x, y = scale.at(year, low)
        parts.append(
            f'<text x="{x:.1f}" y="{y + 17:.1f}" font-size="12" text-anchor="middle" {TEXT}>'
            f"{year}</text>"
        )
    return parts


def _fan(panel: ScenarioPanel, scale: _Scale) -> list[str]:
    parts = []
    for colour, (low, high) in zip((OUTER, INNER), panel.bands, strict=False):
        x = np.concatenate([panel.x, panel.x[::-1]])
        edge = scale.path(x, np.concatenate([low, high[::-1]]))
        parts.append(f'<path d="{edge}Z" fill="{colour}" stroke="none"/>')
    line = scale.path(panel.x, panel.line)
    parts.append(f'<path d="{line}" fill="none" stroke="{OURS}" stroke-width="2.5"/>')
    return parts


def _theirs(panel: ScenarioPanel, scale: _Scale) -> list[str]:
    parts = []
    if len(panel.dashed):
        for column in (1, 2, 3):
            line = scale.path(panel.dashed[:, 0], panel.dashed[:, column])
            parts.append(
                f'<path d="{line}" fill="none" stroke="{THEIRS}" stroke-width="1.4" '
                'stroke-dasharray="5 4"/>'
            )
    for x, low, middle, high in panel.bars.tolist():
        (across, bottom), (_, top) = scale.at(x, low), scale.at(x, high)
        _, best = scale.at(x, middle)
        parts.append(
            f'<line x1="{across:.1f}" x2="{across:.1f}" y1="{bottom:.1f}" y2="{top:.1f}" '
            f'stroke="{ASSESSED}" stroke-width="2.5"/>'
            f'<circle cx="{across:.1f}" cy="{best:.1f}" r="4" fill="{ASSESSED}"/>'
        )
    return parts
