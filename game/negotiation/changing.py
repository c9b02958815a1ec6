"""Small steps from one frozen state to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.negotiation.state import Standing, State


def standing_of(state: State, delegation: str) -> Standing:
    """How matters stand with one delegation; KeyError where there is none."""
    for standing in state.standings:
        if standing.delegation == delegation:
            return standing
    raise KeyError(delegation)


def with_standing(state: State, delegation: str, **changes: Any) -> State:
    """The state with one delegation's standing changed."""
    standings = tuple(
        replace(standing, **changes) if standing.delegation == delegation else standing
        for standing in state.standings
    )
    return replace(state, standings=standings)


def with_votes_moved(
    state: State,
    delegation: str,
    faction: str,
    change: int,
    *,
    visits: int = 0,
    paid: bool = False,
) -> State:
    """The state with one faction's votes moved."""
    votes = tuple(
        replace(v, shift=v.shift + change, worked=v.worked + visits, paid=v.paid or paid)
        if (v.delegation, v.faction) == (delegation, faction)
        else v
        for v in state.votes
    )
    return replace(state, votes=votes)
