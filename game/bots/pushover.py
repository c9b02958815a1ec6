"""A bot that gives what it can, asks for little, and signs every counter-offer."""

from __future__ import annotations

import random

import numpy as np

from game.bots.table_reading import Readings
from game.negotiation.model.actions import Action, Hold, Offer, TakeCounter
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal


class PushoverBot:
    """Signs every counter-offer; offers its own deepest steps for the smallest of the other's."""

    def __init__(self) -> None:
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Sign, else give, else end the round."""
        for party in observation.parties:
            if party.counter is not None:
                return TakeCounter(party.id)
        for party in observation.parties:
            if observation.may_offer(party):
                reading = self.readings.of(observation, legal, party)
                rows = reading.trades
                if len(rows):
                    row = int(rows[np.argmin(reading.gain[rows])])
                    return Offer(party.id, reading.table.package_of(row))
        return Hold()
