"""A neutral chair between two computer seats; only the chair knows both sides' figures.

It holds up one text and asks each side whether it would sign that (the single negotiating text of
Fisher and Ury 1981), and after a yes whether both would rather have another (the settlement after
the settlement of Raiffa 1985). The card carries a text and no figure; each side answers for itself.
"""

from __future__ import annotations

import numpy as np

from game.duel.domain import BareDomain
from game.duel.duel_seat import Seat
from game.duel.opponent_model import Options
from game.duel.package_space import Outlook, look_over

WORK = 160_000  # points looked at in one step of a merging


class Chair:
    """It knows what every package is worth to both, and what they would walk away for."""

    def __init__(self, domain: BareDomain) -> None:
        self._sides = domain.sides
        self._outlook: Outlook | None = None

    def text_for(self, seats: tuple[Seat, Seat]) -> Options | None:
        """Return the fairest package that both sign now, in the order of the domain's parties."""
        one, other = seats
        text = self._fairest(one.settles_for, other.settles_for)
        if text is not None and one.would_sign(text) and other.would_sign(text):
            return text
        return None

    def instead_of(self, agreed: Options, seats: tuple[Seat, Seat]) -> Options:
        """Return the fairest package neither likes less than the agreed one, or the agreed one."""
        one, other = (side.worth_of(agreed) for side in self._sides)
        text = self._fairest(one, other)
        if text is not None and all(seat.would_rather(text, agreed) for seat in seats):
            return text
        return agreed

    def _fairest(self, one: int, other: int) -> Options | None:
        """Return the largest product of gains over the reservations (Nash 1950).

        Then the largest sum.
        """
        looked = self._look()
        rows = np.flatnonzero((looked.one >= one) & (looked.other >= other))
        if len(rows) == 0:
            return None
        first = looked.one[rows] - self._sides[0].reservation
        second = looked.other[rows] - self._sides[1].reservation
        product = first.astype(np.float64) * second
        best = np.flatnonzero(product == product.max())
        row = rows[best[np.argmax(first[best] + second[best])]]
        return looked.options_of(int(row))

    def _look(self) -> Outlook:
        if self._outlook is None:
            one, other = self._sides
            least = (one.reservation, other.reservation)
            self._outlook = look_over(one.worth, other.worth, WORK, least=least)
        return self._outlook
