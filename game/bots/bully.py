"""A bot that demands the most, gives the least, and blames the others in public."""

from __future__ import annotations

import random

import numpy as np

from game.bots.table_reading import Readings
from game.negotiation.model.actions import Action, Hold, Offer, PressInPublic
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal


class BullyBot:
    """Asks for everything for nothing, then calls on whoever refused before the cameras.

    begins: the share of the rounds that pass before it starts
    """

    def __init__(self, begins: float = 0.0) -> None:
        self.begins = begins
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Demand from whoever can be asked, press whoever has refused, else end the round."""
        if not observation.actions_left or observation.round < self.begins * observation.rounds:
            return Hold()
        for party in observation.parties:
            if observation.may_offer(party):
                reading = self.readings.of(observation, legal, party)
                rows = reading.demands
                if len(rows) and reading.gain[rows].max() > 0:
                    row = int(rows[np.argmax(reading.gain[rows])])
                    return Offer(party.id, reading.table.package_of(row))
        for party in observation.parties:
            theirs = [slot for slot in legal.slots[party.id] if slot.giver == party.id]
            for slot in theirs if party.offers else ():
                if not observation.has_pressed(party.id, slot.issue):
                    return PressInPublic(party.id, slot.issue)
        return Hold()


def late_bully() -> BullyBot:
    """Make a bully that keeps quiet until the last third."""
    return BullyBot(begins=0.67)
