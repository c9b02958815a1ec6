"""The chair's card: a package better for both sides than the one on the table.

A chair who has heard both sides in confidence may hold up one text and ask each whether it would
rather have that (the single negotiating text of Fisher; the settlement after the settlement of
Raiffa 1985). The card carries a package and no figure of either side. A delegation's own mind
never sees the other's table; only the chair does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.negotiation.worth.grid import BoolArray, IntArray
from game.negotiation.worth.valuation import Table


class Text(NamedTuple):
    """A text that both parties of a table would sign.

    product: of what both gain over the least they would take, in thousandths of points each
    """

    row: int
    product: int


def fairest(one: Table, other: Table, rows: IntArray) -> Text | None:
    """Return the row of some with the largest product of both gains (Nash 1950); None for none.

    rows: agreements that both would sign, in order: of equals the first is taken
    """
    if len(rows) == 0:
        return None
    gains = (one.utility[rows] - one.floor + 1).astype(np.int64)
    products = gains * (other.utility[rows] - other.floor + 1)
    best = int(np.argmax(products))
    return Text(int(rows[best]), int(products[best]))


def what_if(theirs: Table, yours: Table, instead_of: int, hoped: int) -> int | None:
    """Return the row of the fairest package both would prefer; None if there is none.

    theirs, yours: the two parties' tables over the same agreements
    instead_of: the row on the table; hoped: the least the delegation settles for now
    A card is also worth more to you than what is in force, or it would be no card to hold up.
    Fairest: the largest product of both gains over what is on the table (Nash 1950).
    """
    least = max(hoped, int(theirs.utility[instead_of]))
    now = max(int(yours.utility[instead_of]), int(yours.utility[0]))
    rows = theirs.signable_from(hoped)
    rows = rows[(theirs.utility[rows] >= least) & (yours.utility[rows] > now)]
    if len(rows):
        rows = rows[yours.within_lines[rows] & _passes_at_home(yours, rows, instead_of)]
    if len(rows) == 0:
        return None
    for_them = (theirs.utility[rows] - int(theirs.utility[instead_of]) + 1).astype(np.float64)
    for_you = (yours.utility[rows] - now).astype(np.float64)
    return int(rows[np.argmax(for_them * for_you)])


def _passes_at_home(yours: Table, rows: IntArray, instead_of: int) -> BoolArray:
    """Return True where your home would pass it, or like it no less than what is on the table."""
    enough = min(yours.party.home.pass_mark, int(yours.votes[instead_of]))
    return np.asarray(yours.votes[rows] >= enough)
