"""Small steps from one frozen state to the next.

`_replace` makes each: it refuses a field that does not exist, type checkers see through it, and
what the old part had worked out stays with the old part.
"""

from __future__ import annotations

from game.negotiation.model.state import Standing, State


def standing_of(state: State, delegation: str) -> Standing:
    """Return the relations with one delegation; KeyError if there is none."""
    for standing in state.standings:
        if standing.delegation == delegation:
            return standing
    raise KeyError(delegation)


def with_standing(state: State, standing: Standing) -> State:
    """Return the state with the standing of one delegation in place of its old one."""
    standings = tuple(
        standing if old.delegation == standing.delegation else old for old in state.standings
    )
    return state._replace(standings=standings)
