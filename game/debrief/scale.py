"""Round values along an axis, for charts on the screen and on paper."""

from __future__ import annotations

from math import ceil, floor, log10


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values between two, `most` at most, steps of 1, 2 or 5 times a power of ten."""
    span = max(high - low, 1e-9)
    rough = span / max(most, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= rough - 1e-12)
    first = ceil(low / step - 1e-9)
    return [n * step for n in range(first, floor(high / step + 1e-9) + 1)]
