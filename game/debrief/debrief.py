"""Everything the debrief of a finished game needs, each part computed on first use."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from threading import Lock

from game.debrief.alternatives import Line, other_lines
from game.debrief.attribution import DealEffect, warming_by_deal
from game.debrief.carbon_bath import Bath, bath_of
from game.debrief.emission_wedges import Wedges, wedges_of
from game.debrief.goals_reached import HomeVote, Reached, goals_reached
from game.debrief.guesses import Calibration, calibration_of
from game.debrief.missed_trades import DealFrontier, frontiers_of
from game.debrief.reasons import (
    Absent,
    Carried,
    Lever,
    carried_most,
    lost_vote,
    most_wanted_absent,
    strongest_lever,
)
from game.debrief.replayed_positions import Position, positions_of
from game.debrief.trades import Trade, trades_of
from game.negotiation.rules.scoring import ScoreCard
from game.session.session import Session


class Debrief:
    """One game looked back on. Screens and the printed report read the same figures here."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._looking = Lock()

    def look(self) -> None:
        """Work out what takes long. May be called on a thread beside the drawing, and twice."""
        with self._looking:
            self.effects  # noqa: B018  # kept from now on
            self.lines  # noqa: B018

    @property
    def has_lines(self) -> bool:
        """True if the other branches are known already."""
        return "lines" in self.__dict__

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Every action with the positions around it."""
        return positions_of(self.session)

    @cached_property
    def score(self) -> ScoreCard:
        """The score card."""
        return self.session.score()

    @cached_property
    def goals(self) -> tuple[Reached, ...]:
        """The goals of the level with what was reached."""
        return goals_reached(self.session, self.positions)

    @cached_property
    def lever(self) -> Lever | None:
        """The term that would have helped the cut most."""
        return strongest_lever(self.session, self.positions)

    @cached_property
    def absent(self) -> Absent | None:
        """The delegation that was missed most at the plenary."""
        return most_wanted_absent(self.session, self.positions)

    @cached_property
    def lost_vote(self) -> HomeVote | None:
        """The vote at home that broke a promise."""
        return lost_vote(self.session, self.positions)

    @cached_property
    def carried(self) -> Carried | None:
        """The term that carried most of the cut."""
        return carried_most(self.session)

    @cached_property
    def effects(self) -> tuple[DealEffect, ...]:
        """The effect of each deal on the warming."""
        return warming_by_deal(self.session)

    @cached_property
    def trades(self) -> tuple[Trade, ...]:
        """The worth of each deal to both sides, best for the player first."""
        return trades_of(self.session.scenario, self.positions)

    @cached_property
    def frontiers(self) -> tuple[DealFrontier, ...]:
        """The frontier with each delegation."""
        return frontiers_of(self.session.scenario, self.session.state)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Other lines that would have ended better."""
        return other_lines(self.session, self.positions)

    @cached_property
    def calibration(self) -> Calibration:
        """The accuracy of the player's predictions."""
        return calibration_of(self.positions)

    @cached_property
    def wedges(self) -> Wedges:
        """The cut of each bloc."""
        return wedges_of(self.session.before.emissions, self.session.now.emissions)

    @cached_property
    def bath(self) -> Bath:
        """CO2 in and out of the air, with the deals."""
        return bath_of(self.session.now.emissions, self.session.now.projection)

    def play_on(self, line: Line, folder: Path | None = None) -> Session:
        """Begin a new game, with a log of its own, that stands where a line branches off."""
        own = self.session
        begun = Session.start(own.level, own.seed, own.seat, folder)
        for action in line.up_to_the_turn:
            begun.submit(action)
        return begun
