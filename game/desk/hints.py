"""Hints while playing: which one is due on a screen, and which widget it stands beside.

A level brings its own (`hints:` in its file); a level without any gets a few that hold for every
level, in its first round.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, get_args

from game.desk.term_keys import stepper_key
from game.levels.schema.values import HintPlace
from game.negotiation.model.actions import (
    Offer,
    PressInPublic,
    Probe,
    SeekBacking,
    TalkPrivately,
    TieHands,
)
from game.negotiation.model.scenario import Slot, Term
from game.session.public_game import PublicGame
from game.session.read_hints import keep_hints, read_hints

if TYPE_CHECKING:
    from game.levels.schema.fields import HintField, TermField
    from game.negotiation.model.actions import Action
    from game.negotiation.seats.observation import Observation
    from game.session.session import Session
    from game.texts import Texts

# Widgets that hints stand beside and whose keys are not the second half of the place's name.
OTHER_KEYS = {
    "hub_table": "table0",
    "hub_dossier": "dossier0",
    "hub_home": "work",
    "table_term": "",  # the key of a term is made of its issue and its giver
    "table_ask": "table.ask",
    "table_offer": "table.offer",
    "reply_change": "change0",
}
# The key of the widget that a hint speaks of, by its place as levels name it: `room_widget`.
PLACES: dict[str, str] = {
    place: OTHER_KEYS.get(place, place.partition("_")[2]) for place in get_args(HintPlace)
}
# The hints of a level without its own, in this order.
GENERAL = (
    "hub_probe",
    "hub_table",
    "table_ask",
    "table_offer",
    "table_outcome",
    "predict_guess",
    "reply_reason",
    "reply_counter",
    "hub_home",
    "hub_hold",
)


END = "hub_hold"  # where the end of a round is spoken of
PASSING = frozenset({"predict", "reply", "plenary"})  # rooms that come by themselves, and go
LEADS_TO = {"hub_table": "table", "hub_home": "home"}  # who is there has done what it says
# What a hint teaches is past once the player has done it in the round.
TEACHES: dict[str, type] = {
    "hub_probe": Probe,
    "hub_talk": TalkPrivately,
    "hub_backing": SeekBacking,
    "hub_press": PressInPublic,
    "hub_tie": TieHands,
    "table_send": Offer,
}


@dataclass(frozen=True)
class Hint:
    """One idea, said beside the thing it speaks of.

    place, places: which of the level's hints this is, counted from 1, and how many there are
    text: what a level says; empty for a hint of the catalogue
    term: what it has the player put on the table, where it does
    """

    id: str
    where: str
    round: int
    place: int
    places: int
    text: str = ""
    term: Term | None = None

    @property
    def is_general(self) -> bool:
        """True if it holds for every level."""
        return not self.text

    @property
    def anchor_key(self) -> str:
        """The key of the widget it stands beside."""
        if self.term is not None:
            return stepper_key(self.term.slot)
        return PLACES[self.where]

    def said(self, texts: Texts) -> str:
        """Return the words of the hint."""
        return self.text or texts(f"hints.general.{self.where}")


class Shows(Protocol):
    """A screen that hints can stand on; room: its part of the names of places."""

    room: str

    def has_on_table(self, term: Term) -> bool:
        """Return True if a term, or more of it, is being offered."""


class HintBook:
    """The hints of one game: which have been read, shown, missed where they could have been.

    Those that were read are put down beside the log, so that a game gone on with goes on in them.
    Within a round they come in their order. One that stands elsewhere waits until those before it
    have been shown or their moment has passed; once it has come, those before it do not. Once the
    goals are met only how to end is left to say.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept = read_hints(session.path) if session.path is not None else frozenset()
        self._read = set(self._kept)
        self._shown = set(self._kept)
        self._missed: set[str] = set()
        self._goals: tuple[Observation, bool] | None = None

    def next(self, screen: Shows, here: Collection[str], seen: Collection[str]) -> Hint | None:
        """Return the hint that is due on a screen, if one is; it counts as shown from now on.

        here: the keys of the widgets there; seen: general hints that were read in other games
        """
        view = self._session.view
        hints = [hint for hint in self._all() if hint.round == view.round]
        self._read |= {hint.id for hint in hints if self._is_past(screen, hint)}
        self._keep()
        furthest = max((hint.place for hint in hints if hint.id in self._shown), default=0)
        done = self._read.union(seen)
        left = [hint for hint in hints if hint.id not in done and hint.place >= furthest]
        is_end = not view.actions_left and screen.room == _room(END)
        if is_end or self._are_goals_met():
            left = [hint for hint in left if hint.where == END or _room(hint.where) == "plenary"]
        return self._first_of(left, screen, here)

    def _first_of(self, hints: Sequence[Hint], screen: Shows, here: Collection[str]) -> Hint | None:
        """Return the first that stands here and is due; what stood only here is missed."""
        is_next = True
        for hint in hints:
            if _room(hint.where) == screen.room:
                if hint.anchor_key in here and self._may_come(hint, screen.room, is_next):
                    self._shown.add(hint.id)
                    return hint
                if screen.room in PASSING:
                    self._missed.add(hint.id)
            has_passed = hint.where == END or hint.id in self._shown | self._missed
            is_next = is_next and has_passed
        return None

    def _may_come(self, hint: Hint, room: str, is_next: bool) -> bool:
        """Return True if it is its turn; the hint to end a round comes when nothing else is left.

        A screen that is only passed through does not come back: there it is now or never.
        """
        if hint.where != END:
            return is_next or room in PASSING
        view = self._session.view
        waits = any(party.counter or party.what_if for party in view.parties)
        return not (waits or view.actions_left)

    def _is_past(self, screen: Shows, hint: Hint) -> bool:
        """Return True if the player has done what it teaches, or is where it leads to."""
        if hint.term is not None and _room(hint.where) == screen.room:
            return screen.has_on_table(hint.term)
        taught = TEACHES.get(hint.where)
        return LEADS_TO.get(hint.where) == screen.room or (
            taught is not None and any(isinstance(done, taught) for done in self._done_in_round())
        )

    def _done_in_round(self) -> Iterator[Action]:
        """Yield what the player has done in this round."""
        for turn in reversed(self._session.turns):
            if turn.round != self._session.view.round:
                return
            if turn.action is not None:
                yield turn.action

    def _are_goals_met(self) -> bool:
        """Return True if the level would be passed as things stand; asked once for a position."""
        if self._goals is None or self._goals[0] is not self._session.view:
            self._goals = self._session.view, self._session.score().passed
        return self._goals[1]

    def read(self, hint: Hint) -> None:
        """Mark a hint as read: it does not show again in this game."""
        self._read.add(hint.id)
        self._keep()

    def _keep(self) -> None:
        """Put down what was read, once the game has a log for it to lie beside."""
        log, new = self._session.path, self._read - self._kept
        if log is None or not new:
            return
        with contextlib.suppress(OSError):  # at worst they are shown once more
            keep_hints(log, sorted(new))
            self._kept |= new

    def _all(self) -> Iterator[Hint]:
        own = self._session.public.hints
        for place, field in enumerate(own, start=1):
            yield _hint(field, self._session.public, place, len(own))
        if not own:
            for place, where in enumerate(GENERAL, start=1):
                yield Hint(f"general/{where}", where, 0, place, len(GENERAL))


def _room(where: str) -> str:
    return where.split("_")[0]


def _hint(field: HintField, public: PublicGame, place: int, places: int) -> Hint:
    rounds = [meeting.id for meeting in public.rounds]
    term = _term(field.term, public) if field.term is not None else None
    at = rounds.index(field.round)
    return Hint(field.id, field.where, at, place, places, field.text, term)


def _term(field: TermField, public: PublicGame) -> Term:
    options = [option.id for option in public.issue(field.issue).options]
    return Term(Slot(field.issue, field.giver), options.index(field.option))
