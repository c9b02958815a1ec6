"""The arrays behind a table, shared by all positions with equal ones.

What an agreement is worth does not rest on the value of no deal or on the votes before it, and how
it moves votes rests on neither face nor trust; so most positions of most games share these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.scenario import Delegation, Slot, Term
from game.negotiation.worth.grid import Grid, IntArray, grid_between
from game.negotiation.worth.inputs import Ground

MOST_FACE_FACTOR = 2_000_000  # a concession costs at most three times its price
LEAST_FACE_FACTOR = -500_000  # cover from allies takes off at most half of it
MOST_KEPT = 128
WIDTH = np.int32  # of worth and votes: a level's figures reach a million thousandths a slot


class GroupMoves(NamedTuple):
    """How the terms of each agreement move the votes of one group at home, thousandths.

    least, most: over all agreements; votes: shape (rows,), or (1,) where nothing moves them
    """

    least: int
    most: int
    votes: IntArray


class HomeMoves(NamedTuple):
    """How the terms of each agreement move the votes at home: every group, and all together.

    together: shape (rows,), or (1,) where nothing moves any; as if no group ran out of votes
    """

    groups: tuple[GroupMoves, ...]
    together: IntArray


def grid_for(ground: Ground) -> Grid:
    """Return the box of agreements of a ground."""
    return grid_between(ground.agreed, ground.deepest, ground.most_changes)


def utility_of(ground: Ground) -> IntArray:
    """Return U of every agreement, thousandths of points, shape (rows,), read-only."""
    return _utility(ground._replace(no_deal_shift=0, votes=(), need=None, closing=()))


def votes_moved_by(ground: Ground) -> HomeMoves:
    """Return how every agreement moves the votes of each group at the party's home."""
    return _votes_moved(ground.party, ground.slots, grid_for(ground), ground.already)


@lru_cache(maxsize=MOST_KEPT)
def _utility(ground: Ground) -> IntArray:
    grid = grid_for(ground)
    utility = grid.total([_figures(ground, place) for place in range(len(ground.slots))], WIDTH)
    trust = Credibility(ground.kept, ground.broken)
    for link in ground.party.linkages:
        _add_linkage(ground, grid, utility, link.first, link.second, trust.believed(link.points))
    utility.setflags(write=False)
    return utility


def _figures(ground: Ground, place: int) -> list[int] | None:
    """Return figures per option: gains as believed, concessions with face and relief included."""
    slot = ground.slots[place]
    figures = ground.party.valuations.get(slot)
    if figures is None:
        return None
    if slot.giver != ground.party.id:
        return list(map(Credibility(ground.kept, ground.broken).believed, figures))
    mind = ground.party.personality
    factor = max(LEAST_FACE_FACTOR, min(ground.face * mind.face_weight, MOST_FACE_FACTOR))
    relief = ground.depths[place] * mind.coalition_weight
    paid = figures[ground.already[place]] if ground.already[place] else 0
    return [
        price + price * factor // 1_000_000 - price * relief // 1_000_000
        for price in (min(points - paid, 0) for points in figures)
    ]


def _add_linkage(
    ground: Ground, grid: Grid, utility: IntArray, first: Term, second: Term, points: int
) -> None:
    depths: dict[int, int] = {}
    for term in (first, second):
        if term.slot in ground.slots:
            place = ground.slots.index(term.slot)
            depths[place] = max(term.option, depths.get(place, 0))
        elif term not in ground.met:
            return
    grid.add_where(utility, depths, points)


@lru_cache(maxsize=MOST_KEPT)
def _votes_moved(
    party: Delegation, slots: tuple[Slot, ...], grid: Grid, already: tuple[int, ...]
) -> HomeMoves:
    groups = tuple(_group_moves(f.terms, slots, grid, already) for f in party.home.factions)
    together = np.zeros(1, dtype=WIDTH)
    for group in groups:
        together = together + group.votes
    together.setflags(write=False)
    return HomeMoves(groups, together)


def _group_moves(
    terms: Mapping[Slot, tuple[int, ...]],
    slots: Sequence[Slot],
    grid: Grid,
    already: tuple[int, ...],
) -> GroupMoves:
    figures = [
        [terms[slot][max(option, least)] for option in range(len(terms[slot]))]
        if slot in terms
        else []
        for slot, least in zip(slots, already, strict=True)
    ]
    if not any(figures):
        return GroupMoves(0, 0, np.zeros(1, dtype=WIDTH))
    moved = grid.total(figures, WIDTH)
    moved.setflags(write=False)
    return GroupMoves(int(moved.min()), int(moved.max()), moved)
