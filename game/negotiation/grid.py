"""Every agreement that one offer can reach, laid out so that worth is added up slot by slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from math import prod

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

MOST_ROWS = 1_000_000  # beyond it only the merged frontier is looked at


class Grid:
    """A box of agreements: one axis a slot, from the option in force to the deepest allowed.

    A row is the flat index of an agreement; row 0 is the agreement in force. Figures that belong
    to a slot alone are added along the axes, which costs little more than writing the sum.

    agreed: option in force of each slot; lengths: options of each axis, 1 where it cannot move
    most_changes: how many slots one offer may change
    """

    def __init__(
        self, agreed: tuple[int, ...], lengths: tuple[int, ...], most_changes: int
    ) -> None:
        self.agreed, self.shape, self.most_changes = agreed, lengths, most_changes
        self.rows = prod(lengths)
        self._strides = tuple(prod(lengths[place + 1 :]) for place in range(len(lengths)))

    def total(self, per_slot: Sequence[Sequence[int] | None]) -> IntArray:
        """The sum over slots of a figure per option, shape (rows,).

        per_slot: for each slot its figure for every option of the issue, none or () for no figure
        """
        sums = np.zeros(1, dtype=np.int64)
        for figures, first, length in zip(per_slot, self.agreed, self.shape, strict=True):
            if not figures:
                figures = (0,) * (first + length)
            here = np.array(figures[first : first + length], dtype=np.int64)
            sums = here + sums if length == 1 else (sums[:, None] + here).ravel()
        return sums

    def add_where(self, figures: IntArray, depths: dict[int, int], amount: int) -> None:
        """Add an amount, in place, where each slot named reaches the depth given."""
        index = [slice(None)] * len(self.shape)
        for place, option in depths.items():
            index[place] = slice(max(0, option - self.agreed[place]), None)
        figures.reshape(self.shape)[tuple(index)] += amount

    def forbid_outside(self, allowed: BoolArray, place: int, lowest: int, highest: int) -> None:
        """Strike out, in place, agreements whose option of a slot is not between two options."""
        first = self.agreed[place]
        box = allowed.reshape(self.shape)
        index = [slice(None)] * len(self.shape)
        for outside in (slice(0, max(0, lowest - first)), slice(max(0, highest - first + 1), None)):
            index[place] = outside
            box[tuple(index)] = False

    @cached_property
    def changed(self) -> IntArray:
        """How many slots each agreement changes, shape (rows,)."""
        sums = np.zeros(1, dtype=np.int64)
        for length in self.shape:
            here = np.minimum(np.arange(length), 1)
            sums = (sums[:, None] + here).ravel()
        sums.setflags(write=False)
        return sums

    @cached_property
    def reachable(self) -> BoolArray:
        """Where one offer leads: something changes, and not too much, shape (rows,)."""
        found = (self.changed > 0) & (self.changed <= self.most_changes)
        found.setflags(write=False)
        return found

    def deeper_than(self, row: int) -> BoolArray:
        """Where no slot is shallower than in an agreement, shape (rows,)."""
        deeper = np.ones(self.rows, dtype=np.bool_)
        box = deeper.reshape(self.shape)
        index: list[slice] = [slice(None)] * len(self.shape)
        for place, (length, stride) in enumerate(zip(self.shape, self._strides, strict=True)):
            index[place] = slice(0, row // stride % length)
            box[tuple(index)] = False
            index[place] = slice(None)
        return deeper

    def row_of(self, options: Sequence[int]) -> int | None:
        """The row of an agreement, None where it lies outside."""
        row = 0
        for option, first, length, stride in zip(
            options, self.agreed, self.shape, self._strides, strict=True
        ):
            if not first <= option < first + length:
                return None
            row += (option - first) * stride
        return row

    def options_of(self, row: int) -> tuple[int, ...]:
        """The option of each slot in an agreement."""
        return tuple(
            first + row // stride % length
            for first, length, stride in zip(self.agreed, self.shape, self._strides, strict=True)
        )

    def neighbours(self, row: int) -> Iterator[tuple[int, int, int]]:
        """Agreements that differ in one slot: (place, option, row); all reachable by one offer."""
        base = int(self.changed[row])
        for place, (first, length, stride) in enumerate(
            zip(self.agreed, self.shape, self._strides, strict=True)
        ):
            now = row // stride % length
            for step in range(length):
                changes = base - (now > 0) + (step > 0)
                if step != now and 0 < changes <= self.most_changes:
                    yield place, first + step, row + (step - now) * stride


@lru_cache(maxsize=1024)
def grid_of(agreed: tuple[int, ...], lengths: tuple[int, ...], most_changes: int) -> Grid:
    """The box of agreements; the same one for the same question."""
    return Grid(agreed, lengths, most_changes)
