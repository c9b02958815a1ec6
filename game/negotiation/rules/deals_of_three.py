"""Deals of three: two computers sign what holds once a third takes a step, which takes it for that.

"If China, then we": a step for the good of all serves many, and nobody alone pays enough for it.
All three sign at once or none does. At most one such deal is struck a round: the one with the
largest product of the three gains.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

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
MOST_TRIED = 8  # agreements of a pair that are looked at in the whole position, the fairest first


def strike_deal_of_three(scenario: Scenario, state: State) -> Moved:
    """Strike the fairest deal of three that computers would sign; nothing if there is none."""
    if not scenario.is_whole:
        return state, []
    found = max(_deals(scenario, state), key=lambda deal: deal.product, default=None)
    return (state, []) if found is None else found.struck()


class _Three:
    """Two computers at a table, and the step of a third on which their deal hangs."""

    def __init__(self, scenario: Scenario, state: State, pair: tuple[str, str], step: Term) -> None:
        self.scenario, self.state, self.pair, self.step = scenario, state, pair, step
        self.third = step.slot.giver
        promised = promises_between(scenario, state, pair[0], self.third, Package((step,)))
        self.after_step = with_promises(state, promised)
        self.talks = Talks(scenario, self.after_step, pair[1], pair[0])

    @property
    def product(self) -> float:
        """The product of the three gains of the fairest agreement all three would sign."""
        return self._best[1]

    @property
    def is_signable(self) -> bool:
        """Whether there is an agreement that all three would sign."""
        return self._best[0] is not None

    def struck(self) -> Moved:
        """Write what all three promise into the ledger at once."""
        row = self._best[0]
        assert row is not None
        terms = self.talks.table.package_of(row)
        state = self._after(terms)
        assert self._holds(state), "a deal below a floor"
        new = tuple(p for p in state.ledger if p not in self.state.ledger)
        return state, [DealOfThree(*self.pair, self.third, new)]

    @cached_property
    def _best(self) -> tuple[int | None, float]:
        gains = [self._side_gains(side) for side in (self.talks.yours, self.talks.theirs)]
        gains.append(self._third_gains())
        willing = self._allowed()
        for gain, least in gains:
            willing &= gain >= least
        rows = np.flatnonzero(willing)
        products = np.prod([gain[rows] + 1.0 for gain, _ in gains], axis=0)
        for place in np.argsort(-products, kind="stable")[:MOST_TRIED]:
            terms = self.talks.table.package_of(int(rows[place]))
            if self._holds(self._after(terms)):
                return int(rows[place]), float(products[place])
        return None, 0.0

    def _allowed(self) -> BoolArray:
        """Where lines and homes of the two allow it, and something is new, shape (rows,)."""
        found = np.array(self.talks.table.grid.reachable)
        for table in (self.talks.table, self.talks.your_table):
            found &= table.within_lines & (table.votes >= table.party.home.pass_mark)
        return found

    def _side_gains(self, side: Side) -> tuple[IntArray, int]:
        """Return what one of the two gains by each agreement and the step, and its least."""
        party = side.ground.party
        gains = side.table.utility - int(side.table.utility[0]) + self._gain_of_step(party)
        return gains, self._least(party, int(gains.max()), side.generosity)

    def _third_gains(self) -> tuple[IntArray, int]:
        party, grid = self.scenario.delegation(self.third), self.talks.table.grid
        figures = [
            list(map(credibility_of(self.scenario, self.state, slot.giver).believed, points))
            if (points := party.valuations.get(slot))
            else None
            for slot in self.talks.table.slots
        ]
        total = grid.total(figures)
        gains = total - int(total[0]) + self._gain_of_step(party)
        return gains, self._least(party, int(gains.max()), HALF_MET)

    def _gain_of_step(self, party: Delegation) -> int:
        return self._worth(party, self.after_step) - self._worth(party, self.state)

    def _least(self, party: Delegation, most: int, generosity: int) -> int:
        """Return the least gain it settles for: what it needs, and its hopes above that."""
        at, rounds = self.state.round, len(self.scenario.rounds)
        need = max(self._need(party), 1)
        held_out = share_held_out(party.personality, at / max(rounds - 1, 1), generosity)
        return need + round(max(most - need, 0) * held_out)

    def _after(self, terms: Package) -> State:
        promised = promises_between(self.scenario, self.after_step, *self.pair, terms)
        return with_promises(self.after_step, promised)

    def _holds(self, after: State) -> bool:
        """Whether all three could sign, by what stands in the whole position afterwards.

        Stricter than a table: relief beside partners makes no step cheaper here.
        """
        return all(self._holds_for(party, after) for party in (*self.pair, self.third))

    def _holds_for(self, name: str, after: State) -> bool:
        """Whether a party could sign: what it needs is reached, its home passes it, no line."""
        party = self.scenario.delegation(name)
        gain = self._worth(party, after) - self._worth(party, self.state)
        passes = home_votes(after, party, after.ledger.deepest) >= party.home.pass_mark
        new = after.ledger.deepest.beyond(self.state.ledger.deepest)
        return gain >= self._need(party) and passes and not _crosses(party, new)

    def _need(self, party: Delegation) -> int:
        shift = own_of(self.state, party.id).no_deal_shift
        return need_of(self.state.ledger, party, shift)

    def _worth(self, party: Delegation, at: State) -> int:
        scenario, state = self.scenario, self.state
        return total_worth(
            party, at.ledger.deepest, lambda giver: credibility_of(scenario, state, giver)
        )


def _deals(scenario: Scenario, state: State) -> Iterator[_Three]:
    """Yield the deals of three that somebody would sign, pair by pair and step by step."""
    seats = [party.id for party in scenario.delegations if party.id not in state.people]
    for step in _steps(scenario, state, seats):
        for pair in combinations([seat for seat in seats if seat != step.slot.giver], 2):
            if not scenario.slots_between(*pair) or not _may_pay(scenario, pair, step):
                continue
            deal = _Three(scenario, state, pair, step)
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


def _may_pay(scenario: Scenario, pair: tuple[str, str], step: Term) -> bool:
    """Return False if the pair wants nothing of the step, or the third nothing of the pair."""
    third = scenario.delegation(step.slot.giver)
    wanted = any(scenario.delegation(party).wants.get(step.slot) for party in pair)
    return wanted and any(third.wants.get(slot) for slot in scenario.slots_between(*pair))


def _crosses(party: Delegation, terms: Package) -> bool:
    return any(
        line.slot == term.slot and line.is_crossed_by(term.option)
        for term in terms
        for line in party.red_lines
        if line.kind is not LineKind.BLUFF
    )
