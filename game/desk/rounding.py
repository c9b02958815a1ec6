"""Rounds figures for reading, so that a missed threshold never reads as met."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from game.negotiation.model.scenario import UNIT, Goals
from game.negotiation.rules.scoring import is_cut_enough
from game.texts import Texts

DIGITS = 2  # of degrees and of GtCO2e
VOTE_DIGITS = 1  # of points too
MOST_DIGITS = 4
HAIR = 5e-10  # what sums of floats are off by; less than a goal is missed by
DIGITS_OF_A_FILE = 9  # more than anybody writes; a threshold is told with all that it has
ALL_BUT = 0.99  # the most that is said of what is not all


def cut_told(cut_gtco2e: float, goals: Goals, texts: Texts) -> str:
    """Return what is taken off 2030 as every screen and the report tell it, in GtCO2e."""
    is_met = is_cut_enough(goals, cut_gtco2e)
    return beside(cut_gtco2e, goals.cut_2030_gtco2e, texts, is_met=is_met).have


def cut_needed(goals: Goals, texts: Texts) -> str:
    """Return what must be taken off 2030, in GtCO2e, to its last digit."""
    return beside(0.0, goals.cut_2030_gtco2e, texts, is_met=False).need


def cut_missing(cut_gtco2e: float, goals: Goals, texts: Texts) -> str:
    """Return the missing cut in 2030, as the difference of the two figures shown."""
    need = goals.cut_2030_gtco2e
    digits = _digits_to_tell(need, DIGITS)
    told = _told(cut_gtco2e, digits, is_met=is_cut_enough(goals, cut_gtco2e))
    return texts.number(need - told, digits)


def votes_told(votes: int, mark: int, texts: Texts) -> str:
    """Return votes, thousandths, beside the mark they need; whole ones without digits."""
    if votes % UNIT == 0:
        return texts.number(votes // UNIT)
    is_met = votes >= mark
    return beside(votes / UNIT, mark / UNIT, texts, is_met=is_met, least=VOTE_DIGITS).have


def mark_told(mark: int, texts: Texts) -> str:
    """Return a pass mark, thousandths, to its last digit."""
    return beside(0.0, mark / UNIT, texts, is_met=False, least=0).need


class FigurePair(NamedTuple):
    """A figure and its threshold, rounded together."""

    have: str
    need: str


def beside(
    have: float, need: float, texts: Texts, *, is_met: bool, least: int = DIGITS
) -> FigurePair:
    """Tell a figure beside its threshold so that it reads as met exactly if it is.

    Both have as many digits as the threshold has: what falls short is rounded down; what is met, to
    the nearest, which is no less than a threshold of those digits.

    least: digits after the point where the threshold has fewer
    """
    digits = _digits_to_tell(need, least)
    told = _told(have, digits, is_met=is_met)
    return FigurePair(texts.number(told, digits), texts.number(need, digits))


def digits_of(thousandths: int) -> int:
    """Return the number of digits shown for points or votes.

    Whole ones have none.
    """
    return 0 if thousandths % UNIT == 0 else VOTE_DIGITS


def digits_apart(have: float, need: float) -> int:
    """Return the digits after the point at which two figures that differ read as different."""
    for digits in range(DIGITS, MOST_DIGITS + 1):
        if round(have, digits) != round(need, digits):
            return digits
    return DIGITS


def warming_apart(then_c: float, now_c: float) -> float:
    """Return the change between two figures of warming as shown, so that the three agree, degC."""
    return round(then_c, DIGITS) - round(now_c, DIGITS)


def share_of_best(share: float) -> float:
    """Round a share to hundredths, less than all of it never to all of it."""
    return 1.0 if share >= 1 else min(round(share, 2), ALL_BUT)


def _digits_to_tell(figure: float, least: int) -> int:
    """Return the digits after the point that a figure has, `least` at least."""
    found = (d for d in range(least, DIGITS_OF_A_FILE) if abs(figure - round(figure, d)) < 1e-9)
    return next(found, DIGITS_OF_A_FILE)


def _told(have: float, digits: int, *, is_met: bool) -> float:
    """Round a figure: to the nearest where it meets what is needed, else down."""
    if is_met:
        return round(have, digits)
    parts: int = 10**digits
    return floor((have + HAIR) * parts) / parts
