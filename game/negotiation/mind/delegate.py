"""The mind of a computer delegation: accept, counter or refuse, and its counter-offer."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.negotiation.mind.aspiration import (
    Mood,
    aspiration,
    generosity_after,
    least_hoped,
    settles_for,
)
from game.negotiation.mind.explanation import explain
from game.negotiation.model.replies import Explanation, Verdict
from game.negotiation.model.scenario import Package, Slot
from game.negotiation.worth.grid import IntArray
from game.negotiation.worth.valuation import Table


class Judgement(NamedTuple):
    """A delegation's answer to one offer.

    row: the agreement the offer leads to; counter: the one it proposes, None where it has none
    hoped: the least it settles for now
    generosity: share (0-1000) of its hopes that the best offer so far, this one included, met
    """

    row: int
    verdict: Verdict
    counter: int | None
    hoped: int
    generosity: int
    explanation: Explanation | None


def judge(table: Table, mood: Mood, offer: Package) -> Judgement:
    """Answer an offer. ValueError if one offer cannot lead there.

    Acceptance as in AC_combi (Baarslag, Hindriks and Jonker 2014), never outside feasible: what
    reaches its aspiration, which no counter-offer of its own lies below; in the last round
    whatever is feasible.
    """
    row = table.row_of(offer)
    if row is None:
        raise ValueError("the offer leads to no agreement on this table")
    generosity = generosity_after(table, mood, row)
    hoped = aspiration(table, mood, generosity)
    verdict = verdict_on(table, mood, row)
    if verdict is Verdict.ACCEPT:
        return Judgement(row, verdict, None, hoped, generosity, None)
    counter = best_counter(table, mood, hoped) if verdict is Verdict.COUNTER else None
    why = explain(table, mood, row, lambda other: verdict_on(table, mood, other))
    return Judgement(row, verdict, counter, hoped, generosity, why)


def verdict_on(table: Table, mood: Mood, row: int) -> Verdict:
    """Return the answer to the offer that leads to a row: a look-up, no more."""
    hoped = aspiration(table, mood, generosity_after(table, mood, row))
    if table.signable[row] and int(table.utility[row]) >= least_hoped(table, hoped, row):
        return Verdict.ACCEPT
    return Verdict.COUNTER if _has_counter(table, hoped) else Verdict.REFUSE


def _has_counter(table: Table, hoped: int) -> bool:
    """Return True if it has anything to sign that it settles for."""
    best = table.best_new
    if best is None:
        return False
    return best >= hoped or (table.last_call is not None and len(settles_for(table, hoped)) > 0)


def best_counter(table: Table, mood: Mood, hoped: int) -> int | None:
    """Return the agreement it proposes: best for the other as it guesses, then with fewest changes.

    It offers something new of its own where it can do so and still have what it hopes for.
    """
    rows = settles_for(table, hoped)
    if len(rows) == 0:
        return None
    conceded = table.concedes[rows]
    if conceded.any():
        rows = rows[conceded]
    guess = guessed_value(table, mood, rows)
    rows = rows[guess == guess.max()]
    return int(rows[np.argmin(table.grid.changed[rows])])


def guessed_value(table: Table, mood: Mood, rows: IntArray) -> IntArray:
    """Return what it thinks some agreements are worth to the other side, shape (len(rows),).

    A fixed pie to begin with: the other gains what it gives up and pays what it is given. What
    the other asks for often it takes to be worth more to it, and what it offers often to cost it
    less (frequency model of Hindriks and Tykhonov 2008, from offers alone). Their true table is
    never read.
    """
    guesses = [
        _guess(table, slot, named) for slot, named in zip(table.slots, mood.asked, strict=True)
    ]
    return table.grid.total_at(guesses, rows)


def _guess(table: Table, slot: Slot, named: int) -> list[int]:
    own = table.party.valuations.get(slot, ())
    if slot.giver == table.party.id:
        return [-points * (1 + named) for points in own]
    return [-points // (1 + named) for points in own]
