"""A bot that makes every offer it can, each a little different from the last."""

from __future__ import annotations

import random

import numpy as np

from game.bots.table_reading import Readings
from game.negotiation.model.actions import Action, Hold, Offer
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal


class SpammerBot:
    """Tries packages at random that are good for itself, and hopes that one gets through.

    It reads no answer: what was refused before may come again.
    """

    def __init__(self) -> None:
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Make one more offer, or end the round."""
        for party in observation.parties:
            if observation.may_offer(party):
                reading = self.readings.of(observation, legal, party)
                rows = np.flatnonzero(reading.table.grid.reachable & (reading.gain > 0))
                if len(rows):
                    row = int(rows[rng.randrange(len(rows))])
                    return Offer(party.id, reading.table.package_of(row))
        return Hold()
