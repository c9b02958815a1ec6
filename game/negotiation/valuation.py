"""What every reachable agreement is worth to one delegation.

    U = own concessions + q * (what others give + linkage pairs) + coalition relief
        - phi * face debt * |own concessions|
All in whole thousandths of points. What is judged is the whole agreement with the player: the
terms in force and the offer on top, so that no slicing of offers changes its worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.negotiation.credibility import credibility_of
from game.negotiation.home import home_votes_of_all
from game.negotiation.packages import (
    IntArray,
    all_outcomes,
    deepest_promised,
    in_force,
    normalise,
    slots_open,
)
from game.negotiation.scenario import Delegation, Package, Scenario, Slot, Term
from game.negotiation.state import Standing, State

MOST_FACE_FACTOR = 2_000_000  # a concession costs at most three times its price
LEAST_FACE_FACTOR = -500_000  # cover from allies takes off at most half of it


@dataclass(frozen=True)
class Table:
    """Every agreement one delegation and the player could reach with one offer, and its worth.

    outcomes: shape (outcomes, slots), option of each slot; row 0 is the agreement in force
    """

    scenario: Scenario
    state: State
    party: Delegation
    standing: Standing
    slots: tuple[Slot, ...]
    outcomes: IntArray

    @cached_property
    def changed(self) -> IntArray:
        """How many terms each outcome changes, shape (outcomes,)."""
        return np.asarray((self.outcomes != self.outcomes[0]).sum(axis=1), dtype=np.int64)

    @cached_property
    def concessions(self) -> IntArray:
        """Own concessions, before face and relief, shape (outcomes,); at most 0."""
        return self._sum_of([slot.giver == self.party.id for slot in self.slots])

    @cached_property
    def gains(self) -> IntArray:
        """What the player gives, and linkage pairs, at full credibility, shape (outcomes,)."""
        gains = self._sum_of([slot.giver != self.party.id for slot in self.slots])
        for link in self.party.linkages:
            gains = gains + link.points * (self._reaches(link.first) & self._reaches(link.second))
        return gains

    @cached_property
    def utility(self) -> IntArray:
        """U of every outcome, thousandths of points, shape (outcomes,)."""
        q = credibility_of(self.state.ledger, self.scenario.you)
        believed = self.gains * (1 + q.kept) // (2 + q.kept + q.broken)
        face = self.standing.face * self.party.personality.face_weight
        factor = max(LEAST_FACE_FACTOR, min(face, MOST_FACE_FACTOR))
        price_of_face = -self.concessions * factor // 1_000_000
        return self.concessions + believed + self._relief() - price_of_face

    @cached_property
    def floor(self) -> int:
        """The least it takes: the value of no deal, or the agreement in force if worth more."""
        no_deal = self.party.value_of_no_deal + self.standing.no_deal_shift
        has_deal = bool(in_force(self.state.ledger, self.party.id, self.scenario.you))
        return max(no_deal, int(self.utility[0])) if has_deal else no_deal

    @cached_property
    def steps_over_lines(self) -> IntArray:
        """By how many options each outcome lies outside red lines, shape (outcomes, slots)."""
        over = np.zeros_like(self.outcomes)
        for line in self.party.red_lines:
            if line.slot in self.slots and line.kind != "bluff":
                place = self.slots.index(line.slot)
                option = self.outcomes[:, place]
                over[:, place] += np.maximum(option - line.highest, 0)
                over[:, place] += np.maximum(line.lowest - option, 0)
        return over

    @cached_property
    def votes(self) -> IntArray:
        """Votes at the delegation's own home, thousandths, shape (outcomes,)."""
        return home_votes_of_all(self.state, self.party, self.slots, self.outcomes)

    @cached_property
    def feasible(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Where no red line is crossed, the home vote passes and U reaches the floor."""
        return np.asarray(
            (self.steps_over_lines.sum(axis=1) == 0)
            & (self.votes >= self.party.home.pass_mark)
            & (self.utility >= self.floor)
        )

    def row_of(self, package: Package) -> int | None:
        """The outcome that an offer leads to, None where one offer cannot lead there."""
        wanted = self.outcomes[0].copy()
        for term in package:
            if term.slot not in self.slots:
                return None
            place = self.slots.index(term.slot)
            wanted[place] = max(int(wanted[place]), term.option)
        found = np.flatnonzero((self.outcomes == wanted).all(axis=1))
        return int(found[0]) if len(found) else None

    def package_of(self, row: int) -> Package:
        """The terms by which an outcome differs from the agreement in force."""
        return normalise(
            Term(slot, int(option))
            for slot, option, before in zip(
                self.slots, self.outcomes[row], self.outcomes[0], strict=True
            )
            if option != before
        )

    def _sum_of(self, counted: list[bool]) -> IntArray:
        total = np.zeros(len(self.outcomes), dtype=np.int64)
        for place, slot in enumerate(self.slots):
            if counted[place] and slot in self.party.valuations:
                total += np.array(self.party.valuations[slot])[self.outcomes[:, place]]
        return total

    def _reaches(self, term: Term) -> IntArray:
        if term.slot not in self.slots:
            promised = {t.slot: t.option for t in deepest_promised(self.state.ledger)}
            met = promised.get(term.slot, 0) >= term.option
            return np.full(len(self.outcomes), int(met), dtype=np.int64)
        place = self.slots.index(term.slot)
        return (self.outcomes[:, place] >= term.option).astype(np.int64)

    def _relief(self) -> IntArray:
        """Partners who promised the same issue make an own concession lighter."""
        relief = np.zeros(len(self.outcomes), dtype=np.int64)
        promised = {t.slot: t.option for t in deepest_promised(self.state.ledger)}
        for place, slot in enumerate(self.slots):
            issue = self.scenario.issue(slot.issue)
            partners = [giver for giver in issue.givers if giver != self.party.id]
            if slot.giver != self.party.id or not partners or slot not in self.party.valuations:
                continue
            steps = sum(promised.get(Slot(issue.id, partner), 0) for partner in partners)
            depth = 1000 * steps // (len(partners) * (len(issue.options) - 1))
            cost = np.array(self.party.valuations[slot])[self.outcomes[:, place]]
            relief += -cost * depth * self.party.personality.coalition_weight // 1_000_000
        return relief


def table_with(scenario: Scenario, state: State, delegation: str, is_open: frozenset[str]) -> Table:
    """The table between the player and one delegation as the state stands."""
    slots = scenario.slots_between(scenario.you, delegation)
    agreed_terms = {
        term.slot: term.option for term in in_force(state.ledger, scenario.you, delegation)
    }
    agreed = [agreed_terms.get(slot, 0) for slot in slots]
    tied = {term.slot: term.option for term in state.tied}
    deepest = [
        min(len(scenario.issue(slot.issue).options) - 1, tied.get(slot, 1_000)) for slot in slots
    ]
    free = slots_open(scenario, slots, is_open)
    outcomes = all_outcomes(agreed, deepest, free, scenario.terms_per_offer)
    standing = next(s for s in state.standings if s.delegation == delegation)
    return Table(scenario, state, scenario.delegation(delegation), standing, slots, outcomes)
