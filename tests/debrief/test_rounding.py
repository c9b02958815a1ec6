"""What falls short never reads as if it did not, and figures that belong together add up."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.debrief.debrief import Debrief
from game.debrief.goals_reached import GoalKind
from game.debrief.score_text import earned
from game.debrief.verdict_text import goal_told, why_told
from game.desk.names import Names
from game.desk.rounding import (
    cut_missing,
    cut_needed,
    cut_told,
    digits_apart,
    mark_told,
    share_of_best,
    votes_told,
    warming_apart,
)
from game.negotiation.model.scenario import Goals
from game.negotiation.rules.scoring import is_cut_enough
from game.session.session import Session
from game.texts import Texts

ENGLISH = Texts.load()
GOALS = Goals(joins=1, cut_2030_gtco2e=0.45)


@pytest.mark.parametrize(
    ("cut", "told"),
    [(0.4499, "0.44"), (0.4451, "0.44"), (0.4449, "0.44"), (0.45, "0.45"), (0.4551, "0.46")],
)
def test_a_cut_that_just_misses_its_goal_is_not_rounded_into_reach(
    cut: float, told: str, texts: Texts
) -> None:
    assert cut_told(cut, GOALS, texts) == told


def test_a_goal_of_three_digits_is_told_with_all_of_them(texts: Texts) -> None:
    goals = replace(GOALS, cut_2030_gtco2e=0.512)
    assert (cut_told(0.510, goals, texts), cut_needed(goals, texts)) == ("0.510", "0.512")
    assert cut_told(0.5119996, goals, texts) == "0.511"
    assert cut_missing(0.510, goals, texts) == "0.002"


FIGURES = st.one_of(
    st.integers(1, 9_000).map(lambda n: n / 1_000),
    st.integers(1, 9_000_000).map(lambda n: n / 1_000_000),
)


@given(FIGURES, st.floats(0.0, 10.0), st.booleans())
def test_a_figure_beside_a_threshold_reads_as_met_exactly_if_it_is(
    need: float, have: float, at_the_edge: bool
) -> None:
    texts = ENGLISH
    if at_the_edge:
        have = need + (have - 5) / 100_000
    goals = replace(GOALS, cut_2030_gtco2e=need)
    shown, needed = cut_told(max(have, 0.0), goals, texts), cut_needed(goals, texts)
    assert (Decimal(shown) >= Decimal(needed)) is is_cut_enough(goals, max(have, 0.0))


@given(st.integers(1, 100_000), st.integers(-3_000, 3_000))
def test_votes_beside_the_mark_read_as_enough_exactly_if_they_are(mark: int, over: int) -> None:
    texts, votes = ENGLISH, max(mark + over, 0)
    shown, needed = votes_told(votes, mark, texts), mark_told(mark, texts)
    assert (Decimal(shown) >= Decimal(needed)) is (votes >= mark)


def test_votes_that_just_miss_the_mark_are_not_rounded_into_reach(texts: Texts) -> None:
    assert votes_told(49_960, 50_000, texts) == "49.9"
    assert votes_told(50_000, 50_000, texts) == "50"
    assert votes_told(50_960, 50_000, texts) == "51.0"


@pytest.mark.parametrize(
    ("have", "need", "digits"), [(2.41, 2.40, 2), (2.4064, 2.4037, 2), (2.4041, 2.4037, 4)]
)
def test_two_figures_that_differ_get_as_many_digits_as_tell_them_apart(
    have: float, need: float, digits: int
) -> None:
    assert digits_apart(have, need) == digits
    assert digits_apart(have, have) == 2


def test_less_than_the_best_is_never_told_as_all_of_it() -> None:
    assert share_of_best(0.9996) == 0.99
    assert share_of_best(1.0) == 1.0


def test_the_cut_reads_alike_wherever_it_is_told(game: Session, texts: Texts) -> None:
    names, debrief = Names(texts, game.public), Debrief(game)
    goal = next(reached for reached in debrief.goals if reached.goal is GoalKind.CUT)
    cut = game.score().cut_2030_gtco2e
    told = cut_told(cut, game.scenario.goals, texts)
    assert told in goal_told(goal, names)
    assert told in earned(game, texts)["gap_closed"]
    if not goal.met:
        short = texts("why.cut", missing=cut_missing(cut, game.scenario.goals, texts))
        assert any(why.startswith(short) for why in why_told(debrief, names))


def test_the_score_card_names_the_warming_that_the_chart_shows(game: Session, texts: Texts) -> None:
    said = earned(game, texts)["warming"]
    assert texts.number(game.now.median_2100_c, 2) in said
    if game.score().warming < 100:
        now, least = game.now.median_2100_c, game.in_reach.median_2100_c
        digits = digits_apart(now, least)
        assert texts.number(now, digits) != texts.number(least, digits)


@given(st.floats(1.0, 4.0), st.floats(1.0, 4.0))
def test_a_change_of_warming_is_the_difference_of_the_two_figures_that_are_told(
    then_c: float, now_c: float
) -> None:
    told = float(f"{then_c:.2f}") - float(f"{now_c:.2f}")
    assert f"{warming_apart(then_c, now_c):+.2f}" == f"{told:+.2f}"
