"""Asks for the most it can get for the least it gives, and signs what leaves it better off."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from game.bots.bot import Board, own_worth
from game.negotiation.actions import Action, Hold, Offer, TakeCounter
from game.negotiation.observation import Observation, PartyView
from game.negotiation.packages import IntArray, all_outcomes
from game.negotiation.replies import Verdict
from game.negotiation.scenario import Package, Slot, Term


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
        slots = self.board.slots[party.id]
        agreed = {term.slot: term.option for term in party.agreed}
        held = [agreed.get(slot, 0) for slot in slots]
        limits = [min(self.board.options[slot] - 1, _named_limit(party, slot)) for slot in slots]
        free = [place for place, slot in enumerate(slots) if slot.issue in view.open_issues]
        outcomes = all_outcomes(held, limits, free, self.board.terms_per_offer)
        worth = self._worth(view, slots, outcomes)
        wanted = (worth > worth[0]) & self._is_two_sided(party, slots, outcomes)
        for offer in party.offers:
            wanted &= ~_no_better(outcomes, slots, offer, party.id)
        rows = np.flatnonzero(wanted)
        if len(rows) == 0:
            return ()
        best = outcomes[rows[np.argmax(worth[rows])]]
        return tuple(
            sorted(
                Term(slot, int(option))
                for slot, option, before in zip(slots, best, held, strict=True)
                if option > before
            )
        )

    def _is_open(self, view: Observation, package: Package) -> bool:
        return all(term.slot.issue in view.open_issues for term in package)

    def _worth(self, view: Observation, slots: Sequence[Slot], outcomes: IntArray) -> IntArray:
        own = dict(view.valuations)
        worth = np.zeros(len(outcomes), dtype=np.int64)
        for place, slot in enumerate(slots):
            if slot in own:
                worth += np.array(own[slot])[outcomes[:, place]]
        return worth

    def _is_two_sided(
        self, party: PartyView, slots: Sequence[Slot], outcomes: IntArray
    ) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Outcomes that ask and give something new."""
        deeper = outcomes > outcomes[0]
        theirs = np.array([slot.giver == party.id for slot in slots])
        return np.asarray(deeper[:, theirs].any(axis=1) & deeper[:, ~theirs].any(axis=1))


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


def _no_better(
    outcomes: IntArray, slots: Sequence[Slot], refused: Package, other: str
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Outcomes that ask as much and give as little as something refused before."""
    then = {term.slot: term.option for term in refused}
    worse = np.ones(len(outcomes), dtype=bool)
    for place, slot in enumerate(slots):
        before = then.get(slot, 0)
        at = outcomes[:, place]
        worse &= (at >= before) if slot.giver == other else (at <= before)
    return worse
