"""The Pareto frontier of two additive valuations, and how to find it without listing everything."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.negotiation.grid import BoolArray, IntArray

MOST_KEPT = 20_000  # packages of a merged frontier; beyond it every n-th is kept


def on_frontier(one: IntArray, other: IntArray) -> BoolArray:
    """Which points no other point beats for both, shape (points,); of equals all count.

    one, other: worth of each package to the two parties, shape (points,)
    """
    order = np.lexsort((other, one))[::-1]
    best_other = np.maximum.accumulate(other[order])
    ahead = np.empty_like(best_other)  # the best for the other among strictly better for the one
    first_of_tie = np.searchsorted(-one[order], -one[order], side="left")
    ahead[:] = np.where(first_of_tie > 0, best_other[first_of_tie - 1], np.iinfo(np.int64).min)
    best_of_tie = other[order][first_of_tie]
    found = np.empty(len(one), dtype=np.bool_)
    found[order] = (other[order] > ahead) & (other[order] == best_of_tie)
    return found


def merged_frontier(
    one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]
) -> tuple[IntArray, IntArray, IntArray]:
    """The frontier of a sum over issues, merged issue by issue.

    What is not on the frontier of some issues is not on that of all of them, so it is dropped at
    once (dynamic programming as for a knapsack with two values; Nemhauser and Ullmann 1969).

    one, other: per issue, the worth of each option to the two parties
    Returns worth to one and to the other, shape (points,), and options, shape (points, issues).
    """
    first, second = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    options = np.zeros((1, 0), dtype=np.int64)
    for to_one, to_other in zip(one, other, strict=True):
        count = len(to_one)
        both = (first[:, None] + np.array(to_one)).ravel()
        there = (second[:, None] + np.array(to_other)).ravel()
        kept = np.flatnonzero(on_frontier(both, there))
        _, unique = np.unique(both[kept], return_index=True)
        kept = kept[unique]
        if len(kept) > MOST_KEPT:
            kept = kept[np.linspace(0, len(kept) - 1, MOST_KEPT).astype(np.int64)]
        first, second = both[kept], there[kept]
        options = np.hstack([options[kept // count], (kept % count)[:, None]])
    return first, second, options
