"""Plans: sounds the others out, believes what it learned, keeps an eye on doors, votes and goal."""

from __future__ import annotations

import random

import numpy as np

from game.bots.beliefs import Beliefs
from game.bots.reading import Reading, Readings, as_told
from game.negotiation.actions import (
    Action,
    Hold,
    Offer,
    PayAtHome,
    Probe,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    WorkAtHome,
)
from game.negotiation.grid import IntArray
from game.negotiation.legal import Legal
from game.negotiation.observation import Observation
from game.negotiation.scenario import UNIT, Package, Slot

POINTS_PER_GT = 14.0  # what a gigatonne off 2030 is worth to it beside its own points
MARGIN = 1.0  # votes above the pass mark it keeps in hand for bad news
URGENT = 1.5  # how much more it wants a deal whose door is about to close
PROBES = 2  # of each delegation's own gives, before the first offer


class PlannerBot:
    """A player with beliefs; it sees no more than any other player of its seat."""

    def __init__(self) -> None:
        self.beliefs: dict[str, Beliefs] = {}
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Sign what helps, keep the votes, learn, then make the offer that promises most."""
        readings = [self.readings.of(observation, legal, party) for party in observation.parties]
        for reading in readings:
            self.beliefs.setdefault(reading.party.id, Beliefs()).hear(reading)
        signed = self._sign(readings)
        if signed is not None or not observation.actions_left:
            return signed or Hold()
        steps = (_at_home(observation), _mend(observation), _sound_out(observation, legal))
        first = next((action for action in steps if action is not None), None)
        return first or self._offer(readings) or _use_the_rest(observation)

    def _sign(self, readings: list[Reading]) -> Action | None:
        for reading in readings:
            party = reading.party
            if _helps(reading, party.what_if):
                return TakeWhatIf(party.id)
            if _helps(reading, party.counter) and not party.may_offer:
                return TakeCounter(party.id)
        return None

    def _offer(self, readings: list[Reading]) -> Action | None:
        promising = [
            (value, place, package)
            for place, reading in enumerate(readings)
            if reading.party.may_offer
            for value, package in [self._best(reading)]
            if package
        ]
        if not promising:
            return None
        _, place, package = max(promising, key=lambda found: (found[0], -found[1]))
        return Offer(readings[place].party.id, package)

    def _best(self, reading: Reading) -> tuple[float, Package]:
        """The package it believes it can have that brings most, and what it brings."""
        worth = _worth(reading)
        told = as_told(reading.party)
        row = reading.table.row_of(told) if told else None
        if row is None or worth[row] <= 0 or not _holds(reading, row):
            believed = self.beliefs[reading.party.id].acceptable(reading)
            least = _least_votes(reading)
            good = believed & reading.asks & (worth > 0) & (reading.table.votes >= least)
            rows = np.flatnonzero(good)
            if len(rows) == 0:
                return 0.0, ()
            row = int(rows[np.argmax(worth[rows])])
        package = reading.table.package_of(row)
        closing = any(
            reading.legal.issues[term.slot.issue].closes == reading.view.round for term in package
        )
        return float(worth[row]) * (URGENT if closing else 1.0), package


def _worth(reading: Reading) -> IntArray:
    """Own points, the cut in 2030, and a partner won for the text; thousandths of points."""
    cut = reading.cut_mtco2e - reading.cut_mtco2e[0]
    worth = reading.gain + (cut * POINTS_PER_GT).astype(np.int64)
    if not reading.party.agreed:
        worth = worth + 4 * UNIT
    return np.asarray(worth)


def _helps(reading: Reading, package: Package | None) -> bool:
    row = None if package is None else reading.table.row_of(package)
    return row is not None and bool(_worth(reading)[row] > 0) and _holds(reading, row)


def _holds(reading: Reading, row: int) -> bool:
    return bool(reading.table.votes[row] >= _least_votes(reading))


def _least_votes(reading: Reading) -> int:
    least = reading.view.own.home.pass_mark + round(MARGIN * UNIT)
    return min(least, int(reading.table.votes[0]))


def _at_home(view: Observation) -> Action | None:
    if view.home.votes >= view.home.pass_mark + round(MARGIN * UNIT):
        return None
    for faction in view.home.factions:
        if faction.payable:
            return PayAtHome(faction.id)
    fresh = [f for f in view.home.factions if f.votes < f.seats and f.worked < 3]
    return WorkAtHome(min(fresh, key=lambda f: f.worked).id) if fresh else None


def _mend(view: Observation) -> Action | None:
    hurt = [party for party in view.parties if party.walked_out or party.face >= 2 * UNIT]
    return TalkPrivately(hurt[0].id) if hurt else None


def _sound_out(view: Observation, legal: Legal) -> Action | None:
    """Probe what it wants most of those it has no deal with, before it makes them an offer."""
    for party in view.parties:
        if party.offers or len(party.learned) >= PROBES:
            continue
        known = {learned.slot for learned in party.learned}
        asked = [
            slot
            for slot in legal.slots[party.id]
            if slot.giver == party.id and slot not in known and slot.issue in view.open_issues
        ]
        if asked:
            return Probe(party.id, max(asked, key=lambda slot: _stake(view, slot)))
    return None


def _stake(view: Observation, slot: Slot) -> int:
    return max(abs(points) for points in view.own.valuations.get(slot, (0,)))


def _use_the_rest(view: Observation) -> Action:
    """Actions that are left go to the home, where they never hurt."""
    fresh = [f for f in view.home.factions if f.votes < f.seats and f.worked < 2]
    return WorkAtHome(min(fresh, key=lambda f: f.worked).id) if fresh else Hold()
