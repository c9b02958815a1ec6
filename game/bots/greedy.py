"""A bot that asks for the most, gives the least, and signs whatever leaves it better off."""

from __future__ import annotations

import random

import numpy as np

from game.bots.table_reading import Reading, Readings, as_told
from game.negotiation.model.actions import Action, Hold, Offer, TakeCounter, TakeWhatIf
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Package
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal


class GreedyBot:
    """Goes from table to table with the best package nobody has refused yet.

    It uses what it was told: changes that would have been accepted, cards, counter-offers, named
    lines. It signs only what would pass at home as things stand, but never works for a vote, and
    it looks neither at the calendar nor at the goals.
    """

    def __init__(self) -> None:
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Sign what is worth signing, else make an offer, else end the round."""
        for party in observation.parties:
            reading = self.readings.of(observation, legal, party)
            if _is_good(reading, party.what_if):
                return TakeWhatIf(party.id)
            if _is_good(reading, party.counter):
                return TakeCounter(party.id)
        for party in sorted(observation.parties, key=lambda party: len(party.offers)):
            if observation.may_offer(party) and (
                package := _best(self.readings.of(observation, legal, party))
            ):
                return Offer(party.id, package)
        return Hold()


def _is_good(reading: Reading, package: Package | None) -> bool:
    row = reading.table.row_of(package) if package else None
    return row is not None and bool(reading.gain[row] > 0 and reading.passes_at_home[row])


def _best(reading: Reading) -> Package:
    told = as_told(reading.party)
    if _is_good(reading, told):
        return told
    rows = reading.trades  # none is left at most tables, and their worth need not be added up
    if len(rows):
        rows = rows[reading.gain[rows] > 0]
    if len(rows):
        rows = rows[reading.passes_at_home[rows] & reading.not_tried[rows]]
    if len(rows) == 0:
        return NO_TERMS
    return reading.table.package_of(int(rows[np.argmax(reading.gain[rows])]))
