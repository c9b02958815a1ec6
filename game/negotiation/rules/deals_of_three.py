"""Deals of three: two computers sign with each other, and in return a third takes a step.

"If China, then we": a step for the good of all serves many, but no single delegation pays enough
for it. All three sign at once, or none does. At most one such deal is struck a round: the one with
the largest product of the three gains.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

import numpy as np

from game.negotiation.mind.aspiration import share_held_out
from game.negotiation.mind.talks import Side, Talks, credibility_of, need_of
from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import DealOfThree
from game.negotiation.model.home import home_votes
from game.negotiation.model.packages import Package
from game.negotiation.model.scenario import Delegation, LineKind, Reach, Scenario, Term
from game.negotiation.model.state import State
from game.negotiation.model.updates import own_of
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.signing import promises_between, with_promises
from game.negotiation.worth.grid import BoolArray, IntArray
from game.negotiation.worth.total_worth import total_worth

HALF_MET = 500  # the generosity that a third party shows those who move for its step
Pair = tuple[str, str]
MOST_PAIRS = 3  # pairs that are looked at for one step
MOST_TRIED = 8  # agreements of a pair that are looked at whole, the fairest first


def strike_deal_of_three(scenario: Scenario, state: State) -> Moved:
    """Strike the fairest deal of three that computers would sign; nothing if there is none."""
    if not scenario.is_whole:
        return state, []
    found = max(_deals(scenario, state), key=lambda deal: deal.product, default=None)
    return (state, []) if found is None else found.struck()


class _Position:
    """A position and what it is worth to each party, each worked out once."""

    def __init__(self, scenario: Scenario, state: State) -> None:
        self.scenario, self.state = scenario, state
        self.trust = {
            party.id: credibility_of(scenario, state, party.id) for party in scenario.delegations
        }
        self.worth = {party.id: self._worth(party, state) for party in scenario.delegations}

    def gain(self, name: str, after: State) -> int:
        """Return what a party gains up to a later position, thousandths of points."""
        return self._worth(self.scenario.delegation(name), after) - self.worth[name]

    def need(self, name: str) -> int:
        """Return the least that a party must gain by a deal."""
        party, shift = self.scenario.delegation(name), own_of(self.state, name).no_deal_shift
        return need_of(self.state.ledger, party, shift)

    def least(self, name: str, most: int, generosity: int) -> int:
        """Return the least gain it settles for: what it needs, and its hopes above that.

        most: what it could gain at best
        """
        at, rounds = self.state.round, len(self.scenario.rounds)
        need, mind = max(self.need(name), 1), self.scenario.delegation(name).personality
        held_out = share_held_out(mind, at / max(rounds - 1, 1), generosity)
        return need + round(max(most - need, 0) * held_out)

    def holds(self, name: str, after: State) -> bool:
        """Return True if a party could sign: need met, home in favour, no line crossed."""
        party, stands = self.scenario.delegation(name), after.ledger.deepest
        passes = home_votes(after, party, stands) >= party.home.pass_mark
        new = stands.beyond(self.state.ledger.deepest)
        return passes and self.gain(name, after) >= self.need(name) and not _crosses(party, new)

    def _worth(self, party: Delegation, at: State) -> int:
        return total_worth(party, at.ledger.deepest, self.trust.__getitem__)


class _Step:
    """A step that a third party could take for the good of all, and what it brings whom."""

    def __init__(self, position: _Position, term: Term) -> None:
        self.position, self.term, self.third = position, term, term.slot.giver
        seats = position.scenario.partners[self.third]
        self.after = _promised(position, position.state, self.third, seats[0], Package((term,)))
        self.gains = {name: position.gain(name, self.after) for name in (*seats, self.third)}

    def pairs(self, seats: list[str]) -> list[Pair]:
        """Return the pairs that gain most by it, those that gain most first; a few are enough."""
        wanting = [name for name in seats if name != self.third and self.gains[name] > 0]
        able = [pair for pair in combinations(wanting, 2) if self._may_pay(pair)]
        return sorted(able, key=lambda pair: -sum(self.gains[name] for name in pair))[:MOST_PAIRS]

    def _may_pay(self, pair: Pair) -> bool:
        """Return False if all that the pair could give is not enough for the third."""
        slots = self.position.scenario.slots_between(*pair)
        figures = self.position.scenario.delegation(self.third).valuations
        most = sum(
            self.position.trust[slot.giver].believed(max(figures.get(slot, (0,)))) for slot in slots
        )
        return most + self.gains[self.third] >= max(self.position.need(self.third), 1)


class _Three:
    """Two computers at a table, and the step of a third on which their deal hangs."""

    def __init__(self, step: _Step, pair: Pair) -> None:
        self.step, self.pair, self.position = step, pair, step.position
        self.talks = Talks(self.position.scenario, step.after, pair[1], pair[0])

    @property
    def product(self) -> float:
        """The product of the three gains of the fairest agreement all three would sign."""
        return self._best.product

    @property
    def is_signable(self) -> bool:
        """Whether there is an agreement that all three would sign."""
        return self._best.after is not None

    def struck(self) -> Moved:
        """Write what all three promise into the ledger at once."""
        state, before = self._best.after, self.position.state
        assert state is not None
        assert self._holds(state), "a deal below a floor"
        new = tuple(promise for promise in state.ledger if promise not in before.ledger)
        return state, [DealOfThree(*self.pair, self.step.third, new)]

    @cached_property
    def _best(self) -> _Found:
        gains = [self._side_gains(side) for side in (self.talks.yours, self.talks.theirs)]
        gains.append(self._third_gains())
        willing = self._allowed()
        for gain, least in gains:
            willing &= gain >= least
        rows = np.flatnonzero(willing)
        products = np.prod([gain[rows] + 1.0 for gain, _ in gains], axis=0)
        for place in np.argsort(-products, kind="stable")[:MOST_TRIED]:
            after = self._after(self.talks.table.package_of(int(rows[place])))
            if self._holds(after):
                return _Found(after, float(products[place]))
        return _Found(None, 0.0)

    def _allowed(self) -> BoolArray:
        """Return True where both lines and homes allow it and something is new, (rows,)."""
        found = np.array(self.talks.table.grid.reachable)
        for table in (self.talks.table, self.talks.your_table):
            found &= table.within_lines & (table.votes >= table.party.home.pass_mark)
        return found

    def _side_gains(self, side: Side) -> tuple[IntArray, int]:
        """Return what one of the two gains by each agreement and the step, and its least."""
        table, name = side.table, side.ground.party.id
        gains = table.utility - int(table.utility[0]) + self.step.gains[name]
        return gains, self.position.least(name, int(gains.max()), side.generosity)

    def _third_gains(self) -> tuple[IntArray, int]:
        """Return what the third gains by each agreement and its own step, and its least."""
        third, trust = self.step.third, self.position.trust
        figures = self.position.scenario.delegation(third).valuations
        total = self.talks.table.grid.total(
            [
                list(map(trust[slot.giver].believed, figures[slot])) if slot in figures else None
                for slot in self.talks.table.slots
            ]
        )
        gains = total - int(total[0]) + self.step.gains[third]
        return gains, self.position.least(third, int(gains.max()), HALF_MET)

    def _after(self, terms: Package) -> State:
        """Return the position once all three have promised their part."""
        step, position = self.step, self.position
        taken = _promised(position, position.state, step.third, self.pair[0], Package((step.term,)))
        return _promised(position, taken, *self.pair, terms)

    def _holds(self, after: State) -> bool:
        """Return True if all three could sign, by what stands in the whole position afterwards.

        Stricter than a table: relief beside partners makes no step cheaper here.
        """
        return all(self.position.holds(name, after) for name in (*self.pair, self.step.third))


class _Found(NamedTuple):
    """The position after a deal of three, None for no deal, and the product of the gains."""

    after: State | None
    product: float


def _promised(position: _Position, state: State, of: str, towards: str, terms: Package) -> State:
    promises = promises_between(position.scenario, state, of, towards, terms)
    return with_promises(state, promises)


def _deals(scenario: Scenario, state: State) -> Iterator[_Three]:
    """Yield the deals of three that somebody would sign, step by step and pair by pair."""
    seats = [party.id for party in scenario.delegations if party.id not in state.people]
    position = _Position(scenario, state)
    for term in _steps(scenario, state, seats):
        step = _Step(position, term)
        for pair in step.pairs(seats):
            deal = _Three(step, pair)
            if deal.is_signable:
                yield deal


def _steps(scenario: Scenario, state: State, seats: list[str]) -> Iterator[Term]:
    """Yield the next step of every public good that a computer could take now."""
    doors = open_issues(scenario, state)
    for issue in scenario.issues:
        if issue.id not in doors or issue.reach is not Reach.ALL:
            continue
        for slot in issue.slots:
            step = Term(slot, state.ledger.deepest.option(slot) + 1)
            party = scenario.delegation(slot.giver)
            is_there = slot.giver in seats and step.option <= issue.last
            if is_there and not _crosses(party, Package((step,))):
                yield step


def _crosses(party: Delegation, terms: Package) -> bool:
    return any(
        line.slot == term.slot and line.is_crossed_by(term.option)
        for term in terms
        for line in party.red_lines
        if line.kind is not LineKind.BLUFF
    )
