"""The Pareto frontier of two additive valuations, found without listing every package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.negotiation.worth.grid import BoolArray, IntArray

MOST_KEPT = 20_000


@dataclass(frozen=True)
class Frontier:
    """Packages that no other package beats, from the best for the first party downwards.

    one, other: worth to the two parties, shape (points,); one falls, other rises
    options: the option of each issue, shape (points, issues)
    """

    one: IntArray
    other: IntArray
    options: IntArray


def on_frontier(one: IntArray, other: IntArray) -> BoolArray:
    """Return True for points that no other beats: more for one, no less for the other.

    Of equal points each is on the frontier.

    one, other: worth of each package to the two parties, shape (points,)
    """
    steps = _steps(one, other)
    if len(steps) == 0:
        return np.zeros(0, dtype=np.bool_)
    # The frontier rises for the other as it falls for the one, so a point is on it exactly if it
    # equals the step that is the first to give the one no more than the point does.
    place = np.searchsorted(-one[steps], -one, side="left")
    step = steps[np.minimum(place, len(steps) - 1)]
    return np.asarray((one[step] == one) & (other[step] == other))


def merged_frontier(
    one: Sequence[Sequence[int]],
    other: Sequence[Sequence[int]],
    *,
    least: tuple[int, int] | None = None,
    most_kept: int = MOST_KEPT,
) -> Frontier:
    """Return the frontier of a sum over issues, merged issue by issue, one of equal packages.

    What is not on the frontier of some issues is not on that of all of them, so it is dropped at
    once (dynamic programming as for a knapsack with two values; Nemhauser and Ullmann 1969).
    With at most `most_kept` points at every step the frontier is exact. Where there are more it is
    thinned: the worth to the first party is cut into that many equal stretches, and of each the
    point best for the other stays, besides both ends. Every point is then still a real package
    with its exact worth, but one may be missing for which another stands that is at most a
    stretch for each issue worse for the first party.

    one, other: per issue, the worth of each option to the two parties
    least: drop what cannot reach these reservations whatever follows; None drops nothing
    """
    firsts, seconds = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    options = np.zeros((1, 0), dtype=np.int64)
    to_come = [_best_to_come(one), _best_to_come(other)]
    for place, (to_one, to_other) in enumerate(zip(one, other, strict=True)):
        mine, theirs = np.array(to_one, dtype=np.int64), np.array(to_other, dtype=np.int64)
        useful = _steps(mine, theirs)
        first = (firsts[:, None] + mine[useful]).ravel()
        second = (seconds[:, None] + theirs[useful]).ravel()
        rows = _steps(first, second)
        if least is not None:
            can_do = first[rows] >= least[0] - to_come[0][place]
            can_do &= second[rows] >= least[1] - to_come[1][place]
            rows = rows[can_do]
        if len(rows) > most_kept:
            rows = rows[_thinned(first[rows], most_kept)]
        firsts, seconds = first[rows], second[rows]
        before, last = np.divmod(rows, len(useful))
        options = np.hstack([options[before], useful[last][:, None]])
    return Frontier(firsts, seconds, options)


def _steps(one: IntArray, other: IntArray) -> IntArray:
    """Return the rows on the frontier, one of equals, from the best for the one downwards."""
    order = np.lexsort((-other, -one))
    sorted_other = other[order]
    best_so_far = np.maximum.accumulate(sorted_other)
    rises = np.ones(len(order), dtype=np.bool_)
    rises[1:] = best_so_far[1:] > best_so_far[:-1]
    return order[rises]


def _best_to_come(worth: Sequence[Sequence[int]]) -> list[int]:
    """Return, after each issue, the most that the issues after it can add."""
    sums = [0]
    for figures in reversed(worth[1:]):
        sums.append(sums[-1] + max(figures))
    return sums[::-1]


def _thinned(falling: IntArray, most_kept: int) -> IntArray:
    """Pick places in a falling row of worth: the last of each stretch, and the first of all."""
    stretch = -(-int(falling[0] - falling[-1] + 1) // (most_kept - 1))
    stretches = (falling[0] - falling) // stretch
    lasts = np.flatnonzero(np.diff(stretches, append=-1))
    return np.unique(np.append(lasts, 0))
