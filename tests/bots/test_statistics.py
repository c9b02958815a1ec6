"""Intervals and entropies against known numbers and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots.statistics import bootstrapped, entropy_bits, mean_of, ratio_of_means, wilson


@pytest.mark.parametrize(
    ("passed", "games", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilsons_interval_has_its_known_ends(
    passed: int, games: int, low: float, high: float
) -> None:
    # 81 of 263 is worked out in Newcombe 1998, Statistics in Medicine 17, table I.
    found = wilson(passed, games)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_no_games_have_no_pass_rate() -> None:
    with pytest.raises(ValueError, match="0"):
        wilson(0, 0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_pass_rate_lies_in_its_interval_and_more_games_narrow_it(counts: tuple[int, int]) -> None:
    passed, games = counts
    few, many = wilson(passed, games), wilson(4 * passed, 4 * games)
    assert 0 <= few.low <= few.value <= few.high <= 1
    assert many.high - many.low < few.high - few.low


def test_two_rates_are_apart_only_where_their_intervals_are() -> None:
    assert wilson(90, 100).above(wilson(50, 100)).low > 0
    overlapping = wilson(55, 100).above(wilson(50, 100))
    assert overlapping.value > 0 > overlapping.low


def test_the_bootstrapped_interval_of_a_mean_is_that_of_the_normal_law() -> None:
    figures = np.random.default_rng(1).normal(50, 10, size=400)
    found = mean_of(list(figures))
    half = 1.96 * figures.std(ddof=1) / 20
    assert found.value == pytest.approx(figures.mean())
    assert (found.low, found.high) == pytest.approx(
        (figures.mean() - half, figures.mean() + half), abs=0.15
    )


def test_the_same_figures_have_the_same_interval() -> None:
    figures = np.arange(30.0)
    first, second = (bootstrapped(figures, lambda rows: float(rows.max())) for _ in range(2))
    assert first == second


def test_a_ratio_follows_pairs_and_needs_something_to_be_a_share_of() -> None:
    halves = ratio_of_means([10, 20, 30, 5], [20, 40, 60, 10])
    assert halves is not None
    assert (halves.low, halves.value, halves.high) == pytest.approx((0.5, 0.5, 0.5))
    assert ratio_of_means([3, 4], [0, 0]) is None


@pytest.mark.parametrize(
    ("shares", "bits"), [([1.0], 0.0), ([0.25] * 4, 2.0), ([0.5, 0.25, 0.25], 1.5), ([1, 0], 0.0)]
)
def test_entropy_in_bits(shares: list[float], bits: float) -> None:
    assert entropy_bits(shares) == pytest.approx(bits)
