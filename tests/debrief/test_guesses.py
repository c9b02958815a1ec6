"""Predictions against answers: Brier's score by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.debrief.guesses import ALWAYS_HALF, Calibration, Habit, calibration_of
from game.debrief.replayed_positions import Position
from game.negotiation.model.actions import Hold
from game.negotiation.model.events import Replied
from game.negotiation.model.replies import Reply, Verdict
from game.session.session import Session
from tests.sharing import shipped_level


def _guessed(said_and_came: Sequence[tuple[int | None, bool]]) -> Calibration:
    state = Session(shipped_level("tianjin"), seed=1).state
    events = [
        Replied(
            Reply(
                "china", "usa", (), Verdict.ACCEPT if yes else Verdict.REFUSE, None, None, percent
            )
        )
        for percent, yes in said_and_came
    ]
    position = Position(0, state, Hold(), state, ())
    return calibration_of(replace(position, events=(event,)) for event in events)


def test_a_sure_and_right_guess_scores_nothing_and_a_sure_and_wrong_one_scores_one() -> None:
    assert _guessed([(100, True), (0, False)]).brier == 0.0
    assert _guessed([(100, False)]).brier == 1.0


def test_brier_is_the_mean_squared_miss() -> None:
    calibration = _guessed([(80, True), (60, False), (30, False)])
    assert calibration.brier == pytest.approx((0.04 + 0.36 + 0.09) / 3)
    assert calibration.beats_a_coin


def test_saying_half_every_time_is_what_a_coin_does() -> None:
    calibration = _guessed([(50, True), (50, False)])
    assert calibration.brier == ALWAYS_HALF
    assert not calibration.beats_a_coin


def test_a_skipped_prediction_is_no_guess() -> None:
    calibration = _guessed([(None, True), (70, True)])
    assert [guess.percent for guess in calibration.guesses] == [70]
    assert _guessed([(None, True)]).brier is None


def test_every_guess_falls_into_one_bin() -> None:
    said = list(range(0, 101, 5))
    calibration = _guessed([(percent, percent > 50) for percent in said])
    assert sum(each.count for each in calibration.bins) == len(said)
    assert sum(each.yes for each in calibration.bins) == sum(percent > 50 for percent in said)


@pytest.mark.parametrize(
    ("said", "yes", "habit"),
    [
        (90, False, Habit.TOO_HOPEFUL),
        (10, True, Habit.TOO_WARY),
        (95, True, Habit.EVEN),
    ],
)
def test_hope_and_worry_show_only_in_many_guesses(said: int, yes: bool, habit: Habit) -> None:
    assert _guessed([(said, yes)] * 4).habit is Habit.TOO_FEW
    assert _guessed([(said, yes)] * 5).habit is habit
