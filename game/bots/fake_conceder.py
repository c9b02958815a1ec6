"""A bot that seems to come closer with every offer, and gives almost nothing."""

from __future__ import annotations

import random

import numpy as np

from game.bots.table_reading import Readings
from game.negotiation.model.actions import Action, Hold, Offer
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal


class FakeConcederBot:
    """Opens with the most and takes back one notch of it each time; its own side stays bare.

    The give that looks like one is the cheapest there is, and it signs nobody else's text.
    """

    def __init__(self) -> None:
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Return the next notch down to whoever has heard the fewest, else the end of the round."""
        for party in sorted(observation.parties, key=lambda party: len(party.offers)):
            if not observation.may_offer(party):
                continue
            reading = self.readings.of(observation, legal, party)
            rows = reading.demands[reading.gain[reading.demands] > 0]
            if len(rows) == 0:
                continue
            worth = np.unique(reading.gain[rows])[::-1]
            notch = worth[min(len(party.offers), len(worth) - 1)]
            row = int(rows[reading.gain[rows] == notch][0])
            return Offer(party.id, reading.table.package_of(row))
        return Hold()
