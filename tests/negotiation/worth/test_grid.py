"""Limits on a box of agreements, against looking at every agreement."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.worth.grid import Limits, grid_of

AGREED, LENGTHS = (0, 2, 1), (4, 1, 3)
options = st.integers(-1, 6)
limits = st.lists(st.tuples(st.integers(0, 2), options, options), max_size=4).map(tuple)


@given(limits)
def test_an_agreement_is_within_limits_where_each_of_its_options_is(asked: Limits) -> None:
    grid = grid_of(AGREED, LENGTHS, most_changes=3)
    each = [grid.options_of(row) for row in range(grid.rows)]
    wanted = [all(low <= row[place] <= high for place, low, high in asked) for row in each]
    assert grid.within(asked).tolist() == wanted

    left = np.ones(grid.rows, dtype=np.bool_)
    grid.forbid_inside(left, asked)
    assert left.tolist() == [not within for within in wanted]
