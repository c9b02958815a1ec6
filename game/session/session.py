"""One played game: actions in, events out, the log on disk before anything else sees them."""

from __future__ import annotations

import contextlib
import copy
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.climate.commitments import Commitment
from game.climate.outcome import Outcome
from game.levels.loader import Level
from game.negotiation.model.actions import Action, NotAllowed
from game.negotiation.model.doors import closing_issues
from game.negotiation.model.effects import commitments_with, deepest_commitments
from game.negotiation.model.events import Event, Replied
from game.negotiation.model.packages import Package
from game.negotiation.model.scenario import Scenario, Term
from game.negotiation.model.state import State
from game.negotiation.rules.rules import RULES_VERSION, Rules
from game.negotiation.rules.scoring import ScoreCard, score
from game.negotiation.seats.observation import HomeView, Observation, Watch, home_after
from game.paths import saves_dir
from game.session.game_results import keep_result, result_of
from game.session.log import FORMAT, Header, Log, LogBroken, LogWriter, read_log
from game.session.projector import ClimateDesk, open_desk
from game.session.public_game import PublicGame, public_game
from game.texts import Texts


@dataclass(frozen=True)
class Turn:
    """One action and what came of it; the first turn of a game has no action.

    round: the round that stood when it was over
    """

    round: int
    action: Action | None
    events: tuple[Event, ...]


class SaveRefused(Exception):
    """A saved game that cannot be gone on with: a sentence that says why."""


