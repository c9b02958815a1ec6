"""Many games without a window: one bot, one level, seeds in a row, on as many cores as wanted."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from game.bots.bot import Board, MakeBot
from game.bots.greedy import GreedyBot
from game.bots.random_bot import RandomBot
from game.levels.loader import Level, load_level
from game.negotiation.actions import Hold, NotAllowed
from game.negotiation.calendar import open_issues
from game.negotiation.events import DealStruck
from game.negotiation.packages import normalise
from game.negotiation.scenario import Scenario
from game.negotiation.serial import action_to_json
from game.negotiation.state import State
from game.negotiation.valuation import table_with
from game.session.climate_desk import ClimateDesk, open_desk
from game.session.session import Session

BOTS: Mapping[str, MakeBot] = {"random": RandomBot, "greedy": GreedyBot}
MOST_TURNS = 400  # a bot that never holds is stopped here


@dataclass(frozen=True)
class Played:
    """One game: its log's hash and what came of it.

    deals_below_floor: deals struck although the partner would have been better off without
    """

    log_hash: str
    passed: bool
    score: int
    warming_2100_c: float
    deals_below_floor: int


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
    seeds = range(seed, seed + games)
    if jobs <= 1 or games <= 1:
        desk = open_desk(level.world)
        played = tuple(progress(play(level, bot, each, desk) for each in seeds))
    else:
        context = multiprocessing.get_context("spawn")
        work = partial(_work, str(level.path), bot)
        with context.Pool(jobs) as pool:
            played = tuple(progress(pool.imap(work, seeds, chunksize=max(1, games // jobs // 8))))
    return Simulation(played, time.perf_counter() - started)


def play(level: Level, bot: str, seed: int, desk: ClimateDesk) -> Played:
    """One game to its end."""
    session = Session(level, seed, desk=desk)
    rng = random.Random(f"{bot}/{seed}")
    player = BOTS[bot](Board.of(session.scenario))
    lines: list[str] = []
    below_floor = 0
    while not session.finished:
        before = session.state
        action = player.choose(session.view, rng) if len(lines) < MOST_TURNS else Hold()
        try:
            events = session.submit(action)
        except NotAllowed:
            action = Hold()
            events = session.submit(action)
        below_floor += sum(
            _below_floor(session.scenario, before, event)
            for event in events
            if isinstance(event, DealStruck)
        )
        lines.append(json.dumps(action_to_json(action), sort_keys=True))
    card = session.score()
    log_hash = hashlib.sha256("\n".join([str(seed), level.hash, *lines]).encode()).hexdigest()
    return Played(
        log_hash, card.passed, card.total, session.now.projection.summary_2100[1], below_floor
    )


def _below_floor(scenario: Scenario, before: State, deal: DealStruck) -> bool:
    """Whether a deal was outside what its partner could accept, counted apart from the rules."""
    table = table_with(scenario, before, deal.delegation, open_issues(scenario, before))
    row = table.row_of(normalise(promise.term for promise in deal.promises))
    return row is None or not table.feasible[row]


@cache
def _opened(folder: str) -> tuple[Level, ClimateDesk]:
    """A level and its climate, opened once in a process."""
    level = load_level(Path(folder))
    return level, open_desk(level.world)


def _work(folder: str, bot: str, seed: int) -> Played:
    level, desk = _opened(folder)
    return play(level, bot, seed, desk)
