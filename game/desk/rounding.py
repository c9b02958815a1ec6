"""How figures are rounded to be told, so that what falls short never reads as if it did not."""

from __future__ import annotations

from math import floor

from game.negotiation.model.scenario import UNIT, Goals
from game.negotiation.rules.scoring import is_cut_enough
from game.texts import Texts

DIGITS = 2  # of degrees and of GtCO2e
VOTE_DIGITS = 1  # of points too
MOST_DIGITS = 4
ALL_BUT = 0.99  # the most that is said of what is not all


def cut_told(cut_gtco2e: float, goals: Goals) -> float:
    """What is taken off 2030 as it is told on every screen and in print, GtCO2e."""
    is_met = is_cut_enough(goals, cut_gtco2e)
    return _towards(cut_gtco2e, goals.cut_2030_gtco2e, DIGITS, is_met=is_met)


def votes_told(votes: int, mark: int, texts: Texts) -> str:
    """Votes, thousandths, as they are told beside the mark they need; whole ones without digits."""
    told = _towards(votes / UNIT, mark / UNIT, VOTE_DIGITS, is_met=votes >= mark)
    return texts.number(told, digits_of(votes))


def digits_of(thousandths: int) -> int:
    """The digits after the point that points or votes are told with: whole ones have none."""
    return 0 if thousandths % UNIT == 0 else VOTE_DIGITS


def digits_apart(have: float, need: float) -> int:
    """The digits after the point at which two figures that differ read as different."""
    for digits in range(DIGITS, MOST_DIGITS + 1):
        if round(have, digits) != round(need, digits):
            return digits
    return DIGITS


def warming_apart(then_c: float, now_c: float) -> float:
    """The change between two figures of warming as they are told, so that the three agree, degC."""
    return round(then_c, DIGITS) - round(now_c, DIGITS)


def share_of_best(share: float) -> float:
    """A share in whole hundredths; less than all of it is never told as all of it."""
    return 1.0 if share >= 1 else min(round(share, 2), ALL_BUT)


def _towards(have: float, need: float, digits: int, *, is_met: bool) -> float:
    """A figure beside what is needed: one just missed is not rounded into reach."""
    told = round(have, digits)
    if is_met or told < need:
        return told
    parts: int = 10**digits
    return floor(have * parts + 1e-6) / parts
