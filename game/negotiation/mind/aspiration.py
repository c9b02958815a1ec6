"""How much a delegation holds out for; it falls by the clock, reciprocity and dated news."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.negotiation.model.scenario import Personality
from game.negotiation.worth.grid import IntArray
from game.negotiation.worth.valuation import Table

LAST_CALL = 600  # thousandths of its hopes that are left for what can be agreed for the last time


class Mood(NamedTuple):
    """The drivers of a delegation's aspiration, apart from the figures of the table.

    time: share of the rounds that are over, 0 in the first and 1 in the last
    generosity: share (0-1000) of its hopes that the best binding offer so far has met
    asked: per slot of the table, in how many offers the other side named it
    """

    time: float
    generosity: int
    asked: tuple[int, ...]


def share_held_out(mind: Personality, time: float, generosity: int) -> float:
    """Return s0 * (1 - p^(1/e)): the share of the way from no deal to its best, 0-1.

    p = min(time, eps + (1 - eps) * generosity): it gives way with time, and only as far as the
    other side has moved. Time dependence as in Faratin, Sierra and Jennings (1998), eq. 2-3;
    giving only for what was given as in MiCRO (de Jonge 2022). In the last round it is 0.
    """
    if time >= 1.0:
        return 0.0
    eps = 1.0 - mind.reciprocity / 1000
    progress = min(time, eps + (1.0 - eps) * generosity / 1000)
    return mind.opening_share / 1000 * (1.0 - float(progress ** (1000 / mind.patience)))


def aspiration(table: Table, mood: Mood, generosity: int | None = None) -> int:
    """Return the least U it settles for now: b + (Umax - b) * share, thousandths of points.

    generosity: as it would be after one more offer; left out: as it is
    """
    if table.best is None:
        return table.floor
    met = mood.generosity if generosity is None else generosity
    share = share_held_out(table.party.personality, mood.time, met)
    return table.floor + round((table.best - table.floor) * share)


def least_hoped(table: Table, hoped: int, row: int) -> int:
    """Return the least U it settles for in one agreement, where it settles for `hoped` elsewhere.

    Through a door that closes with this round a part of its hopes is enough: the last call.
    """
    if table.last_call is None or not table.last_call[row]:
        return hoped
    return table.floor + (hoped - table.floor) * LAST_CALL // 1000


def settles_for(table: Table, hoped: int) -> IntArray:
    """Return the rows it would sign when it settles for `hoped`, or less at a last call."""
    if table.last_call is None:
        return table.signable_from(hoped)
    at_last = table.floor + (hoped - table.floor) * LAST_CALL // 1000
    least = np.where(table.last_call, at_last, hoped)
    return np.flatnonzero(table.signable & (table.utility >= least))


def generosity_after(table: Table, mood: Mood, row: int) -> int:
    """Return how far from no deal to its best the offers have come with this one, 0-1000."""
    if table.best is None or table.best <= table.floor:
        return mood.generosity
    share = 1000 * (int(table.utility[row]) - table.floor) // (table.best - table.floor)
    return max(mood.generosity, min(share, 1000), 0)
