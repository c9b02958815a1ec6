"""The computers bargain among themselves when a round opens, all from the same position.

Each computer names one partner: the one with which the fairest text that both would sign brings it
most. If it has no such text, it names one with which it could have one later. The named pairs are
settled one after another: those with a text first, then by the product of both gains, then by the
level's order. Each pair looks again at what stands by then, so no order of play decides anything.
A pair without a text tells each other what it would sign. That counts as an offer: the other's
hopes fall as far as the offer meets them.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from game.negotiation.mind.aspiration import aspiration, generosity_after, settles_for
from game.negotiation.mind.chair import Text, fairest
from game.negotiation.mind.delegate import best_counter
from game.negotiation.mind.talks import Side, Talks
from game.negotiation.model.events import Event
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State
from game.negotiation.model.updates import standing_of, with_standing
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.signing import strike
from game.negotiation.worth.grid import IntArray

Pair = tuple[str, str]


class _Outlook(NamedTuple):
    """What two computers could agree: the text both would sign now, or only by and by."""

    talks: Talks
    now: Text | None
    later: Text | None

    def rank(self, place: int) -> tuple[bool, int, int]:
        """Return where it comes in the order of settlement: texts first, the largest product."""
        product = self.now.product if self.now is not None else 0
        return self.now is None, -product, place

    def gain_of(self, party: str, text: Text) -> int:
        """Return what a text brings one of the two, thousandths of points."""
        table = self.talks.table if party == self.talks.of else self.talks.your_table
        return int(table.utility[text.row]) - int(table.utility[0])


def strike_computer_deals(scenario: Scenario, state: State) -> Moved:
    """Strike the deals of pairs of computers at a whole table; none at a hub, or for one alone."""
    seats = [party.id for party in scenario.delegations if party.id not in state.people]
    if not scenario.is_whole or len(seats) < 2:
        return state, []
    pairs = [pair for pair in combinations(seats, 2) if scenario.slots_between(*pair)]
    before = state
    outlooks = [_outlook(scenario, before, pair) for pair in pairs]
    events: list[Event] = []
    for place in _in_order(seats, pairs, outlooks):
        if state is not before:
            outlook = _outlook(scenario, state, pairs[place])
        else:
            outlook = outlooks[place]
        state, struck = _settled(scenario, state, outlook)
        events += struck
    return state, events


def _outlook(scenario: Scenario, state: State, pair: tuple[str, str]) -> _Outlook:
    one, other = pair
    talks = Talks(scenario, state, other, one)
    theirs, yours = talks.table, talks.your_table
    both = theirs.signable & yours.signable
    if not both.any():
        return _Outlook(talks, None, None)
    hoping = _settling(talks.yours)
    willing = np.intersect1d(_settling(talks.theirs), hoping, assume_unique=True)
    now = fairest(yours, theirs, willing)
    return _Outlook(talks, now, now or fairest(yours, theirs, np.flatnonzero(both)))


def _settling(side: Side) -> IntArray:
    """Return the agreements that a side would sign now, hopes and all."""
    return settles_for(side.table, aspiration(side.table, side.mood))


def _in_order(seats: list[str], pairs: list[Pair], outlooks: list[_Outlook]) -> list[int]:
    """Return the tables that were named, each once, in the order in which they are settled."""
    named = {_named_by(seat, pairs, outlooks) for seat in seats}
    found = (place for place in named if place is not None)
    return sorted(found, key=lambda place: outlooks[place].rank(place))


def _named_by(seat: str, pairs: list[Pair], outlooks: list[_Outlook]) -> int | None:
    """Return the table that one seat names: where it gains most now, else where it could."""
    found = [
        (outlook.now is not None, outlook.gain_of(seat, text), -place)
        for place, (pair, outlook) in enumerate(zip(pairs, outlooks, strict=True))
        if seat in pair and (text := outlook.now or outlook.later) is not None
    ]
    return -max(found)[-1] if found else None


def _settled(scenario: Scenario, state: State, outlook: _Outlook) -> Moved:
    talks = outlook.talks
    if outlook.now is None:
        return _exchanged(state, talks), []
    terms = talks.table.package_of(outlook.now.row)
    state, struck = strike(scenario, state, talks.of, talks.towards, terms)
    return state, [struck]


def _exchanged(state: State, talks: Talks) -> State:
    """Let each say what it would sign; the other's hopes fall as far as that meets them."""
    for hears, says, of, towards in (
        (talks.theirs, talks.yours, talks.of, talks.towards),
        (talks.yours, talks.theirs, talks.towards, talks.of),
    ):
        row = best_counter(says.table, says.mood, aspiration(says.table, says.mood))
        if row is None:
            continue
        standing = standing_of(state, of, towards)
        heard = standing._replace(
            generosity=generosity_after(hears.table, hears.mood, row),
            offers=(*standing.offers, hears.table.package_of(row)),
        )
        state = with_standing(state, heard)
    return state
