"""The plot area of a chart and its two axes with units: from figures to pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pygame

from game.climate.arrays import FloatArray
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role

Point = tuple[float, float]


@dataclass(frozen=True)
class Plot:
    """A rectangle of pixels: `first` to `last` from left to right, `low` to `high` upwards."""

    rect: pygame.Rect
    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Pixels of a value along the lower axis."""
        share = (value - self.first) / (self.last - self.first)
        return self.rect.x + share * (self.rect.width - 1)

    def y(self, value: float) -> float:
        """Pixels of a value along the upright axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.rect.bottom - 1 - share * (self.rect.height - 1)

    def at(self, x: int) -> float:
        """Return the value of the lower axis under a pixel, inside the plot."""
        share = (x - self.rect.x) / max(self.rect.width - 1, 1)
        return self.first + max(0.0, min(share, 1.0)) * (self.last - self.first)

    def path(self, along: FloatArray, values: FloatArray) -> list[Point]:
        """Points of a line, held inside the plot's height."""
        xs = self.rect.x + (along - self.first) / (self.last - self.first) * (self.rect.width - 1)
        share = (values - self.low) / (self.high - self.low)
        ys = np.clip(
            self.rect.bottom - 1 - share * (self.rect.height - 1), self.rect.y, self.rect.bottom
        )
        return list(zip(xs.tolist(), ys.tolist(), strict=True))


def draw_values(
    canvas: Canvas, plot: Plot, values: Sequence[float], written: Callable[[float], str]
) -> None:
    """Draw the upright axis: a level line and a figure for each value."""
    height = canvas.fonts.line_height(Role.SMALL)
    for value in values:
        y = round(plot.y(value))
        canvas.line((plot.rect.x, y), (plot.rect.right, y), canvas.theme.line)
        at = plot.rect.x - canvas.px(8), y - height // 2
        canvas.text(written(value), at, Role.SMALL, canvas.theme.muted, "right")


def draw_along(
    canvas: Canvas, plot: Plot, values: Sequence[float], written: Callable[[float], str]
) -> None:
    """Draw the lower axis; where figures would touch, every second is left out."""
    font = canvas.fonts[Role.SMALL]
    widest = max((font.size(written(value))[0] for value in values), default=0)
    while len(values) > 1 and abs(plot.x(values[1]) - plot.x(values[0])) < widest * 1.3:
        values = values[::2] if len(values) % 2 else values[1::2]
    for value in values:
        x = round(plot.x(value))
        canvas.line((x, plot.rect.bottom), (x, plot.rect.bottom + canvas.px(3)), canvas.theme.muted)
        at = x, plot.rect.bottom + canvas.px(4)
        canvas.text(written(value), at, Role.SMALL, canvas.theme.muted, "center")


def axis_room(canvas: Canvas, texts: Sequence[str]) -> int:
    """Pixels that the figures of an upright axis take."""
    font = canvas.fonts[Role.SMALL]
    return max((font.size(text)[0] for text in texts), default=0) + canvas.px(8)


def end_room(canvas: Canvas, last: str) -> int:
    """Pixels that the last figure of a lower axis takes beyond the plot: half of itself."""
    return canvas.fonts[Role.SMALL].size(last)[0] // 2 + canvas.px(4)
