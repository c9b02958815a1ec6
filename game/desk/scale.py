"""Round values along an axis, for charts on the screen and on paper."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil, floor, log10

LEAST_SPAN_C = 0.1  # of an axis read to hundredths of a degree, so that no two marks read the same
MARGIN_SHARE = 0.12


def warming_range(ends_c: Collection[float]) -> tuple[float, float]:
    """From where to where an axis goes that holds some warmings, degC, with room at both ends."""
    low, high = min(ends_c), max(ends_c)
    margin = max((high - low) * MARGIN_SHARE, (LEAST_SPAN_C - (high - low)) / 2)
    return low - margin, high + margin


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values between two, `most` at most, steps of 1, 2 or 5 times a power of ten."""
    span = max(high - low, 1e-9)
    rough = span / max(most, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= rough - 1e-12)
    first = ceil(low / step - 1e-9)
    return [n * step for n in range(first, floor(high / step + 1e-9) + 1)]
