"""Small steps from one frozen state to the next.

`_replace` makes each: it refuses a field that does not exist, type checkers see through it, and
what the old part had worked out stays with the old part.
"""

from __future__ import annotations

from game.negotiation.model.state import Own, Standing, State


def standing_of(state: State, of: str, towards: str) -> Standing:
    """Return the relations of one delegation towards another; KeyError if there are none."""
    for standing in state.standings:
        if standing.of == of and standing.towards == towards:
            return standing
    raise KeyError(of, towards)


def with_standing(state: State, standing: Standing) -> State:
    """Return the state with one standing in place of the old one between the same two."""
    pair = standing[:2]
    standings = tuple(standing if old[:2] == pair else old for old in state.standings)
    return state._replace(standings=standings)


def own_of(state: State, party: str) -> Own:
    """Return what a party has of its own; KeyError where there is no such party."""
    for own in state.own:
        if own.party == party:
            return own
    raise KeyError(party)


def with_own(state: State, own: Own) -> State:
    """Return the state with what a party has of its own in place of what it had."""
    return state._replace(own=tuple(own if old.party == own.party else old for old in state.own))
