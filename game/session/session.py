"""One game in progress: actions in, events out, the log on disk before anyone sees them."""

from __future__ import annotations

import contextlib
import copy
import datetime
import errno
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NoReturn

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
from game.negotiation.seats.observation import HomeView, Observation, home_after
from game.negotiation.seats.watch import Watch
from game.paths import saves_dir
from game.session.game_results import keep_result, result_of
from game.session.log import FORMAT, Header, Log, LogBroken, read_log
from game.session.log_writer import Harm, LogWriter
from game.session.projector import ClimateDesk, open_desk
from game.session.public_game import PublicGame, public_game
from game.session.save_files import SaveInUse, hints_of
from game.texts import Texts
from game.visible import shown

MOST_OF_A_NAME = 1000  # logs of one level begun in one second, or kept of one that was harmed


@dataclass(frozen=True)
class Turn:
    """One action and what came of it; the first turn of a game has no action.

    round: the round that stood when it was over
    """

    round: int
    action: Action | None
    events: tuple[Event, ...]


class SaveRefused(Exception):
    """A saved game that cannot be continued: a sentence that says why."""


class SaveMoved(Exception):
    """Another program took the log away or changed it; the game is whole in a new one.

    The action that was to be done has not been; it can be done again.
    """

    def __init__(self, harm: Harm, path: Path) -> None:
        super().__init__(f"{harm}: the game is kept in {path}")
        self.harm, self.path = harm, path


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
        """Begin a game; no writer, no log; a desk may be shared by games."""
        self._folder: Path | None = None
        self._header: Header | None = None  # of the log, once there is one
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
        """Begin a new game with its log in a folder, the user's saves where none is given.

        The log begins with the first action: a game in which nothing was done leaves nothing.
        """
        session = cls(level, seed, seat)
        session._folder = folder or saves_dir()
        return session

    @classmethod
    def resume(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """Go on with a game from its log, which is held until `close`. Raises SaveRefused."""
        words, writer = texts or Texts.load(), LogWriter(path)
        try:
            return cls._resumed(writer, level, words)
        except BaseException:
            writer.close()
            raise

    @classmethod
    def _resumed(cls, writer: LogWriter, level: Level, words: Texts) -> Session:
        file = shown(writer.path.name)
        try:
            writer.hold()
        except SaveInUse:
            raise SaveRefused(words("save.in_use", file=file)) from None
        except (OSError, ValueError):
            pass  # it may still be looked at; what it lacks to be read is said below
        log = _log_of(writer.path, words)
        session = cls._replayed(log, writer.path, level, words)
        try:
            writer.go_on(log)
        except OSError as problem:
            reason = problem.strerror or problem
            raise SaveRefused(words("save.not_writable", file=file, reason=reason)) from None
        session._writer, session._header = writer, log.header
        session._keep_result()
        return session

    @classmethod
    def replayed(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """Return the position a log leads to; the log is only read. Raises SaveRefused."""
        words = texts or Texts.load()
        return cls._replayed(_log_of(path, words), path, level, words)

    @classmethod
    def good_part(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """Return the position that the good part of a damaged log leads to; it keeps no log.

        Raises SaveRefused where not one action of it is good.
        """
        words = texts or Texts.load()
        try:
            log: Log | None = read_log(path, words)
        except LogBroken as broken:
            log = broken.good
            if log is None:
                raise SaveRefused(str(broken)) from None
        assert log is not None
        session = cls._begun(log.header, level, words)
        with contextlib.suppress(NotAllowed):
            for action in log.actions:
                session.submit(action)
        if not session.actions:
            raise SaveRefused(words("save.nothing_good", file=shown(path.name)))
        session._header = log.header
        return session

    @classmethod
    def save_good_part(cls, path: Path, level: Level, texts: Texts | None = None) -> Session:
        """Go on with the good part of a damaged log in a new log beside it; the old one stays.

        Raises SaveRefused, OSError.
        """
        session = cls.good_part(path, level, texts)
        assert session._header is not None
        session._writer = _new_log(path.parent, path.stem, session._header, session.actions)
        _take_hints_along(path, session._writer.path)
        session._keep_result()
        return session

    @classmethod
    def _replayed(cls, log: Log, path: Path, level: Level, words: Texts) -> Session:
        session = cls._begun(log.header, level, words)
        for line, action in zip(log.lines, log.actions, strict=True):
            try:
                session.submit(action)
            except NotAllowed:
                file = shown(path.name)
                raise SaveRefused(words("save.not_allowed", file=file, line=line)) from None
        return session

    @classmethod
    def _begun(cls, header: Header, level: Level, words: Texts) -> Session:
        """Return the game of a header at its start. Raises SaveRefused if that is another."""
        if header.level_id != level.id:
            raise SaveRefused(words("save.other_level", level=header.level_id, asked=level.id))
        if header.level_hash != level.hash:
            raise SaveRefused(words("save.level_changed", level=header.level_id))
        if header.rules_version != RULES_VERSION:
            raise SaveRefused(words("save.rules_changed"))
        if header.seat not in level.seats:
            raise SaveRefused(words("save.no_seat", seat=header.seat))
        return cls(level, header.seed, header.seat)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Everything the player did so far, in order."""
        return tuple(turn.action for turn in self.turns if turn.action is not None)

    @property
    def path(self) -> Path | None:
        """The path of the log; None if none is kept, or nothing is in it yet."""
        return self._writer.path if self._writer is not None else None

    @property
    def view(self) -> Observation:
        """Everything the player's seat may know; built once for each position."""
        # A screen asks dozens of times a frame: 0.3 µs each, 52 µs where put together anew.
        if self._seen is None or self._seen[0] is not self.state:
            self._seen = (self.state, self._watch.look(self.state))
        return self._seen[1]

    @cached_property
    def public(self) -> PublicGame:
        """Everything the player's seat may know of the level, in the language in use."""
        return public_game(self.level, self.seat, self._quotes)

    @property
    def finished(self) -> bool:
        """True if the plenary is over."""
        return self.state.finished

    @cached_property
    def desk(self) -> ClimateDesk:
        """The desk that computes outcomes."""
        return self._desk or open_desk(self.level.world)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Everything that the promises in force commit their givers to."""
        return commitments_with(self.scenario, self.state.ledger)

    @property
    def before(self) -> Outcome:
        """The outcome of today's policies, without any deal."""
        return self.desk.outcome(())

    @property
    def in_reach(self) -> Outcome:
        """The outcome with every issue at its deepest."""
        return self.desk.outcome(deepest_commitments(self.scenario))

    @property
    def now(self) -> Outcome:
        """The outcome of the promises in force."""
        return self.preview(())

    def preview(self, terms: Iterable[Term]) -> Outcome:
        """Work out where the promises in force lead with these terms on top."""
        return self.desk.outcome(commitments_with(self.scenario, self.state.ledger, terms))

    def home_with(self, terms: Iterable[Term]) -> HomeView:
        """Return the player's home if these terms were agreed on top."""
        return home_after(self.scenario, self.state, self.seat, Package(terms))

    def closing_issues(self, at: int) -> tuple[str, ...]:
        """Return the issues that close with a round and could still be taken further by then."""
        return closing_issues(self.scenario, self.state, self.seat, at)

    def score(self) -> ScoreCard:
        """Return the score card as things stand."""
        return score(self.scenario, self.state, self.before, self.now, self.in_reach)

    def refusal(self, action: Action) -> NotAllowed | None:
        """Return why the rules would refuse an action now; None if they would allow it."""
        try:
            self.rules.apply(self.state, self.seat, action)
        except NotAllowed as refusal:
            return refusal
        return None

    def submit(self, action: Action) -> tuple[Event, ...]:
        """Act for the player. Raises NotAllowed by the rules, OSError by the disk, SaveMoved.

        The log has the action before the position changes.
        """
        after, events = self.rules.apply(self.state, self.seat, action)
        self._write(action)
        self._adopt(action, after, events)
        self._keep_result()
        return events

    def branch(self) -> Session:
        """Return a game of its own that goes on from this position and keeps no log."""
        twin = copy.copy(self)
        twin._writer = twin._folder = twin._header = None
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

    def close(self) -> None:
        """Let other windows play this save; the game was left."""
        if self._writer is not None:
            self._writer.close()

    def _write(self, action: Action) -> None:
        """Write it into the log; the first action begins it. Raises SaveMoved, OSError."""
        if self._writer is None:
            if self._folder is not None:
                now = datetime.datetime.now(tz=datetime.UTC)
                header, stem = self._header_at(now), f"{self.level.id}-{now:%Y%m%d-%H%M%S}"
                self._writer = _new_log(self._folder, stem, header, (action,))
                self._header = header
            return
        if self._header is not None:
            harm = self._writer.harm(self._header, self.actions)
            if harm is not None:
                self._move(harm, self._header)
        self._writer.append(action)

    def _move(self, harm: Harm, header: Header) -> NoReturn:
        """Keep the game whole in a new log, since the one it had was harmed."""
        assert self._writer is not None
        old = self._writer
        self._writer = _new_log(old.path.parent, old.path.stem, header, self.actions)
        self._header = replace(header, format=FORMAT)
        old.close()
        _take_hints_along(old.path, self._writer.path)
        raise SaveMoved(harm, self._writer.path)

    def _header_at(self, now: datetime.datetime) -> Header:
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
        """Write how the game ended beside its log, once it is over."""
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
        """Make public what a party says of one of its red lines, in the reader's language."""
        said = self.scenario.delegation(delegation).red_lines[line].said
        self._quotes[delegation, line] = said


def _log_of(path: Path, words: Texts) -> Log:
    try:
        return read_log(path, words)
    except LogBroken as broken:
        raise SaveRefused(str(broken)) from None


def _new_log(folder: Path, stem: str, header: Header, actions: tuple[Action, ...]) -> LogWriter:
    """Begin a log under a name that is not taken: the stem, a number where two begin at once."""
    folder.mkdir(parents=True, exist_ok=True)  # which a file of that name refuses, at once
    for number in range(1, MOST_OF_A_NAME):
        name = stem if number == 1 else f"{stem}-{number}"
        writer = LogWriter(folder / f"{name}.jsonl")
        with contextlib.suppress(FileExistsError):
            writer.begin(replace(header, format=FORMAT), *actions)
            return writer
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / stem))


def _take_hints_along(old: Path, new: Path) -> None:
    """Copy which hints were read in a game; where that fails they are read again."""
    with contextlib.suppress(OSError):
        shutil.copyfile(hints_of(old), hints_of(new))
