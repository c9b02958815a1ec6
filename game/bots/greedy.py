"""Asks for the most it can get for the least it gives, and signs what leaves it better off."""

from __future__ import annotations

import random
from itertools import product

from game.bots.bot import Board, own_worth
from game.negotiation.actions import Action, Hold, Offer, TakeCounter
from game.negotiation.observation import Observation, PartyView
from game.negotiation.replies import Verdict
from game.negotiation.scenario import Package, Slot, Term

MOST_PACKAGES = 4_000


class GreedyBot:
    """Goes from table to table with the best package nobody has refused yet.

    It uses what it was told: changes that would have been accepted, counter-offers, named lines.
    It never looks at its votes at home or at the calendar.
    """

    def __init__(self, board: Board) -> None:
        self.board = board

    def choose(self, view: Observation, rng: random.Random) -> Action:
        """Sign a counter-offer worth signing, else make an offer, else end the round."""
        for party in view.parties:
            if party.counter is not None and own_worth(view, party.counter) > 0:
                return TakeCounter(party.id)
        if view.actions_left:
            for party in sorted(view.parties, key=lambda party: len(party.offers)):
                if party.may_offer and (package := self._best(view, party)):
                    return Offer(party.id, package)
        return Hold()

    def _best(self, view: Observation, party: PartyView) -> Package:
        told = _as_told(party)
        if told and own_worth(view, told) > 0 and self._is_open(view, told):
            return told
        packages = [p for p in self._packages(view, party) if not _refused(party, p)]
        worthwhile = [p for p in packages if own_worth(view, p) > 0]
        return max(worthwhile, key=lambda p: (own_worth(view, p), -len(p), p), default=())

    def _is_open(self, view: Observation, package: Package) -> bool:
        return all(term.slot.issue in view.open_issues for term in package)

    def _packages(self, view: Observation, party: PartyView) -> list[Package]:
        """Packages with something for each side, within the lines the party has named."""
        agreed = {term.slot: term.option for term in party.agreed}
        ranges = []
        for slot in self.board.slots[party.id]:
            if slot.issue in view.open_issues:
                highest = min(self.board.options[slot] - 1, _named_limit(party, slot))
                ranges.append([(slot, at) for at in range(agreed.get(slot, 0), highest + 1)])
        found: list[Package] = []
        for choice in product(*ranges):
            terms = tuple(
                Term(slot, option) for slot, option in choice if option > agreed.get(slot, 0)
            )
            givers = {term.slot.giver for term in terms}
            if len(givers) == 2 and len(terms) <= self.board.terms_per_offer:
                found.append(tuple(sorted(terms)))
            if len(found) >= MOST_PACKAGES:
                break
        return found


def _named_limit(party: PartyView, slot: Slot) -> int:
    lines = [line.highest for line in party.stated_lines if line.slot == slot]
    known = [learned.highest for learned in party.learned if learned.slot == slot]
    return min([*known, *(lines if not known else ())], default=1_000)


def _as_told(party: PartyView) -> Package:
    """The last offer with a change that the party said it would accept; empty if none."""
    reply = party.last_reply
    if reply is None or reply.explanation is None:
        return ()
    for change in reply.explanation.changes:
        if change.verdict is Verdict.ACCEPT:
            kept = [term for term in reply.package if term.slot != change.after.slot]
            after = [change.after] if change.after.option else []
            return tuple(sorted([*kept, *after]))
    return ()


def _refused(party: PartyView, package: Package) -> bool:
    """Whether it asks as much and gives as little as something refused before."""
    return any(_no_better(package, offer, party.id) for offer in party.offers)


def _no_better(package: Package, refused: Package, other: str) -> bool:
    now = {term.slot: term.option for term in package}
    then = {term.slot: term.option for term in refused}
    return all(
        now.get(slot, 0) >= then.get(slot, 0)
        if slot.giver == other
        else now.get(slot, 0) <= then.get(slot, 0)
        for slot in {*now, *then}
    )
