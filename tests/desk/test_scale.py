"""Axes with round values, each told apart from the next."""

from hypothesis import given
from hypothesis import strategies as st

from game.desk.scale import ticks, warming_range

warmings = st.lists(st.floats(1.0, 5.0), min_size=2, max_size=8)


@given(warmings, st.integers(2, 8))
def test_no_two_marks_of_a_warming_axis_read_the_same(ends: list[float], most: int) -> None:
    told = [f"{c:.2f}" for c in ticks(*warming_range(ends), most)]
    assert len(told) == len(set(told))


@given(warmings)
def test_every_warming_lies_on_its_axis(ends: list[float]) -> None:
    low, high = warming_range(ends)
    assert low < min(ends) <= max(ends) < high
