"""Computers approach people: with what they would sign, and think that the other might.

An approach is a counter-offer that nobody had to ask for: it can be signed until the round is over,
answered with an offer, or left to lapse. What the other wants is guessed from its public wants, and
never from its figures.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.negotiation.mind.aspiration import aspiration, settles_for
from game.negotiation.mind.talks import Talks
from game.negotiation.model.events import Approached, Event
from game.negotiation.model.packages import NO_TERMS, Package
from game.negotiation.model.replies import Reply, Verdict
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import Standing, State
from game.negotiation.model.updates import standing_of, with_standing
from game.negotiation.rules.home_front import Moved
from game.negotiation.worth.grid import BoolArray
from game.negotiation.worth.joint_gains import Floats

MOST_APPROACHES = 2  # a round, to one person
FAIR_RETURN = 1.5  # how much of what it wants a person is thought to ask for a step of its own


class _Approach(NamedTuple):
    """What one computer would put to a person: its gain, times how likely it thinks a yes."""

    expected: float
    place: int  # in the level's order, the later the smaller, for equals
    of: str
    terms: Package


def approach_people(scenario: Scenario, state: State) -> Moved:
    """Let computers put what they would sign to the people at a whole table."""
    if not scenario.is_whole:
        return state, []
    events: list[Event] = []
    for person in state.people:
        for approach in _approaches(scenario, state, person):
            standing = standing_of(state, approach.of, person)
            state = with_standing(state, _put_on_the_table(standing, approach.terms))
            events.append(Approached(approach.of, person, approach.terms))
    return state, events


def _put_on_the_table(standing: Standing, terms: Package) -> Standing:
    """Return the relations with terms to sign; they are an answer to no offer."""
    of, towards = standing[:2]
    answer = Reply(of, towards, NO_TERMS, Verdict.COUNTER, None, terms, None)
    return standing._replace(counter=terms, what_if=None, provided=None, last_reply=answer)


def _approaches(scenario: Scenario, state: State, person: str) -> list[_Approach]:
    """Return the approaches that one person gets, the most promising first."""
    computers = [
        party.id
        for party in scenario.delegations
        if party.id not in state.people and scenario.slots_between(party.id, person)
    ]
    found = [
        approach
        for place, of in enumerate(computers)
        if not standing_of(state, of, person).walked_out
        and (approach := _best(Talks(scenario, state, of, person), -place)) is not None
    ]
    return sorted(found, key=lambda approach: approach[:2], reverse=True)[:MOST_APPROACHES]


def _best(talks: Talks, place: int) -> _Approach | None:
    """Return what a delegation would rather put to the other; None if it would sign nothing."""
    table = talks.table
    rows = settles_for(table, aspiration(table, talks.mood))
    rows = rows[_within_said(talks)[rows]]
    if len(rows) == 0:
        return None
    gains = (table.utility[rows] - int(table.utility[0])).astype(np.float64)
    expected = gains * _likely(talks)[rows]
    best = int(np.argmax(expected))
    if expected[best] <= 0:
        return None
    terms = table.package_of(int(rows[best]))
    return _Approach(float(expected[best]), place, talks.of, terms)


def _within_said(talks: Talks) -> BoolArray:
    """Return True where no line that the other has stated is crossed, shape (rows,)."""
    slots = talks.table.slots
    lines = talks.scenario.delegation(talks.towards).said_lines
    limits = [
        (slots.index(line.slot), line.lowest, line.highest) for line in lines if line.slot in slots
    ]
    return talks.table.grid.within(tuple(limits))


def _likely(talks: Talks) -> Floats:
    """Guess how likely the other is to sign each agreement, 0-1, shape (rows,).

    What it gets, weighed by its public wants, over a fair return for what it gives.
    """
    scenario, grid, other = talks.scenario, talks.table.grid, talks.towards
    wants = scenario.delegation(other).wants
    gets, gives = [], []
    for slot in talks.table.slots:
        last = scenario.issue(slot.issue).last
        steps = [1000 * option // last for option in range(last + 1)]
        is_own = slot.giver == other
        gives.append(steps if is_own else None)
        gets.append(None if is_own else [wants.get(slot, 0) * step for step in steps])
    got, given = (total - int(total[0]) for total in (grid.total(gets), grid.total(gives)))
    fair = np.maximum(FAIR_RETURN * given, 1.0)
    return np.where(given > 0, np.minimum(got / fair, 1.0) ** 2, 1.0)
