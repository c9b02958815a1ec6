"""Does anything that is allowed, without a thought. The floor every other style must beat."""

from __future__ import annotations

import random

from game.bots.bot import Board
from game.negotiation.actions import (
    Action,
    Hold,
    Offer,
    PressInPublic,
    Probe,
    TakeCounter,
    TalkPrivately,
    WorkAtHome,
)
from game.negotiation.observation import Observation
from game.negotiation.scenario import Package, Term

SIGNS_A_COUNTER = 0.3


class RandomBot:
    """Chooses a kind of action, then its parts, each with equal chance."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def choose(self, view: Observation, rng: random.Random) -> Action:
        """Any action; it holds when none is left."""
        waiting = [party.id for party in view.parties if party.counter is not None]
        if waiting and rng.random() < SIGNS_A_COUNTER:
            return TakeCounter(rng.choice(waiting))
        if not view.actions_left:
            return Hold()
        other = rng.choice(self.board.others)
        kind = rng.choice(("offer", "offer", "probe", "talk", "press", "work"))
        if kind == "offer" and view.party(other).may_offer:
            package = self._package(view, other, rng)
            if package:
                return Offer(other, package, rng.randrange(101))
        theirs = [slot for slot in self.board.slots[other] if slot.giver == other]
        if kind == "press" and theirs:
            issue = rng.choice(theirs).issue
            if all((party, on) != (other, issue) for party, on, _ in view.pressed):
                return PressInPublic(other, issue)
        if kind == "probe" and self.board.slots[other]:
            return Probe(other, rng.choice(self.board.slots[other]))
        if kind == "talk":
            return TalkPrivately(other)
        return WorkAtHome(rng.choice(self.board.factions))

    def _package(self, view: Observation, other: str, rng: random.Random) -> Package:
        agreed = {term.slot: term.option for term in view.party(other).agreed}
        terms = [
            Term(slot, rng.randrange(agreed.get(slot, 0) + 1, self.board.options[slot]))
            for slot in self.board.slots[other]
            if slot.issue in view.open_issues
            and agreed.get(slot, 0) < self.board.options[slot] - 1
            and rng.random() < 0.5
        ]
        return tuple(sorted(terms[: self.board.terms_per_offer]))
