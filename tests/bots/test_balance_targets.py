"""Targets: what lies in a band, and when that is sure."""

from math import inf

import pytest

from game.bots.balance_targets import NEVER, Band, Check, Unit, checks_of
from game.bots.contest import Contest
from game.bots.deal_usage import Usage
from game.bots.statistics import Measured, wilson
from game.bots.style import Style
from game.bots.tally import Tally, tally
from tests.bots.games import card, game

NOTHING_UNUSED = Usage((), (), (1.0,), 0.0, ())
WELL = {
    "random": (2, 20),
    "bully": (0, 10),
    "late_bully": (0, 10),
    "pushover": (4, 20),
    "greedy": (45, 40),
    "waiter": (30, 25),
    "spammer": (10, 25),
    "fake_conceder": (0, 15),
    "trader": (75, 50),
    "planner": (90, 60),
}


def _tallies(**instead: tuple[int, int]) -> dict[str, Tally]:
    """Per player: how many of 100 games are passed, and the score of all."""
    return {
        name: tally(name, [game(card(score, passed=n < passed)) for n in range(100)])
        for name, (passed, score) in {**WELL, **instead}.items()
    }


def _missed(tallies: dict[str, Tally], contest: Contest | None = None, below: int = 0) -> set[str]:
    even = Contest(
        {
            Style(demands=n / 10): [game(card(50 + (n == seed))) for seed in range(8)]
            for n in range(8)
        }
    )
    checks = checks_of(tallies, contest or even, NOTHING_UNUSED, below)
    return {check.id for check in checks if not check.ok}


def test_a_balanced_level_misses_no_target() -> None:
    assert _missed(_tallies()) == set()


@pytest.mark.parametrize(
    ("player", "result", "missed"),
    [
        ("random", (5, 20), {"passes.random"}),
        ("bully", (10, 10), {"passes.bully"}),
        ("pushover", (11, 20), {"passes.pushover"}),
        ("greedy", (29, 40), {"passes.greedy"}),
        ("greedy", (61, 40), {"passes.greedy", "apart.greedy.trader"}),
        ("planner", (79, 60), {"passes.planner"}),
        ("planner", (96, 60), {"passes.planner"}),
        ("spammer", (10, 36), {"trick.spammer.trader"}),
        ("trader", (50, 50), {"apart.greedy.trader"}),
        ("trader", (45, 50), {"apart.greedy.trader", "above.greedy.trader"}),
    ],
)
def test_each_target_is_missed_by_the_player_it_is_for(
    player: str, result: tuple[int, int], missed: set[str]
) -> None:
    assert _missed(_tallies(**{player: result})) == missed


def test_one_style_that_wins_too_much_is_found() -> None:
    winner, loser = Style(demands=0.3), Style(demands=0.9)
    contest = Contest({winner: [game(card(60))] * 4, loser: [game(card(50))] * 4})
    assert _missed(_tallies(), contest) == {"one_style"}


def test_a_single_deal_below_the_floor_is_found() -> None:
    assert _missed(_tallies(), below=1) == {"below_floor"}


def test_an_honest_trader_who_scores_nothing_makes_no_trick_look_fair() -> None:
    missed = _missed(_tallies(trader=(75, 0)))
    assert missed == {f"trick.{name}.trader" for name in ("spammer", "waiter", "fake_conceder")}


def test_a_verdict_is_sure_only_where_the_whole_interval_agrees() -> None:
    band = Band(most=0.1, strict=True)
    few, many = (Check("passes", (), Unit.SHARE, wilson(0, n), band) for n in (10, 1000))
    assert few.ok
    assert not few.sure
    assert many.ok
    assert many.sure
    above = Check("passes", (), Unit.SHARE, wilson(500, 1000), band)
    assert not above.ok
    assert above.sure


@pytest.mark.parametrize(
    ("band", "value", "side"),
    [
        (Band(0.3, 0.6), 0.3, 0),
        (Band(0.3, 0.6), 0.6, 0),
        (Band(0.3, 0.6), 0.29, -1),
        (Band(0.3, 0.6), 0.61, 1),
        (Band(most=0.05, strict=True), 0.05, 1),
        (Band(least=0.0, strict=True), 0.0, -1),
        (NEVER, 0.0, 0),
        (Band(), inf, 0),
    ],
)
def test_the_ends_of_a_band(band: Band, value: float, side: int) -> None:
    assert band.side(value) == side


def test_a_count_is_its_own_interval() -> None:
    assert Measured.exact(3) == Measured(3, 3, 3)
