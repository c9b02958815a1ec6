"""Plays many games without a window: one bot, one level, seeds in a row, on several cores."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import multiprocessing
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import chain
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple, Self

from game.bots.game_story import Story, story_of
from game.bots.roster import BOTS
from game.bots.style import Style
from game.bots.trader import TraderBot
from game.levels.loader import Level, load_level
from game.negotiation.mind.talks import NO_DOORS, Talks
from game.negotiation.model.actions import Hold, NotAllowed
from game.negotiation.model.events import DealStruck
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.serial import action_to_json
from game.negotiation.model.state import State
from game.negotiation.rules.scoring import ScoreCard
from game.negotiation.seats.computer_seat import Actor
from game.negotiation.seats.public_level import legal_for
from game.session.projector import ClimateDesk, open_desk
from game.session.session import Session

MOST_AT_ONCE = 16  # games played at a time: few enough that all processes end together
MOST_PROCESSES = 61  # as many as a pool of processes can wait for on Windows
MOST_TURNS = 400  # a bot that never holds is stopped here
AS_LINE = json.JSONEncoder(sort_keys=True)
YOUNG_BEFORE_A_LOOK = 50_000  # new objects before the collector looks for cycles among them
MOST_OUTCOMES = 512  # kept in a process, some 40 MB: many games end with the same deals


@dataclass(frozen=True)
class Played:
    """One game: its log's hash and what came of it.

    deals_below_floor: deals struck although the partner would have been better off without
    """

    log_hash: str
    card: ScoreCard
    warming_2100_c: float
    deals_below_floor: int
    story: Story

    @property
    def passed(self) -> bool:
        """True if the level's goals were met."""
        return self.card.passed

    @property
    def score(self) -> int:
        """The mean of the score card."""
        return self.card.total


@dataclass(frozen=True)
class Simulation:
    """Many games of one bot. log_hash: SHA-256 over all logs, whatever the number of jobs."""

    games: tuple[Played, ...]
    seconds: float

    @property
    def passed(self) -> int:
        """How many games were passed."""
        return sum(game.passed for game in self.games)

    @property
    def log_hash(self) -> str:
        """One hash over the hashes of all logs, in the order of the seeds."""
        together = hashlib.sha256()
        for game in self.games:
            together.update(game.log_hash.encode())
        return together.hexdigest()


def simulate(
    level: Level,
    bot: str,
    games: int,
    seed: int,
    jobs: int = 1,
    progress: Callable[[Iterator[Played]], Iterator[Played]] = iter,
) -> Simulation:
    """Play games with the seeds `seed`, `seed + 1`, ...; `progress` wraps the stream of results."""
    started = time.perf_counter()
    with Crew(level, min(jobs, games)) as crew:
        asked = [Game(bot, each) for each in range(seed, seed + games)]
        played = tuple(progress(crew.play(asked)))
    return Simulation(played, time.perf_counter() - started)


class Game(NamedTuple):
    """A game to be played: by a bot of the roster or a trader of a style, with a seed."""

    player: str | Style
    seed: int


class WorkerLost(Exception):
    """A process that played games has ended of itself: killed, or out of memory."""


