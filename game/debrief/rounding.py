"""How figures are rounded to be told, so that what falls short never reads as if it did not."""

from __future__ import annotations

from math import floor

DIGITS = 2  # of degrees and of GtCO2e wherever they are told beside a goal
MOST_DIGITS = 4
ALL_BUT = 0.99  # the most that is said of what is not all


def digits_apart(have: float, need: float) -> int:
    """The digits after the point at which two figures that differ read as different."""
    for digits in range(DIGITS, MOST_DIGITS + 1):
        if round(have, digits) != round(need, digits):
            return digits
    return DIGITS


def towards(have: float, need: float, *, is_met: bool) -> float:
    """A figure as it is told beside what is needed: one just missed is not rounded into reach."""
    if not is_met and round(have, DIGITS) >= need:
        return floor(have * 100 + 1e-6) / 100
    return round(have, DIGITS)


def share_of_best(share: float) -> float:
    """A share in whole hundredths; less than all of it is never told as all of it."""
    return 1.0 if share >= 1 else min(round(share, 2), ALL_BUT)
