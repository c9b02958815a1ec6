"""The second table: votes at home for what a party brings back (Putnam 1988)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.negotiation.packages import IntArray
from game.negotiation.scenario import Delegation, Faction, Package, Slot
from game.negotiation.state import State, Votes


def shift_of(state: State, delegation: str, faction: str) -> Votes:
    """What news and work at home have done to one faction."""
    for votes in state.votes:
        if votes.delegation == delegation and votes.faction == faction:
            return votes
    raise KeyError(faction)


def faction_votes(state: State, party: Delegation, faction: Faction, terms: Package) -> int:
    """Votes of one faction in favour when these terms hold, thousandths."""
    moved = sum(_effect(faction, term.slot, term.option) for term in terms)
    votes = faction.votes + shift_of(state, party.id, faction.id).shift + moved
    return max(0, min(votes, faction.seats))


def home_votes(state: State, party: Delegation, terms: Package) -> int:
    """Votes in favour at a party's home when these terms hold, thousandths."""
    return sum(faction_votes(state, party, faction, terms) for faction in party.home.factions)


def home_votes_of_all(
    state: State, party: Delegation, slots: Iterable[Slot], outcomes: IntArray
) -> IntArray:
    """Votes for every outcome, shape (outcomes,); outcomes: shape (outcomes, slots)."""
    total = np.zeros(len(outcomes), dtype=np.int64)
    for faction in party.home.factions:
        votes = np.full(len(outcomes), faction.votes + shift_of(state, party.id, faction.id).shift)
        for place, slot in enumerate(slots):
            if slot in faction.terms:
                votes += np.array(faction.terms[slot], dtype=np.int64)[outcomes[:, place]]
        total += np.clip(votes, 0, faction.seats)
    return total


def _effect(faction: Faction, slot: Slot, option: int) -> int:
    return faction.terms[slot][option] if slot in faction.terms else 0
