"""Shared by the screens of one game: the session, its words, unsent drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import InitVar, dataclass, field, replace
from functools import cached_property

from game.climate.outcome import Outcome
from game.debrief.debrief import Debrief
from game.desk.hints import Hint, HintBook
from game.desk.news_strip import latest_lines
from game.desk.promise_text import events_told
from game.desk.sourced import Sourced, of_level
from game.desk.wording import Wording
from game.negotiation.model.actions import Action, NotAllowed
from game.negotiation.model.events import Event
from game.negotiation.model.memo import Memo
from game.negotiation.model.replies import Reply
from game.negotiation.model.scenario import Package, Term
from game.session.session import SaveMoved, Session
from game.texts import Texts
from game.ui.screens.common.navigation import GameNavigation
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.window_screen import WindowScreen
from game.ui.sound.cues import Cue
from game.ui.sound.event_cues import cues_of
from game.ui.stage.background import Newest
from game.ui.stage.camera import Camera
from game.ui.stage.stage import Stage
from game.visible import shown

LINES_KEPT = 12


@dataclass
class Play:
    """One game in the window.

    drafts: per delegation, the package last composed and not yet signed
    conditions: per delegation, what that package hangs on, where it hangs on anything
    routes: opens the screens of this game
    live: works previews out beside the drawing; None where they are worked out at once
    advised: per delegation, the answer that advice was asked on and how far it has gone
    camera: takes the picture that the save is known by; None where there is no window
    hub_left: the round, and the key of what had the keyboard when the hub was last left
    """

    session: Session
    words: Wording
    routes_of: InitVar[Callable[[Play], GameNavigation]]
    routes: GameNavigation = field(init=False)
    drafts: dict[str, Package] = field(default_factory=dict)
    conditions: dict[str, Term] = field(default_factory=dict)
    live: Newest[Package, Outcome] | None = None
    advised: dict[str, tuple[Reply | None, int]] = field(default_factory=dict)
    camera: Camera | None = None
    hub_left: tuple[int, str] = (-1, "")

    def __post_init__(self, routes_of: Callable[[Play], GameNavigation]) -> None:
        self.routes = routes_of(self)
        self.hints = HintBook(self.session)
        self._memo = Memo()

    def end(self) -> None:
        """Stop all that works for this game beside the drawing: it is left."""
        for worker in (self.live, self.camera):
            if worker is not None:
                worker.close()
        self.session.close()

    @property
    def you(self) -> str:
        """The player's delegation."""
        return self.session.public.you

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """The level's statements about the real world, with their sources."""
        texts = self.words.texts
        return self._memo.unless_changed("sourced", (texts,), lambda: of_level(self.session, texts))

    @cached_property
    def debrief(self) -> Debrief:
        """The debrief of a finished game; one for all screens, since parts of it take long."""
        return Debrief(self.session)

    def tell_in(self, texts: Texts) -> None:
        """Go on in another language; the session, drafts and position stay."""
        self.session.tell_in(texts.language)
        self.words = Wording(texts, self.session.public)

    def latest(self) -> tuple[str, ...]:
        """Return what happened last, newest first, in words."""
        return latest_lines(self.session.turns, self.words, LINES_KEPT)


class GameScreen(WindowScreen):
    """A screen of a game being played; room: its name among the places of hints."""

    room = ""

    def __init__(self, stage: Stage, play: Play) -> None:
        super().__init__(stage)
        self.play, self.session = play, play.session

    @property
    def routes(self) -> GameNavigation:
        """The ways out of this screen."""
        return self.play.routes

    @property
    def words(self) -> Wording:
        """The game's records in the language that is set now."""
        return self.play.words

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """The statements of the level."""
        return self.play.sourced

    def submit(self, action: Action) -> tuple[Event, ...] | None:
        """Act; a refusal, of the rules or of the disk, is shown and gives None."""
        try:
            events = self.session.submit(action)
        except NotAllowed as refusal:
            self.stage.cue((Cue.ERROR,))
            self.say(self.texts("game.not_now"), [self.words.not_allowed(refusal)])
            return None
        except SaveMoved as moved:
            self.stage.cue((Cue.ERROR,))
            said = self.texts(f"save.moved.{moved.harm}", file=shown(moved.path.name))
            self.say(self.texts("game.not_now"), [said])
            return None
        except OSError as problem:
            self.stage.cue((Cue.ERROR,))
            reason = problem.strerror or problem
            self.say(self.texts("game.not_now"), [self.texts("game.not_kept", reason=reason)])
            return None
        self.stage.cue(cues_of(events))
        return events

    def next_hint(self, here: Collection[str]) -> Hint | None:
        """Return the level's next hint for this screen and round."""
        return self.play.hints.next(self, here, self.stage.settings.hints_seen)

    def hint_done(self, hint: Hint) -> None:
        """Show a hint no more in this game; a general one never again."""
        self.play.hints.read(hint)
        settings = self.stage.settings
        if hint.is_general and hint.id not in settings.hints_seen:
            seen = (*settings.hints_seen, hint.id)
            self.stage.change_settings(replace(settings, hints_seen=seen))

    def has_on_table(self, term: Term) -> bool:
        """Return True if the package being composed here holds a term, or a deeper one."""
        return False

    def say(self, title: str, lines: Sequence[str]) -> None:
        """Show a notice over this screen."""
        self.stage.show(Notice(self.stage, self, title, lines))

    def tell(self, events: Sequence[Event], also: Sequence[str] = ()) -> None:
        """Show what an action brought in a notice over this screen; also: sentences after that."""
        lines = events_told(events, self.words)
        self.say(self.texts("game.what_came"), [*lines, *also])