class Crew:
    """Plays games of one level in this process, or in several that are started once.

    A context: the processes end with it. Raises WorkerLost where one of them ends before that.
    """

    def __init__(self, level: Level, jobs: int) -> None:
        """jobs: how many processes; no more are started than there are cores."""
        self.level, self.jobs = level, min(jobs, os.cpu_count() or 1, MOST_PROCESSES)
        self._pool: ProcessPoolExecutor | None = None
        self._not_ours: set[BaseProcess] = set()
        self._was_ended: Any = None

    def __enter__(self) -> Self:
        if self.jobs > 1:
            self._was_ended = _end_in_order()
            self._not_ours = set(multiprocessing.active_children())
            self._pool = ProcessPoolExecutor(
                self.jobs, multiprocessing.get_context("spawn"), _leave_stopping
            )
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        if self._pool is not None:
            if fault is not None:  # what is being played is of no use to anyone any more
                for process in set(multiprocessing.active_children()) - self._not_ours:
                    process.terminate()
            self._pool.shutdown(cancel_futures=True)
            if self._was_ended is not None:
                signal.signal(signal.SIGTERM, self._was_ended)

    def play(self, games: Sequence[Game]) -> Iterator[Played]:
        """Yield the games one after the other, in the order they were asked for."""
        most = min(MOST_AT_ONCE, max(1, len(games) // self.jobs // 8))
        chunks = [games[first : first + most] for first in range(0, len(games), most)]
        if self._pool is not None:
            with _stopping_left_to_us():  # the processes are started for the first of the chunks
                try:
                    played = self._pool.map(partial(_work, str(self.level.path)), chunks)
                except BrokenProcessPool:  # one was ended while the others were still being asked
                    raise WorkerLost from None
            return _one_by_one(played)
        return chain.from_iterable(play_each(self.level, chunk, self._desk) for chunk in chunks)

    @cached_property
    def _desk(self) -> ClimateDesk:
        return open_desk(self.level.world, MOST_OUTCOMES)


def play_each(level: Level, games: Sequence[Game], desk: ClimateDesk) -> list[Played]:
    """Play games to their ends, one after the other."""
    with _collected_seldom():
        return [_play_out(level, player, seed, desk) for player, seed in games]


@contextlib.contextmanager
def _collected_seldom() -> Iterator[None]:
    """Positions hold no cycles and go by count alone: looking for some takes a tenth of a game."""
    before = gc.get_threshold()
    gc.set_threshold(YOUNG_BEFORE_A_LOOK, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _play_out(level: Level, player: str | Style, seed: int, desk: ClimateDesk) -> Played:
    """Play a bot of the roster, or a trader of a style, to the end of a game.

    Its own chance is seeded by its name and the seed, and is not the game's.
    """
    bot: Actor = TraderBot(player) if isinstance(player, Style) else BOTS[player]()
    name = player.name if isinstance(player, Style) else player
    session = Session(level, seed, desk=desk)
    legal, rng = legal_for(session.scenario, session.seat), random.Random(f"{name}/{seed}")
    lines: list[str] = []
    below_floor = 0
    while not session.finished:
        action = bot.act(session.view, legal, rng) if len(lines) < MOST_TURNS else Hold()
        try:
            events = session.submit(action)
        except NotAllowed:
            action = Hold()
            events = session.submit(action)
        for event in events:
            if isinstance(event, DealStruck):
                below_floor += not deal_holds(session.scenario, session.state, event.delegation)
        lines.append(AS_LINE.encode(action_to_json(action)))
    log = "\n".join([str(seed), level.hash, *lines])
    return Played(
        log_hash=hashlib.sha256(log.encode()).hexdigest(),
        card=session.score(),
        warming_2100_c=session.now.median_2100_c,
        deals_below_floor=below_floor,
        story=story_of(session),
    )


def deal_holds(scenario: Scenario, state: State, delegation: str) -> bool:
    """Return True if what is agreed with a delegation is within its lines, its vote and its floor.

    Looked up in the position after the deal, apart from what the rules checked before it.
    """
    table = Talks(scenario, state, delegation, scenario.you, NO_DOORS).table
    passes = int(table.votes[0]) >= table.party.home.pass_mark
    return bool(table.within_lines[0]) and passes and int(table.utility[0]) >= table.no_deal


def _end_in_order() -> Any:
    """Asked to end, this process ends the others first; returns what it did before when asked."""
    if threading.current_thread() is not threading.main_thread():
        return None
    return signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))


@contextlib.contextmanager
def _stopping_left_to_us() -> Iterator[None]:
    """Keep Ctrl-C from processes started within, from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield  # a thread cannot say what a process does with signals
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _leave_stopping() -> None:
    """Ctrl-C reaches every process of a terminal; the one that started the others ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _one_by_one(chunks: Iterator[list[Played]]) -> Iterator[Played]:
    try:
        for games in chunks:
            yield from games
    except BrokenProcessPool:
        raise WorkerLost from None


@cache
def _opened(folder: str) -> tuple[Level, ClimateDesk]:
    """Open a level and its climate, once in a process."""
    level = load_level(Path(folder))
    return level, open_desk(level.world, MOST_OUTCOMES)


def _work(folder: str, games: Sequence[Game]) -> list[Played]:
    level, desk = _opened(folder)
    return play_each(level, games, desk)
