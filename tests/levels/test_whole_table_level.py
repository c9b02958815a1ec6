"""The shipped level in which every pair bargains, played by computers alone."""

from itertools import pairwise

import pytest

from game.levels.loader import Level, load_level
from game.negotiation.model.scenario import Reach
from game.paths import builtin_levels_dir
from tests.negotiation.whole_tables import Signing, played_alone

SEEDS = range(3)

Game = list[Signing]


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level(builtin_levels_dir() / "whole_table")


@pytest.fixture(scope="module")
def games(level: Level) -> list[Game]:
    return [played_alone(level.scenario(), seed)[1] for seed in SEEDS]


def test_it_loads_without_a_warning_as_a_table_where_everybody_bargains(level: Level) -> None:
    scenario = level.scenario()
    assert level.warnings == ()
    assert scenario.is_whole
    assert {issue.reach for issue in scenario.issues} == {Reach.ALL, Reach.PARTNER, Reach.SPLIT}


def test_every_delegation_has_something_to_give_that_counts_for_all_or_for_one(
    level: Level,
) -> None:
    scenario = level.scenario()
    givers = {slot.giver for issue in scenario.issues for slot in issue.slots}
    assert givers == {party.id for party in scenario.delegations}


def test_computers_alone_sign_deals_in_three_rounds_or_more_and_none_too_many_at_once(
    games: list[Game],
) -> None:
    for game in games:
        assert len({signing.before.round for signing in game}) >= 3
    rounds = [signing.before.round for game in games for signing in game]
    assert max(rounds.count(at) for at in set(rounds)) <= len(rounds) / 2


def test_computers_strike_deals_of_three(games: list[Game]) -> None:
    assert any(len(signing.signers) == 3 for game in games for signing in game)


def test_what_one_has_bought_from_china_no_other_buys_again(games: list[Game]) -> None:
    for game in games:
        paths = [
            promise.term.option
            for signing in game
            for promise in signing.promises
            if promise.term.slot.issue == "china_path"
        ]
        assert paths
        assert all(later > earlier for earlier, later in pairwise(paths))


def test_the_eu_rides_free_once_another_has_bought_chinas_path(games: list[Game]) -> None:
    later = [
        signing for game in games for signing in _after_the_path(game) if len(signing.signers) == 2
    ]
    with_china = [signing for signing in later if set(signing.signers) == {"china", "eu"}]
    assert later
    assert len(with_china) <= len(games) / 3


def _after_the_path(game: Game) -> Game:
    """Return what was signed once China had promised that its coal falls."""
    first = next(
        (
            place
            for place, signing in enumerate(game)
            if any(
                promise.term.slot.issue == "china_path" and promise.term.option >= 2
                for promise in signing.promises
            )
        ),
        len(game),
    )
    return game[first + 1 :]
