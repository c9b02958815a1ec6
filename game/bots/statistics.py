"""Measured figures and their intervals; the same games give the same ones on every machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2, sqrt

import numpy as np
from numpy.typing import NDArray

Z_95 = 1.959964  # half-width of 95 % of a normal distribution, in standard deviations
RESAMPLES = 1000
FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Measured:
    """A figure and the 95 % interval around it."""

    value: float
    low: float
    high: float

    @classmethod
    def exact(cls, value: float) -> Measured:
        """Return a figure that was counted, not sampled."""
        return cls(value, value, value)

    def above(self, other: Measured) -> Measured:
        """Return how far this lies above another; all above 0 only if the intervals are apart."""
        return Measured(self.value - other.value, self.low - other.high, self.high - other.low)


def wilson(passed: int, games: int) -> Measured:
    """Return the share of games passed, with Wilson's score interval (Wilson 1927).

    Raises ValueError where no game was played.
    """
    if games < 1:
        raise ValueError(games)
    share = passed / games
    weight = Z_95**2 / games
    middle = (share + weight / 2) / (1 + weight)
    half = Z_95 * sqrt(share * (1 - share) / games + weight / (4 * games)) / (1 + weight)
    return Measured(share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def bootstrapped(
    rows: FloatArray, statistic: Callable[[FloatArray], float], resamples: int = RESAMPLES
) -> Measured:
    """Return a statistic of rows, one a game or a seed, with its percentile interval (Efron 1979).

    rows: shape (games, ...); whole rows are drawn, so what belongs to one seed stays together
    """
    chance = np.random.default_rng(len(rows))
    value = statistic(rows)
    drawn = (chance.integers(0, len(rows), size=len(rows)) for _ in range(resamples))
    low, high = np.percentile([statistic(rows[places]) for places in drawn], (2.5, 97.5))
    return Measured(value, min(value, float(low)), max(value, float(high)))


def mean_of(figures: Sequence[float]) -> Measured:
    """Return the mean of some figures with its interval."""
    return bootstrapped(np.asarray(figures, dtype=float), lambda rows: float(rows.mean()))


def ratio_of_means(upper: Sequence[float], lower: Sequence[float]) -> Measured | None:
    """One mean as a share of another, game by game on the same seeds; None if that is 0."""
    pairs = np.column_stack([upper, lower]).astype(float)
    if pairs[:, 1].mean() <= 0:
        return None
    return bootstrapped(pairs, _ratio)


def entropy_bits(shares: Sequence[float]) -> float:
    """Shannon's entropy of shares that add up to 1: 0 if one has it all."""
    return -sum(share * log2(share) for share in shares if share > 0) + 0.0


def _ratio(pairs: FloatArray) -> float:
    first, second = pairs.mean(axis=0)
    return float(first / second) if second > 0 else 0.0
