"""A bot that plans: a target for every table, trust first, nothing sold that a target needs."""

from __future__ import annotations

import random
from functools import cached_property

import numpy as np

from game.bots.beliefs import Beliefs, trust_in
from game.bots.purpose import worth_to_goals
from game.bots.table_reading import Reading, Readings, as_told
from game.negotiation.model.actions import (
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
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import UNIT, Package, Slot
from game.negotiation.seats.observation import Observation
from game.negotiation.seats.public_level import Legal
from game.negotiation.worth.grid import BoolArray, IntArray

POINTS_PER_GT = 30.0  # what a missing gigatonne off 2030 is worth to it beside its own points
MARGIN = 1.5  # votes above the pass mark it keeps in hand for bad news
URGENT = 1.5  # how much more it wants a deal whose door is about to close
TRUST_HOPED_FOR = 0.72  # how far it expects to be believed once it has kept its word
TRUST_POINTS = 6 * UNIT  # what a first promise that can be kept at once is worth
NEAR_TARGET = 0.8  # the share of its target it still wants in reach after a deal
NEAR_TARGET_OF_MANY = 0.5  # the same where there are other tables to make up for it
MOST_PROBES = 3  # of each delegation


class PlannerBot:
    """A player with beliefs; it sees no more than any other player of its seat."""

    def __init__(self) -> None:
        self.beliefs: dict[str, Beliefs] = {}
        self.readings = Readings()

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Sign what helps, keep the votes, then make the offer that promises most, or learn."""
        plans = [
            Plan(reading, self._believed(reading))
            for party in observation.parties
            for reading in [self.readings.of(observation, legal, party)]
        ]
        signed = next((action for plan in plans if (action := _sign(plan)) is not None), None)
        if signed is not None or not observation.actions_left:
            return signed or Hold()
        return (
            _at_home(observation)
            or _mend(observation)
            or _win_votes(observation, plans)
            or _offer(observation, plans)
            or _sound_out(plans)
            or _use_the_rest(observation)
        )

    def _believed(self, reading: Reading) -> Beliefs:
        beliefs = self.beliefs.setdefault(reading.party.id, Beliefs())
        beliefs.hear(reading)
        return beliefs


class Plan:
    """The aims at one table, and the agreements that keep them within reach."""

    def __init__(self, reading: Reading, beliefs: Beliefs) -> None:
        self.reading, self.beliefs = reading, beliefs
        self.worth = worth_to_goals(reading, POINTS_PER_GT)
        votes = reading.table.votes
        least = reading.view.own.home.pass_mark + margin(reading.view)
        holds = votes >= min(least, int(votes[0]))
        self.lawful = beliefs.within_lines(reading)
        self.fit: BoolArray = np.asarray(self.lawful & holds)
        self.later: IntArray = beliefs.worth_to_them(
            reading, max(TRUST_HOPED_FOR, trust_in(reading))
        )

    def best_left(self, row: int) -> int:
        """Return the most it could still have after signing a row, thousandths of points."""
        deeper = self.reading.table.grid.deeper_than(row)
        there = self.fit & deeper & (self.later >= self.later[row])
        return int(self.worth[there].max(initial=0))

    def is_good(self, row: int) -> bool:
        """Return True if signing a row helps, holds at home and leaves the target in reach."""
        if self.worth[row] <= 0 or not self.fit[row]:
            return False
        view = self.reading.view
        if view.round == view.rounds - 1:
            return True
        near = NEAR_TARGET if len(view.parties) == 1 else NEAR_TARGET_OF_MANY
        return self.best_left(row) >= near * self.best_left(0)

    def is_last_call(self, row: int) -> bool:
        """Return True if this is the last round, or a door the row needs closes with it."""
        view, issues = self.reading.view, self.reading.legal.issues
        package = self.reading.table.package_of(row)
        closing = any(issues[term.slot.issue].closes == view.round for term in package)
        return closing or view.round == view.rounds - 1

    def offer(self) -> tuple[float, Package]:
        """Return the package it believes it can have that brings most, and what it brings."""
        reading = self.reading
        told = as_told(reading.party)
        row = reading.table.row_of(told) if told else None
        if row is None or not self.is_good(row):
            row = self._believed_best()
        if row is None and self._door_closes():
            row = self._bold()
        if row is None:
            return 0.0, NO_TERMS
        value = float(self.worth[row] + self._trust_bonus(row))
        return value * (URGENT if self.is_last_call(row) else 1.0), reading.table.package_of(row)

    def votes_would_help(self) -> bool:
        """Return True if what it was told or offered lacks only votes at home."""
        party, row_of = self.reading.party, self.reading.table.row_of
        heard = (party.what_if, party.counter, as_told(party))
        rows = [row for package in heard if package and (row := row_of(package)) is not None]
        best = max((int(self.worth[row]) for row in rows if self.fit[row]), default=0)
        return any(self.worth[row] > best and not self.fit[row] for row in rows)

    @cached_property
    def _taken(self) -> BoolArray:
        """What it believes the other would take now."""
        reading = self.reading
        now = self.beliefs.worth_to_them(reading, trust_in(reading))
        enough = now >= self.beliefs.required(reading)
        return np.asarray(enough & self.beliefs.may_pass(reading))

    def _believed_best(self) -> int | None:
        reading = self.reading
        rows = np.flatnonzero(self.fit & reading.possible & self._taken & (self.worth > 0))
        rows = rows[np.argsort(-self.worth[rows], kind="stable")][:12]
        good = [int(row) for row in rows if self.is_good(int(row))]
        return max(good, key=lambda row: self.worth[row] + self._trust_bonus(row), default=None)

    def _door_closes(self) -> bool:
        view, issues = self.reading.view, self.reading.legal.issues
        return any(
            slot.issue in view.open_issues and issues[slot.issue].closes == view.round
            for slot in self.reading.table.slots
        )

    def _bold(self) -> int | None:
        """Rather than let a door close unasked: of what is near the target, the likeliest yes."""
        reading = self.reading
        near = self.worth >= max(1.0, NEAR_TARGET * self.best_left(0))
        rows = np.flatnonzero(self.fit & reading.possible & near)
        if len(rows) == 0:
            return None
        now = self.beliefs.worth_to_them(reading, trust_in(reading))[rows]
        return int(rows[np.argmax(now)])

    def _trust_bonus(self, row: int) -> int:
        """Nobody has seen us keep a promise yet: one that is checked at once is worth more."""
        view = self.reading.view
        if view.credibility.kept:
            return 0
        terms = self.reading.table.package_of(row)
        own = [term for term in terms if term.slot.giver == view.seat]
        soon = any(self.reading.legal.issues[t.slot.issue].due <= view.round for t in own)
        return TRUST_POINTS if soon else 0

    def unknown(self) -> list[Slot]:
        """Return what could still be asked about here."""
        view = self.reading.view
        known = {learned.slot for learned in self.reading.party.learned}
        return [
            slot
            for slot in self.reading.table.slots
            if slot not in known and slot.issue in view.open_issues
        ]

    def stake(self, slot: Slot) -> int:
        """Return the most that a slot could move for us."""
        return max(abs(points) for points in self.reading.view.own.valuations.get(slot, (0,)))


def margin(view: Observation) -> int:
    """Return the votes it keeps in hand, thousandths: none once no news can come."""
    return 0 if view.round == view.rounds - 1 else round(MARGIN * UNIT)


def _sign(plan: Plan) -> Action | None:
    party, row_of = plan.reading.party, plan.reading.table.row_of
    if party.what_if is not None:
        row = row_of(party.what_if)
        if row is not None and plan.is_good(row):
            return TakeWhatIf(party.id)
    if party.counter is not None:
        row = row_of(party.counter)
        if row is not None and plan.is_good(row):
            return TakeCounter(party.id)
    return None


def _offer(view: Observation, plans: list[Plan]) -> Action | None:
    promising = [
        (value, -place, package)
        for place, plan in enumerate(plans)
        if view.may_offer(plan.reading.party)
        for value, package in [plan.offer()]
        if package
    ]
    if not promising:
        return None
    _, place, package = max(promising)
    return Offer(plans[-place].reading.party.id, package)


def _at_home(view: Observation) -> Action | None:
    if view.home.votes >= view.home.pass_mark + margin(view):
        return None
    return _pay(view) or _visit(view, most=3)


def _pay(view: Observation) -> Action | None:
    asking = [faction for faction in view.home.factions if faction.payable]
    return PayAtHome(asking[0].id) if asking else None


def _win_votes(view: Observation, plans: list[Plan]) -> Action | None:
    """Work at home for what could be had abroad if only it passed there."""
    if any(plan.votes_would_help() for plan in plans):
        return _pay(view) or _visit(view, most=2)
    return None


def _visit(view: Observation, most: int) -> Action | None:
    fresh = [f for f in view.home.factions if f.votes < f.seats and f.worked < most]
    return WorkAtHome(min(fresh, key=lambda f: f.worked).id) if fresh else None


def _mend(view: Observation) -> Action | None:
    hurt = [party for party in view.parties if party.walked_out or party.face >= 2 * UNIT]
    return TalkPrivately(hurt[0].id) if hurt else None


def _sound_out(plans: list[Plan]) -> Action | None:
    """Ask about what is at stake most and not yet known, wherever no deal stands."""
    unknown = [
        (plan.stake(slot), plan.reading.party.id, slot)
        for plan in plans
        if len(plan.reading.party.learned) < MOST_PROBES
        for slot in plan.unknown()
    ]
    if not unknown:
        return None
    _, party, slot = max(unknown)
    return Probe(party, slot)


def _use_the_rest(view: Observation) -> Action:
    """Spend the actions that are left at home, where they never hurt."""
    return _visit(view, most=2) or Hold()
