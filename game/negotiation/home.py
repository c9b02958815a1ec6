"""The second table: votes at home for what a party brings back (Putnam 1988)."""

from __future__ import annotations

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


def votes_before_terms(state: State, party: Delegation) -> tuple[int, ...]:
    """Votes per faction before any term counts, thousandths; not held to its seats yet."""
    return tuple(
        faction.votes + shift_of(state, party.id, faction.id).shift
        for faction in party.home.factions
    )


def _effect(faction: Faction, slot: Slot, option: int) -> int:
    return faction.terms[slot][option] if slot in faction.terms else 0
