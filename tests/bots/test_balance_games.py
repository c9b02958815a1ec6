"""The whole report on a level: the same wherever it is made, whole, and about every player."""

import pytest

from game.bots.balance_games import Balance, measure, number_of_games, style_games
from game.bots.roster import BOTS
from game.bots.simulation import simulate
from game.bots.style import grid
from game.commands.balance_document import document
from game.levels.loader import Level
from game.texts import Texts
from tests.sharing import shipped_level

GAMES, SEED = 3, 7


@pytest.fixture(scope="module")
def level() -> Level:
    return shipped_level("tianjin")


@pytest.fixture(scope="module")
def alone(level: Level) -> Balance:
    return measure(level, GAMES, SEED, jobs=1)


def test_one_job_and_two_give_the_same_report(level: Level, alone: Balance, texts: Texts) -> None:
    shared = measure(level, GAMES, SEED, jobs=2)
    assert document(shared, texts) == document(alone, texts)


def test_other_seeds_play_other_games(level: Level, alone: Balance) -> None:
    assert measure(level, GAMES, SEED + 1, jobs=1).log_hash != alone.log_hash


def test_every_bot_plays_the_games_that_simulate_plays(level: Level, alone: Balance) -> None:
    assert list(alone.tallies) == list(BOTS)
    for bot in ("random", "trader"):
        done = simulate(level, bot, GAMES, SEED)
        assert alone.tallies[bot].passed == done.passed
        assert alone.tallies[bot].scores == tuple(game.score for game in done.games)


def test_every_style_plays_the_same_seeds(alone: Balance) -> None:
    assert list(alone.styles) == list(grid())
    assert {len(games) for games in alone.contest.games.values()} == {style_games(GAMES)}


def test_the_games_are_as_many_as_announced(level: Level) -> None:
    heard = []
    measure(level, 1, 0, 1, lambda games: (heard.append(game) or game for game in games))
    assert len(heard) == number_of_games(1) == len(BOTS) + len(list(grid()))


def test_advice_is_given_just_where_a_target_is_missed(alone: Balance) -> None:
    assert [finding.check.ok for finding in alone.findings].count(False) > 0
    for finding in alone.findings:
        assert not (finding.check.ok and finding.advice)
    assert alone.balanced == all(finding.check.ok for finding in alone.findings)
