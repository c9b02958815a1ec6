"""Packages of terms: their one written form, and every package two parties could sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from game.negotiation.scenario import Package, Scenario, Slot, Term
from game.negotiation.state import Promise, PromiseStatus

IntArray = npt.NDArray[np.int64]


def normalise(terms: Iterable[Term]) -> Package:
    """Sorted, one term a slot (the deepest), today's course left out."""
    deepest: dict[Slot, int] = {}
    for term in terms:
        deepest[term.slot] = max(term.option, deepest.get(term.slot, 0))
    return tuple(Term(slot, option) for slot, option in sorted(deepest.items()) if option > 0)


def in_force(ledger: Iterable[Promise], one: str, other: str) -> Package:
    """The terms two parties have agreed with each other, broken promises left out."""
    pair = {one, other}
    return normalise(
        promise.term
        for promise in ledger
        if {promise.term.slot.giver, promise.to} == pair
        and promise.status is not PromiseStatus.BROKEN
    )


def deepest_promised(ledger: Iterable[Promise]) -> Package:
    """What all parties together have promised and not broken."""
    return normalise(p.term for p in ledger if p.status is not PromiseStatus.BROKEN)


def slots_open(scenario: Scenario, slots: Sequence[Slot], is_open: frozenset[str]) -> list[int]:
    """Places of the slots whose issue can be agreed now."""
    return [place for place, slot in enumerate(slots) if slot.issue in is_open]


def all_outcomes(
    agreed: Sequence[int], deepest: Sequence[int], free: Sequence[int], most_changes: int
) -> IntArray:
    """Every agreement reachable by one offer, the one in force first.

    agreed, deepest: shape (slots,), the option in force and the last option of each slot
    free: places of the slots that may be deepened
    Returns options, shape (outcomes, slots), ordered by number of changes, then by place; the
    array is shared between calls and cannot be written to.
    """
    return _all_outcomes(tuple(agreed), tuple(deepest), tuple(free), most_changes)


@lru_cache(maxsize=512)
def _all_outcomes(
    agreed: tuple[int, ...], deepest: tuple[int, ...], free: tuple[int, ...], most_changes: int
) -> IntArray:
    base = np.array(agreed, dtype=np.int64).reshape(1, len(agreed))
    movable = [place for place in free if agreed[place] < deepest[place]]
    blocks = [base]
    for size in range(1, min(most_changes, len(movable)) + 1):
        for places in combinations(movable, size):
            steps = [np.arange(agreed[place] + 1, deepest[place] + 1) for place in places]
            chosen = np.stack(np.meshgrid(*steps, indexing="ij"), axis=-1).reshape(-1, size)
            block = np.repeat(base, len(chosen), axis=0)
            block[:, places] = chosen
            blocks.append(block)
    outcomes = np.concatenate(blocks)
    outcomes.setflags(write=False)
    return outcomes
