"""From figures to pixels: the plot of a chart with its two axes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pygame

from game.climate.arrays import FloatArray

Point = tuple[float, float]


@dataclass(frozen=True)
class Plot:
    """A rectangle of pixels that shows years left to right and values bottom to top."""

    rect: pygame.Rect
    first_year: int
    last_year: int
    low: float
    high: float

    def x(self, year: float) -> float:
        """Pixels of a year."""
        share = (year - self.first_year) / (self.last_year - self.first_year)
        return self.rect.x + share * (self.rect.width - 1)

    def y(self, value: float) -> float:
        """Pixels of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.rect.bottom - 1 - share * (self.rect.height - 1)

    def year_at(self, x: int) -> int:
        """The year under a pixel, inside the plot."""
        share = (x - self.rect.x) / max(self.rect.width - 1, 1)
        year = self.first_year + share * (self.last_year - self.first_year)
        return max(self.first_year, min(round(year), self.last_year))

    def path(self, years: FloatArray, values: FloatArray) -> list[Point]:
        """Points of a line."""
        xs = self.rect.x + (years - self.first_year) / (self.last_year - self.first_year) * (
            self.rect.width - 1
        )
        share = (values - self.low) / (self.high - self.low)
        ys = np.clip(
            self.rect.bottom - 1 - share * (self.rect.height - 1), self.rect.y, self.rect.bottom
        )
        return list(zip(xs.tolist(), ys.tolist(), strict=True))
