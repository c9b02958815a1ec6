"""The home front: votes for what a party brings back (Putnam 1988)."""

from __future__ import annotations

from game.negotiation.model.scenario import Delegation, Faction, Package, Scenario
from game.negotiation.model.state import State, Votes


def terms_at_home(scenario: Scenario, state: State, party: str) -> Package:
    """Return what a home votes on: all that stands; at a hub others vote on the player's deal."""
    if scenario.is_whole or party == scenario.you:
        return state.ledger.deepest
    return state.ledger.in_force(scenario.you, party)


def shifts_of(state: State, party: Delegation) -> tuple[Votes, ...]:
    """Return what news and work at home have done to each group of a home, in their order."""
    return state.votes.of(party.id)


def unbounded_votes(shift: int, faction: Faction, terms: Package) -> int:
    """Return the votes of one faction as if it had no end of them, thousandths.

    shift: what news and work at home have moved
    """
    figures = faction.terms
    moved = sum(figures[term.slot][term.option] for term in terms if term.slot in figures)
    return faction.votes + shift + moved


def held_to_seats(votes: int, faction: Faction) -> int:
    """Return votes within what the faction can give: none to all of its seats, thousandths."""
    return max(0, min(votes, faction.seats))


def faction_votes(shift: int, faction: Faction, terms: Package) -> int:
    """Return the votes of one faction in favour when these terms hold, thousandths."""
    return held_to_seats(unbounded_votes(shift, faction, terms), faction)


def home_votes(state: State, party: Delegation, terms: Package) -> int:
    """Return the votes in favour at a party's home when these terms hold, thousandths."""
    return sum(
        faction_votes(votes.shift, faction, terms)
        for votes, faction in zip(shifts_of(state, party), party.home.factions, strict=True)
    )


def votes_before_terms(state: State, party: Delegation) -> tuple[int, ...]:
    """Return the votes per faction before any term counts, thousandths, not held to its seats."""
    return tuple(
        faction.votes + votes.shift
        for votes, faction in zip(shifts_of(state, party), party.home.factions, strict=True)
    )
