"""A bot that bargains honestly: gives for what it gets, and heeds its home and its answers."""

from __future__ import annotations

import random

import numpy as np

from game.bots.purpose import worth_to_goals
from game.bots.style import Style
from game.bots.table_reading import Reading, Readings, as_advised, as_told
from game.negotiation.model.actions import (
    Action,
    Hold,
    Offer,
    PayAtHome,
    PressInPublic,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    WorkAtHome,
)
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import UNIT, Package
from game.negotiation.seats.observation import Observation, PartyView
from game.negotiation.seats.public_level import Legal
from game.negotiation.worth.grid import IntArray

MOST_VISITS = 2  # to one group at home; each brings half of what the one before did


class TraderBot:
    """One table after the other, with a style."""

    def __init__(self, style: Style | None = None) -> None:
        self.style = style or Style()
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Sign, keep the home, talk, offer, press; in that order, as far as its style goes."""
        if observation.round < self.style.waits * (observation.rounds - 1):
            return Hold()
        readings = [self.readings.of(observation, legal, party) for party in observation.parties]
        return (
            self._sign(readings)
            or self._at_home(observation)
            or self._win_votes_for_what_is_offered(observation, readings)
            or self._mend(observation)
            or self._offer(observation, readings)
            or self._press(observation, legal)
            or Hold()
        )

    def _sign(self, readings: list[Reading]) -> Action | None:
        for reading in readings:
            party = reading.party
            if self._wants(reading, party.what_if):
                return TakeWhatIf(party.id)
            if self.style.takes_counters and self._wants(reading, party.counter):
                return TakeCounter(party.id)
        return None

    def _win_votes_for_what_is_offered(
        self, view: Observation, readings: list[Reading]
    ) -> Action | None:
        """Work at home where a text on the table would be signed if only it passed there."""
        if not view.actions_left or not self.style.works_at_home:
            return None
        for reading in readings:
            for package in (reading.party.what_if, reading.party.counter):
                row = None if package is None else reading.table.row_of(package)
                if row is not None and self._is_good(reading, row):
                    return _win_votes(view)
        return None

    def _wants(self, reading: Reading, package: Package | None) -> bool:
        row = None if package is None else reading.table.row_of(package)
        return row is not None and self._is_good(reading, row) and self._holds(reading, row)

    def _is_good(self, reading: Reading, row: int) -> bool:
        """Return True if it helps and does not spend the last of its own short of the goal."""
        if self._worth(reading)[row] <= 0:
            return False
        view = reading.view
        cut_mt = reading.cut_so_far_mtco2e + reading.cut_mtco2e[row] - reading.cut_mtco2e[0]
        reached = cut_mt >= 1000 * view.goals.cut_2030_gtco2e
        return bool(reached or reading.has_more_to_give(row) or view.round == view.rounds - 1)

    def _holds(self, reading: Reading, row: int) -> bool:
        """Return True if the own home would still pass it, with what the style keeps in hand."""
        least = reading.view.own.home.pass_mark + round(self.style.margin * UNIT)
        votes = reading.table.votes
        return int(votes[row]) >= min(least, int(votes[0]))

    def _worth(self, reading: Reading) -> IntArray:
        return worth_to_goals(reading, self.style.points_per_gt)

    def _at_home(self, view: Observation) -> Action | None:
        if not view.actions_left or not self.style.works_at_home:
            return None
        if view.home.votes >= view.home.pass_mark + round(self.style.margin * UNIT):
            return None
        return _win_votes(view)

    def _mend(self, view: Observation) -> Action | None:
        if not view.actions_left:
            return None
        for party in view.parties:
            if party.walked_out or party.rapport < self.style.talks:
                return TalkPrivately(party.id)
        return None

    def _offer(self, view: Observation, readings: list[Reading]) -> Action | None:
        for reading in sorted(readings, key=lambda reading: len(reading.party.offers)):
            if view.may_offer(reading.party) and (package := self._package(reading)):
                return Offer(reading.party.id, package)
        return None

    def _package(self, reading: Reading) -> Package:
        """Return what it was told or advised.

        Else what gives the other most at a price it accepts.
        """
        for heard in (as_told(reading.party), as_advised(reading.party)):
            if self.style.listens and heard and self._wants(reading, heard):
                return heard
        if len(reading.trades) == 0:
            return NO_TERMS
        worth, votes = self._worth(reading), reading.table.votes
        good = (worth > 0) & (votes >= self._least_votes(reading))
        rows = reading.trades[good[reading.trades]]
        if len(rows) == 0:
            return NO_TERMS
        share = self.style.demands * self.style.yields ** len(reading.party.offers)
        rows = rows[worth[rows] >= share * worth[rows].max()]
        guess = reading.fixed_pie[rows]
        return reading.table.package_of(int(rows[np.argmax(guess)]))

    def _least_votes(self, reading: Reading) -> int:
        least = reading.view.own.home.pass_mark + round(self.style.margin * UNIT)
        return min(least, int(reading.table.votes[0]))

    def _press(self, view: Observation, legal: Legal) -> Action | None:
        if not view.actions_left or len(view.pressed) >= self.style.presses:
            return None
        for party in view.parties:
            if not _is_fresh(party):
                continue
            for slot in legal.slots[party.id]:
                if slot.giver == party.id and not view.has_pressed(party.id, slot.issue):
                    return PressInPublic(party.id, slot.issue)
        return None


def _is_fresh(party: PartyView) -> bool:
    return not party.has_deal and not party.walked_out


def _win_votes(view: Observation) -> Action | None:
    """Return what a group asks for.

    Else time with the group at home that has had the least of it.
    """
    for faction in view.home.factions:
        if faction.payable:
            return PayAtHome(faction.id)
    fresh = [f for f in view.home.factions if f.votes < f.seats and f.worked < MOST_VISITS]
    return WorkAtHome(min(fresh, key=lambda f: f.worked).id) if fresh else None
