"""The frontier of two additive valuations: against listing every package."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.negotiation.worth.frontier import merged_frontier, on_frontier
from tests.examples import examples

Worth = list[list[int]]


@st.composite
def two_valuations(draw: st.DrawFn, most_issues: int = 5, top: int = 12) -> tuple[Worth, Worth]:
    """Worth to one and to the other, per issue and option; ties and losses are common."""
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=most_issues))
    one, other = (
        [draw(st.lists(st.integers(-3, top), min_size=n, max_size=n)) for n in lengths]
        for _ in range(2)
    )
    return one, other


def _every_package(one: Worth, other: Worth) -> list[tuple[tuple[int, ...], int, int]]:
    return [
        (
            options,
            sum(row[option] for row, option in zip(one, options, strict=True)),
            sum(row[option] for row, option in zip(other, options, strict=True)),
        )
        for options in product(*(range(len(row)) for row in one))
    ]


def _unbeaten(points: set[tuple[int, int]]) -> set[tuple[int, int]]:
    return {
        (one, other)
        for one, other in points
        if not any(a >= one and b >= other and (a, b) != (one, other) for a, b in points)
    }


@given(
    st.lists(st.tuples(st.integers(-4, 8), st.integers(-4, 8)), max_size=30),
    st.sampled_from([np.int32, np.int64]),
)
def test_a_point_is_on_the_frontier_exactly_if_no_other_beats_it(
    points: list[tuple[int, int]], width: type[np.int32] | type[np.int64]
) -> None:
    one = np.array([point[0] for point in points], dtype=width)
    other = np.array([point[1] for point in points], dtype=width)
    unbeaten = _unbeaten(set(points))
    assert on_frontier(one, other).tolist() == [point in unbeaten for point in points]


@given(two_valuations())
@settings(max_examples=examples(300), deadline=None)
def test_merging_issue_by_issue_finds_what_listing_everything_finds(
    valuations: tuple[Worth, Worth],
) -> None:
    one, other = valuations
    packages = _every_package(one, other)
    found = merged_frontier(one, other)
    points = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert len(points) == len(set(points))
    assert set(points) == _unbeaten({(a, b) for _, a, b in packages})
    assert points == sorted(points, reverse=True)
    worth = {options: (a, b) for options, a, b in packages}
    assert [worth[tuple(options)] for options in found.options.tolist()] == points


@given(two_valuations(), st.integers(-5, 40), st.integers(-5, 40))
@settings(max_examples=examples(300), deadline=None)
def test_reservations_leave_out_nothing_that_reaches_them(
    valuations: tuple[Worth, Worth], least_one: int, least_other: int
) -> None:
    one, other = valuations
    points = {(a, b) for _, a, b in _every_package(one, other)}
    found = merged_frontier(one, other, least=(least_one, least_other))
    reached = {(a, b) for a, b in _unbeaten(points) if a >= least_one and b >= least_other}
    assert reached == set(zip(found.one.tolist(), found.other.tolist(), strict=True))


@given(two_valuations(most_issues=6, top=200), st.integers(2, 12))
@settings(max_examples=examples(300), deadline=None)
def test_a_thinned_frontier_keeps_to_its_size_and_its_bound(
    valuations: tuple[Worth, Worth], most_kept: int
) -> None:
    one, other = valuations
    packages = {options: (a, b) for options, a, b in _every_package(one, other)}
    found = merged_frontier(one, other, most_kept=most_kept)
    assert 0 < len(found.one) <= most_kept
    points = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert [packages[tuple(options)] for options in found.options.tolist()] == points
    reach = sum(max(row) - min(row) for row in one) + 1
    stretch = -(-reach // (most_kept - 1))
    for a, b in _unbeaten(set(packages.values())):
        assert any(c >= a - stretch * len(one) and d >= b for c, d in points)
