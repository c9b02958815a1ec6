"""The ways out of a screen, by name, so that screens need not import each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from game.climate.outcome import Outcome
from game.levels.finder import LevelEntry
from game.levels.loader import Level
from game.negotiation.model.actions import Offer
from game.negotiation.model.events import Event
from game.session.session import Session
from game.ui.stage.screen import Screen
from game.ui.stage.stage_routes import StageRoutes


class Navigation(StageRoutes, Protocol):
    """Opens screens with or without a game in progress.

    opened_from: where the way back leads
    """

    def to_title(self) -> None:
        """Leave what is played and open the title screen."""

    def to_levels(self) -> None:
        """Choose a level; the list is read anew."""

    def to_broken(self, entry: LevelEntry) -> None:
        """Read what is wrong with a level."""

    def to_saves(self) -> None:
        """Choose a saved game."""

    def to_settings(self, opened_from: Screen | None = None) -> None:
        """Set how the game looks, sounds and speaks; back leads to the title by default."""

    def to_keys(self, opened_from: Screen) -> None:
        """Move keys."""

    def begin(self, level: Level, seed: int, seat: str | None = None) -> None:
        """Begin a new game at its briefing; its log begins with the first action."""

    def go_on(self, log: Path, level: Level) -> None:
        """Open the screen that a game was left on. Raises SaveRefused."""

    def recover(self, log: Path, level: Level) -> None:
        """Go on with the good part of a damaged game in a new log. Raises SaveRefused, OSError."""

    def take_up(self, session: Session) -> None:
        """Go on with another session where it stands."""


class GameNavigation(Navigation, Protocol):
    """Opens the screens of one game."""

    def to_hub(self) -> None:
        """Open the round, or the verdict once the game is over."""

    def after_round(self) -> None:
        """Open what follows when a round has ended: the next cable, or the plenary."""

    def to_table(self, delegation: str) -> None:
        """Sit down with a delegation."""

    def to_predict(self, table: Screen, offer: Offer) -> None:
        """Ask, over the table, how likely a yes is; then send the offer."""

    def to_answer(
        self, delegation: str, before: Outcome | None = None, events: Sequence[Event] = ()
    ) -> None:
        """Open the last answer of a delegation.

        before: the outcome before the offer, where the offer has just been made
        events: what that offer brought besides the answer
        """

    def to_advice(self, opened_from: Screen, delegation: str) -> None:
        """Ask for help about a delegation, over a screen."""

    def to_dossier(self, delegation: str, behind_table: Screen | None = None) -> None:
        """Read what is known of a delegation; back leads to the round by default."""

    def to_home(self) -> None:
        """See who votes at home."""

    def to_ledger(self) -> None:
        """See what was promised."""

    def to_cable(self) -> None:
        """Read the cable of this round."""

    def to_evidence(self, opened_from: Screen) -> None:
        """Open the page on the model behind the chart."""

    def to_verdict(self) -> None:
        """See how the game ended."""

    def to_debrief(self, opened_from: Screen) -> None:
        """Open the debrief."""
