"""Makes every screen, in this one place; each way from one to another is a method."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.climate.outcome import Outcome
from game.desk.wording import Wording
from game.levels.finder import LevelEntry
from game.levels.loader import Level
from game.negotiation.model.actions import Offer
from game.negotiation.model.events import Event
from game.negotiation.model.scenario import Package
from game.session.session import Session
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.play import Play
from game.ui.screens.debrief.debrief_screen import DebriefScreen
from game.ui.screens.debrief.verdict_screen import VerdictScreen
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.evidence_screen import EvidenceScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.round.plenary_screen import PlenaryScreen
from game.ui.screens.shell.broken_screen import BrokenScreen
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.shell.keys_screen import KeysScreen
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.saves_screen import SavesScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.screens.table.advice_screen import AdviceScreen
from game.ui.screens.table.predict_screen import PredictScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.background import Newest
from game.ui.stage.camera import Camera
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage


class Routes:
    """Opens screens with or without a game in progress."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def to_title(self) -> None:
        """Leave what is played and open the title screen."""
        self.stage.take_up(None)
        self.stage.show(TitleScreen(self.stage, self))

    def to_levels(self) -> None:
        """Choose a level; the list is read anew."""
        self.stage.show(LevelsScreen(self.stage, self))

    def to_broken(self, entry: LevelEntry) -> None:
        """Read what is wrong with a level."""
        self.stage.show(BrokenScreen(self.stage, self, entry))

    def to_saves(self) -> None:
        """Choose a saved game."""
        self.stage.show(SavesScreen(self.stage, self))

    def to_settings(self, opened_from: Screen | None = None) -> None:
        """Set how the game looks, sounds and speaks; back leads to the title by default."""
        self.stage.show(SettingsScreen(self.stage, self, opened_from))

    def to_keys(self, opened_from: Screen) -> None:
        """Move keys."""
        self.stage.show(KeysScreen(self.stage, opened_from))

    def to_words(self, entry: str = "") -> None:
        """Look a word, a source or a key up, at an entry where one is given."""
        self.stage.show(WordsScreen(self.stage, self, self.stage.here(), entry))

    def say(self, title: str, lines: Sequence[str]) -> None:
        """Show a short message over the screen that is up."""
        self.stage.show(Notice(self.stage, self.stage.screen, title, lines))

    def begin(self, level: Level, seed: int, seat: str | None = None) -> None:
        """Begin a new game at its briefing; its log begins with the first action."""
        play = self.play_of(Session.start(level, seed, seat))
        self.stage.show(BriefingScreen(self.stage, play))

    def go_on(self, log: Path, level: Level) -> None:
        """Open the screen that a game was left on. Raises SaveRefused."""
        self.take_up(Session.resume(log, level, self.stage.texts))

    def recover(self, log: Path, level: Level) -> None:
        """Go on with the good part of a damaged game in a new log. Raises SaveRefused, OSError."""
        self.take_up(Session.save_good_part(log, level, self.stage.texts))

    def take_up(self, session: Session) -> None:
        """Go on with another session where it stands."""
        self.play_of(session).routes.to_hub()

    def play_of(self, session: Session) -> Play:
        """Return the state that the screens of one game share, and put it on the stage."""
        stage = self.stage
        session.tell_in(stage.texts.language)
        live: Newest[Package, Outcome] | None = None
        camera: Camera | None = None
        if stage.wake is not None:
            live = Newest(session.preview, stage.wake)
            camera = Camera()
        words = Wording(stage.texts, session.public)
        play = Play(session, words, lambda play: GameRoutes(stage, play), live=live, camera=camera)
        stage.take_up(play)
        return play


class GameRoutes(Routes):
    """Opens the screens of one game."""

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage)
        self.play = play

    def to_hub(self) -> None:
        """Open the round, or the verdict once the game is over."""
        if self.play.session.view.finished:
            self.to_verdict()
        else:
            self.stage.show(HubScreen(self.stage, self.play))

    def after_round(self) -> None:
        """Open what follows when a round has ended: the next cable, or the plenary."""
        if self.play.session.view.finished:
            self.stage.show(PlenaryScreen(self.stage, self.play))
        else:
            self.to_cable()

    def to_table(self, delegation: str) -> None:
        """Sit down with a delegation."""
        self.stage.show(TableScreen(self.stage, self.play, delegation))

    def to_predict(self, table: Screen, offer: Offer) -> None:
        """Ask, over the table, how likely a yes is; then send the offer."""
        self.stage.show(PredictScreen(self.stage, self.play, table, offer))

    def to_answer(
        self, delegation: str, before: Outcome | None = None, events: Sequence[Event] = ()
    ) -> None:
        """Open the last answer of a delegation.

        before: the outcome before the offer, where the offer has just been made
        events: what that offer brought besides the answer
        """
        before = self.play.session.now if before is None else before
        self.stage.show(ReplyScreen(self.stage, self.play, delegation, before, events))

    def to_advice(self, opened_from: Screen, delegation: str) -> None:
        """Ask for help about a delegation, over a screen."""
        self.stage.show(AdviceScreen(self.stage, self.play, opened_from, delegation))

    def to_dossier(self, delegation: str, behind_table: Screen | None = None) -> None:
        """Read what is known of a delegation; back leads to the round by default."""
        self.stage.show(DossierScreen(self.stage, self.play, delegation, behind_table))

    def to_home(self) -> None:
        """See who votes at home."""
        self.stage.show(HomeScreen(self.stage, self.play))

    def to_ledger(self) -> None:
        """See what was promised."""
        self.stage.show(LedgerScreen(self.stage, self.play))

    def to_cable(self) -> None:
        """Read the cable of this round."""
        self.stage.show(CableScreen(self.stage, self.play))

    def to_evidence(self, opened_from: Screen) -> None:
        """Open the page on the model behind the chart."""
        self.stage.show(EvidenceScreen(self.stage, self.play, opened_from))

    def to_verdict(self) -> None:
        """See how the game ended."""
        self.stage.show(VerdictScreen(self.stage, self.play))

    def to_debrief(self, opened_from: Screen) -> None:
        """Open the debrief."""
        self.stage.show(DebriefScreen(self.stage, self.play, opened_from=opened_from))
