"""Styles against each other: who wins a seed, how ties are shared, how even wins are."""

import pytest

from game.bots.contest import Contest
from game.bots.simulation import Played
from game.bots.style import Style, grid
from tests.bots.games import card, game, story

MILD, HARD, LATE = Style(demands=0.3), Style(demands=0.9), Style(waits=1.0)


def _scores(*scores: int) -> list[Played]:
    return [game(card(score)) for score in scores]


def test_the_best_score_wins_a_seed_and_equals_share_it() -> None:
    contest = Contest({MILD: _scores(50, 40), HARD: _scores(40, 40), LATE: _scores(30, 40)})
    assert contest.won.tolist() == [[1, 0, 0], pytest.approx([1 / 3] * 3)]
    assert contest.shares()[MILD] == pytest.approx(2 / 3)
    assert contest.winners_per_seed() == 2.0
    assert contest.leading() == (MILD,)
    assert contest.largest_share().value == pytest.approx(2 / 3)


def test_a_passed_game_beats_a_higher_score() -> None:
    contest = Contest({MILD: [game(card(30, passed=True))], HARD: [game(card(90))]})
    assert contest.shares() == {MILD: 1.0, HARD: 0.0}
    assert contest.best_style() == MILD


def test_styles_that_play_the_same_games_count_as_one() -> None:
    twins = {MILD: _scores(50, 60), HARD: _scores(50, 60), LATE: _scores(50, 40)}
    contest = Contest(twins)
    assert contest.alike == ((MILD, HARD), (LATE,))
    assert contest.leading() == (MILD, HARD)
    assert contest.largest_share().value == 0.75
    assert contest.shares() == {MILD: 0.375, HARD: 0.375, LATE: 0.25}
    assert contest.winners_per_seed() == 1.5


def test_styles_that_part_on_one_seed_still_win_the_others_together() -> None:
    contest = Contest(
        {MILD: _scores(60, 60, 10), HARD: _scores(60, 60, 20), LATE: _scores(1, 1, 30)}
    )
    assert contest.largest_share().value == pytest.approx(1 / 3)
    assert contest.largest_share_as_played().value == pytest.approx(2 / 3)


def test_entropy_is_all_there_could_be_where_wins_are_even_and_none_where_one_has_them() -> None:
    even = Contest({MILD: _scores(9, 1), HARD: _scores(1, 9)})
    assert even.entropy() == pytest.approx((1.0, 1.0))
    alone = Contest({MILD: _scores(9, 9), HARD: _scores(1, 1)})
    assert alone.entropy() == (0.0, 0.0)


def test_waiting_styles_and_games_closed_in_the_last_round_are_told_apart() -> None:
    early, late = story(deals=(1, 0, 0)), story(deals=(0, 0, 2))
    contest = Contest(
        {
            MILD: [game(card(50), early), game(card(50), late)],
            LATE: [game(card(60), early), game(card(40), late)],
        }
    )
    assert contest.won_late().value == 0.5
    assert contest.won_in_last_round().value == 0.5
    seeds = {style: [games[1]] for style, games in contest.games.items()}
    assert Contest(seeds).won_in_last_round().value == 1.0
    assert Contest(seeds).won_late().value == 0.0


def test_wins_are_shown_by_habit_against_the_share_of_the_styles() -> None:
    contest = Contest({MILD: _scores(9, 9), HARD: _scores(1, 1), LATE: _scores(1, 1)})
    habits = contest.by_habit()
    assert set(habits) == {"demands", "waits"}  # what all do alike is no habit
    assert habits["demands"]["0.3"] == pytest.approx((1 / 3, 1.0))
    assert habits["waits"] == {"0": pytest.approx((2 / 3, 1.0)), "1": pytest.approx((1 / 3, 0.0))}


def test_the_grid_holds_more_than_forty_styles_that_all_differ_and_some_that_close_last() -> None:
    styles = list(grid())
    assert len(set(styles)) == len({style.name for style in styles}) == len(styles) >= 40
    assert any(style.waits == 1.0 for style in styles)
