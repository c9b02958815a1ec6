"""The packages of a bare domain: all of them, or only those worth considering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from game.duel.opponent_model import Options
from game.negotiation.worth.frontier import MOST_KEPT, merged_frontier
from game.negotiation.worth.grid import IntArray, grid_of

Worth = Sequence[Sequence[int]]  # per issue, the worth of each option

MOST_LISTED = 200_000  # with more packages, merging a frontier is quicker than adding them all up
LEAST_KEPT = 50


@dataclass(frozen=True)
class Outlook:
    """Packages and what they are worth to two parties, shape (rows,) each.

    lengths: options of each issue
    listed: options of each row, shape (rows, issues); None where every package has its row
    """

    one: IntArray
    other: IntArray
    lengths: tuple[int, ...]
    listed: IntArray | None

    def options_of(self, row: int) -> Options:
        """Return the option of each issue in a package."""
        if self.listed is not None:
            return tuple(self.listed[row].tolist())
        return grid_of((0,) * len(self.lengths), self.lengths, len(self.lengths)).options_of(row)


def look_over(
    one: Worth,
    other: Worth,
    work: int,
    *,
    least: tuple[int, int] | None = None,
    before: Outlook | None = None,
) -> Outlook:
    """Every package where they can be listed, else the frontier of the two worths.

    work: points to look at in one step of a merging; fewer are quicker and coarser
    least: reservations, where nothing below them is of interest
    before: an outlook with the same worth for the first party, which is then not added up again
    """
    lengths = tuple(len(figures) for figures in one)
    if prod(lengths) <= MOST_LISTED:
        return Outlook(add_up(one) if before is None else before.one, add_up(other), lengths, None)
    kept = max(LEAST_KEPT, min(MOST_KEPT, work // max(lengths)))
    found = merged_frontier(one, other, least=least, most_kept=kept)
    return Outlook(found.one, found.other, lengths, found.options)


def add_up(worth: Worth) -> IntArray:
    """Return the worth of every package, shape (packages,)."""
    lengths = tuple(len(figures) for figures in worth)
    return grid_of((0,) * len(lengths), lengths, len(lengths)).total(worth)


def best_for_other(outlook: Outlook, least: int, not_again: set[Options]) -> int | None:
    """Return the row that gives the first party so much and is best for the other.

    not_again: packages to pass over; None where no other is left
    """
    rows = np.flatnonzero(outlook.one >= least)
    while len(rows):
        others = outlook.other[rows]
        best = rows[others == others.max()]
        row = int(best[np.argmax(outlook.one[best])])
        if outlook.options_of(row) not in not_again:
            return row
        rows = rows[rows != row]
    return None
