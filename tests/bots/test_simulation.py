"""Simulated games: the same wherever and however they are played."""

import gc
import random

import pytest

from game.bots.random_bot import RandomBot
from game.bots.roster import BOTS
from game.bots.simulation import Game, play_each, simulate
from game.levels.loader import Level, load_level
from game.negotiation.model.actions import Hold, NotAllowed
from game.negotiation.seats.public_level import legal_for
from game.paths import builtin_levels_dir
from game.session.projector import open_desk
from game.session.session import Session


@pytest.fixture(scope="module", params=["tianjin", "glasgow"])
def level(request: pytest.FixtureRequest) -> Level:
    return load_level(builtin_levels_dir() / request.param)


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_no_deal_of_any_bot_is_below_the_floor(level: Level, bot: str) -> None:
    done = simulate(level, bot, games=6, seed=11)
    assert sum(game.deals_below_floor for game in done.games) == 0


@pytest.mark.parametrize("bot", sorted(BOTS))
def test_the_same_seeds_give_the_same_logs(level: Level, bot: str) -> None:
    first, second = (simulate(level, bot, games=4, seed=5) for _ in range(2))
    assert first.log_hash == second.log_hash
    assert first.games == second.games


def test_logs_are_the_same_for_one_job_and_for_two(level: Level) -> None:
    alone = simulate(level, "random", games=6, seed=100, jobs=1)
    shared = simulate(level, "random", games=6, seed=100, jobs=2)
    assert alone.log_hash == shared.log_hash
    assert alone.games == shared.games


def test_other_seeds_give_other_logs(level: Level) -> None:
    assert (
        simulate(level, "random", games=2, seed=0).log_hash
        != simulate(level, "random", games=2, seed=1).log_hash
    )


def test_every_seat_of_a_level_can_be_played_to_the_end(level: Level) -> None:
    desk = open_desk(level.world)
    for seat in level.seats:
        session = Session(level, seed=3, seat=seat, desk=desk)
        legal, player, rng = legal_for(session.scenario, seat), RandomBot(), random.Random(3)
        while not session.finished:
            action = player.act(session.view, legal, rng)
            try:
                session.submit(action)
            except NotAllowed:
                session.submit(Hold())
        assert 0 <= session.score().total <= 100


@pytest.mark.parametrize("bot", ["greedy", "planner"])
def test_games_leave_no_cycles_for_the_collector_and_its_pace_as_it_was(
    level: Level, bot: str
) -> None:
    desk, pace = open_desk(level.world), gc.get_threshold()
    play_each(level, [Game(bot, 0)], desk)  # modules are imported, what is kept is made
    gc.collect()
    gc.disable()
    try:
        play_each(level, [Game(bot, seed) for seed in range(1, 5)], desk)
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert gc.get_threshold() == pace
