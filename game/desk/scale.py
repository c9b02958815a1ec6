"""The range and the ticks of a chart's axis, for charts on the screen and on paper."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil, floor, log10

LEAST_SPAN_C = 0.1  # labels show hundredths of a degree; a shorter axis would repeat some
MARGIN_SHARE = 0.12


def warming_range(ends_c: Collection[float]) -> tuple[float, float]:
    """Return the ends of an axis that shows these warmings, degC, with room at both ends."""
    low, high = min(ends_c), max(ends_c)
    margin = max((high - low) * MARGIN_SHARE, (LEAST_SPAN_C - (high - low)) / 2)
    return low - margin, high + margin


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return about `most` round values from low to high, 1, 2 or 5 times a power of ten apart."""
    span = max(high - low, 1e-9)
    rough = span / max(most, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= rough - 1e-12)
    first = ceil(low / step - 1e-9)
    return [n * step for n in range(first, floor(high / step + 1e-9) + 1)]
