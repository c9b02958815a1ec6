"""The second table: votes at home for what a party brings back (Putnam 1988)."""

from __future__ import annotations

from game.negotiation.model.scenario import Delegation, Faction, Package
from game.negotiation.model.state import State, Votes


def shifts_of(state: State, party: Delegation) -> tuple[Votes, ...]:
    """What news and work at home have done to each group of a party's home, in their order."""
    return state.votes.of(party.id)


def shift_of(state: State, delegation: str, faction: str) -> Votes:
    """What news and work at home have done to one faction; KeyError where there is none."""
    for votes in state.votes.of(delegation):
        if votes.faction == faction:
            return votes
    raise KeyError(faction)


def faction_votes(shift: int, faction: Faction, terms: Package) -> int:
    """Votes of one faction in favour when these terms hold, thousandths.

    shift: what news and work at home have moved
    """
    figures = faction.terms
    moved = sum(figures[term.slot][term.option] for term in terms if term.slot in figures)
    return max(0, min(faction.votes + shift + moved, faction.seats))


def home_votes(state: State, party: Delegation, terms: Package) -> int:
    """Votes in favour at a party's home when these terms hold, thousandths."""
    return sum(
        faction_votes(votes.shift, faction, terms)
        for votes, faction in zip(shifts_of(state, party), party.home.factions, strict=True)
    )


def votes_before_terms(state: State, party: Delegation) -> tuple[int, ...]:
    """Votes per faction before any term counts, thousandths; not held to its seats yet."""
    return tuple(
        faction.votes + votes.shift
        for votes, faction in zip(shifts_of(state, party), party.home.factions, strict=True)
    )
