"""A bot that acts at random, within limits: the floor every other style must beat.

It never asks for backing, ties its hands, pays a group at home, makes an offer conditional, or
repeats a public call. It ends a round only when no actions are left.
"""

from __future__ import annotations

import random

from game.negotiation.model.actions import (
    Action,
    Hold,
    Offer,
    PressInPublic,
    Probe,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    WorkAtHome,
)
from game.negotiation.model.scenario import Package, Term
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal

SIGNS = 0.3


class RandomBot:
    """Chooses a kind of action, then its parts, each with equal chance."""

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Return a random action; `Hold` when no actions are left."""
        if rng.random() < SIGNS:
            on_the_table: list[Action] = [
                *(TakeWhatIf(p.id) for p in observation.parties if p.what_if is not None),
                *(TakeCounter(p.id) for p in observation.parties if p.counter is not None),
            ]
            if on_the_table:
                return rng.choice(on_the_table)
        if not observation.actions_left:
            return Hold()
        other = rng.choice(legal.others)
        kind = rng.choice(("offer", "offer", "probe", "talk", "press", "work"))
        if kind == "offer" and observation.may_offer(observation.party(other)):
            package = _package(observation, legal, other, rng)
            if package:
                return Offer(other, package, rng.randrange(101))
        theirs = [slot for slot in legal.slots[other] if slot.giver == other]
        if kind == "press" and theirs:
            issue = rng.choice(theirs).issue
            if not observation.has_pressed(other, issue):
                return PressInPublic(other, issue)
        if kind == "probe" and legal.slots[other]:
            return Probe(other, rng.choice(legal.slots[other]))
        return TalkPrivately(other) if kind == "talk" else WorkAtHome(rng.choice(legal.factions))


def _package(view: Observation, legal: Legal, other: str, rng: random.Random) -> Package:
    agreed = view.under(view.party(other)).options
    terms = [
        Term(slot, rng.randrange(agreed.get(slot, 0) + 1, legal.options(slot)))
        for slot in legal.slots[other]
        if slot.issue in view.open_issues
        and agreed.get(slot, 0) < legal.options(slot) - 1
        and rng.random() < 0.5
    ]
    return Package(terms[: legal.terms_per_offer])
