"""Votes at home as the rules move them; events report the votes really gained."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.model.events import Event, VotesMoved
from game.negotiation.model.home import terms_at_home, unbounded_votes
from game.negotiation.model.home_moves import HomeMove, bounded_change
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import HomeVotes, State, Votes

Moved = tuple[State, list[Event]]


def move_votes(
    scenario: Scenario, state: State, delegation: str, moves: Iterable[HomeMove]
) -> Moved:
    """Move groups at one home, one after the other; a group gives no more than it has."""
    party = scenario.delegation(delegation)
    terms = terms_at_home(scenario, state, delegation)
    groups = {votes.faction: votes for votes in state.votes.of(delegation)}
    events: list[Event] = []
    for move in moves:
        faction, votes = party.home.faction(move.faction), groups[move.faction]
        unbounded = unbounded_votes(votes.shift, faction, terms)
        change = bounded_change(faction, unbounded, move.change)
        events.append(VotesMoved(delegation, move.faction, change, move.because))
        groups[move.faction] = _after(votes, move)
    moved = HomeVotes(
        groups[votes.faction] if votes.delegation == delegation else votes for votes in state.votes
    )
    return state._replace(votes=moved), events


def _after(votes: Votes, move: HomeMove) -> Votes:
    return votes._replace(
        shift=votes.shift + move.change,
        worked=votes.worked + move.is_visit,
        paid=votes.paid or move.is_payment,
    )