class Session:
    """A game in play. Screens, bots and tests act through `submit` and read the rest."""

    def __init__(
        self,
        level: Level,
        seed: int,
        seat: str | None = None,
        writer: LogWriter | None = None,
        desk: ClimateDesk | None = None,
    ) -> None:
        """A game at its start. no writer, no log; a desk may be shared by games."""
        self._folder: Path | None = None
        self.level = level
        self.scenario: Scenario = level.scenario(seat)
        self.seed, self.seat = seed, self.scenario.you
        self.rules = Rules(level.original.scenario(self.seat))
        self._writer, self._desk = writer, desk
        self._watch = Watch(self.scenario, self.seat)
        self._seen: tuple[State, Observation] | None = None
        self._quotes: dict[tuple[str, int], str] = {}
        self.state, events = self.rules.start(seed)
        self.turns: list[Turn] = [Turn(0, None, events)]

    @classmethod
    def start(
        cls, level: Level, seed: int, seat: str | None = None, folder: Path | None = None
    ) -> Session:
        """A new game with its log in a folder, the user's saves where none is given.

        The log begins with the first action: a game in which nothing was done leaves nothing.
        """
        session = cls(level, seed, seat)
        session._folder = folder or saves_dir()
        return session

    @classmethod
    def resume(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """Go on with a game from its log. Raises SaveRefused."""
        words = texts or Texts.load()
        log = _log_of(path, words)
        session = cls._replayed(log, path, level, words)
        session._writer = LogWriter(path)
        try:
            session._writer.go_on(log)
        except OSError as problem:
            reason = problem.strerror or problem
            raise SaveRefused(words("save.not_writable", file=path.name, reason=reason)) from None
        session._keep_result()
        return session

    @classmethod
    def replayed(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """The position a log leads to; the log is only read. Raises SaveRefused."""
        words = texts or Texts.load()
        return cls._replayed(_log_of(path, words), path, level, words)

    @classmethod
    def _replayed(cls, log: Log, path: Path, level: Level, words: Texts) -> Session:
        header = log.header
        if header.level_id != level.id:
            raise SaveRefused(words("save.other_level", level=header.level_id, asked=level.id))
        if header.level_hash != level.hash:
            raise SaveRefused(words("save.level_changed", level=header.level_id))
        if header.rules_version != RULES_VERSION:
            raise SaveRefused(words("save.rules_changed"))
        if header.seat not in level.seats:
            raise SaveRefused(words("save.no_seat", seat=header.seat))
        session = cls(level, header.seed, header.seat)
        for number, action in enumerate(log.actions, start=2):
            try:
                session.submit(action)
            except NotAllowed:
                raise SaveRefused(words("save.not_allowed", file=path.name, line=number)) from None
        return session

    @property
    def path(self) -> Path | None:
        """Where the log is; None where none is kept, or nothing is in it yet."""
        return self._writer.path if self._writer is not None else None

    @property
    def view(self) -> Observation:
        """What the player's seat may know; put together once for each position."""
        if self._seen is None or self._seen[0] is not self.state:
            self._seen = (self.state, self._watch.look(self.state))
        return self._seen[1]

    @cached_property
    def public(self) -> PublicGame:
        """What the player's seat may know of the level, in the language it is told in."""
        return public_game(self.level, self.seat, self._quotes)

    @property
    def finished(self) -> bool:
        """Whether the plenary is over."""
        return self.state.finished

    @cached_property
    def desk(self) -> ClimateDesk:
        """Where outcomes are worked out."""
        return self._desk or open_desk(self.level.world)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Everything that the promises in force commit their givers to."""
        return commitments_with(self.scenario, self.state.ledger)

    @property
    def before(self) -> Outcome:
        """Where today's policies lead, without any deal."""
        return self.desk.outcome(())

    @property
    def in_reach(self) -> Outcome:
        """Where every issue at its deepest would lead."""
        return self.desk.outcome(deepest_commitments(self.scenario))

    @property
    def now(self) -> Outcome:
        """Where the promises in force lead."""
        return self.preview(())

    def preview(self, terms: Iterable[Term]) -> Outcome:
        """Where the promises in force lead with these terms on top."""
        return self.desk.outcome(commitments_with(self.scenario, self.state.ledger, terms))

    def home_with(self, terms: Iterable[Term]) -> HomeView:
        """The player's home if these terms were agreed on top."""
        return home_after(self.scenario, self.state, self.seat, Package(terms))

    def closing_issues(self, at: int) -> tuple[str, ...]:
        """Return the issues that close with a round and could still be taken further by then."""
        return closing_issues(self.scenario, self.state, at)

    def score(self) -> ScoreCard:
        """The score card as things stand."""
        return score(self.scenario, self.state, self.before, self.now, self.in_reach)

    def refusal(self, action: Action) -> NotAllowed | None:
        """Return why the rules would refuse an action now; None where they would allow it."""
        try:
            self.rules.apply(self.state, action)
        except NotAllowed as refusal:
            return refusal
        return None

    def submit(self, action: Action) -> tuple[Event, ...]:
        """Act for the player. Raises NotAllowed by the rules, OSError by the disk.

        The log has the action before the position changes.
        """
        after, events = self.rules.apply(self.state, action)
        self._write(action)
        self._adopt(action, after, events)
        self._keep_result()
        return events

    def branch(self) -> Session:
        """Return a game of its own that goes on from this position and keeps no log."""
        twin = copy.copy(self)
        twin._writer = twin._folder = None
        twin.turns, twin._quotes = list(self.turns), dict(self._quotes)
        twin.__dict__.pop("public", None)
        return twin

    def tell_in(self, language: str) -> None:
        """Show the level's texts in another language; position and log stay as they are."""
        self.level = self.level.in_language(language)
        self.scenario = self.level.scenario(self.seat)
        self._watch, self._seen = Watch(self.scenario, self.seat), None
        self.__dict__.pop("public", None)
        for delegation, line in self._quotes:
            self._quote(delegation, line)

    def _write(self, action: Action) -> None:
        """Into the log; the first action begins it."""
        if self._writer is not None:
            self._writer.append(action)
        elif self._folder is not None:
            now = datetime.datetime.now(tz=datetime.UTC)
            writer = LogWriter(_free_path(self._folder, self.level.id, now))
            writer.begin(self._header(now), action)
            self._writer = writer

    def _header(self, now: datetime.datetime) -> Header:
        return Header(
            format=FORMAT,
            rules_version=RULES_VERSION,
            level_id=self.level.id,
            level_hash=self.level.hash,
            seed=self.seed,
            seat=self.seat,
            started=now.isoformat(timespec="seconds"),
        )

    def _keep_result(self) -> None:
        """Once the game is over, put down how it ended, beside its log."""
        if self._writer is None or not self.finished:
            return
        path = self._writer.path
        with contextlib.suppress(OSError):  # the log has everything; opening it tries again
            keep_result(path.parent, path.name, result_of(self.level.id, self.score()))

    def _adopt(self, action: Action, after: State, events: tuple[Event, ...]) -> None:
        self.state = after
        self.turns.append(Turn(after.round, action, events))
        for reply in (event.reply for event in events if isinstance(event, Replied)):
            if reply.explanation is not None and reply.explanation.line is not None:
                self._quote(reply.delegation, reply.explanation.line)

    def _quote(self, delegation: str, line: int) -> None:
        """From now on a party's words on a red line are public, in the reader's language."""
        said = self.scenario.delegation(delegation).red_lines[line].said
        self._quotes[delegation, line] = said


def _log_of(path: Path, words: Texts) -> Log:
    try:
        return read_log(path, words)
    except LogBroken as broken:
        raise SaveRefused(str(broken)) from None


def _free_path(folder: Path, level_id: str, now: datetime.datetime) -> Path:
    """A file name that is not taken: level, day and time, a number where two begin at once."""
    stem = f"{level_id}-{now:%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}.jsonl", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.jsonl", number + 1
    return path
