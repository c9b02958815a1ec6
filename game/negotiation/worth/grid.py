"""Every agreement within reach of one offer, laid out to add up worth slot by slot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.integer[Any]]
BoolArray = npt.NDArray[np.bool_]
Limits = tuple[tuple[int, int, int], ...]  # (place of a slot, lowest option, highest option)

FEW = 6  # rows are few where they are less than a sixth of all
MOST_ROWS = 250_000  # agreements of two parties: tables of all of them stay within some 300 MB


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
        self._moved: dict[tuple[int, ...], BoolArray] = {}
        self._within: dict[Limits, BoolArray] = {}
        self._strides = tuple(prod(lengths[place + 1 :]) for place in range(len(lengths)))
        self._middle = min(
            range(len(lengths) + 1), key=lambda place: prod(lengths[:place]) + prod(lengths[place:])
        )

    def total(
        self, per_slot: Sequence[Sequence[int] | None], dtype: type[np.integer[Any]] = np.int64
    ) -> IntArray:
        """Return the sum over slots of a figure per option, shape (rows,).

        per_slot: for each slot its figure for every option of the issue, none or () for no figure
        dtype: wide enough for every sum; half the width is twice as fast on a large grid
        """
        before, after = self._half_sums(per_slot, dtype)
        return np.add.outer(before, after).ravel()

    def total_at(self, per_slot: Sequence[Sequence[int] | None], rows: IntArray) -> IntArray:
        """Return the same sum for some rows alone, shape (len(rows),); quick where they are few."""
        if len(rows) > self.rows // FEW:
            return self.total(per_slot, np.int32)[rows]
        before, after = self._half_sums(per_slot, np.int64)
        first, second = np.divmod(rows, len(after))
        return np.asarray(before[first] + after[second])

    def _half_sums(
        self, per_slot: Sequence[Sequence[int] | None], dtype: type[np.integer[Any]]
    ) -> tuple[IntArray, IntArray]:
        """Return the sums over the first slots and over the others, for every combination.

        A row splits into a place in either list, each no longer than about the root of all rows;
        at that length plain lists are quicker than arrays.
        """
        slots = list(zip(per_slot, self.agreed, self.shape, strict=True))
        before, after = _sums(slots[: self._middle]), _sums(slots[self._middle :])
        return np.array(before, dtype=dtype), np.array(after, dtype=dtype)

    def add_where(self, figures: IntArray, depths: dict[int, int], amount: int) -> None:
        """Add an amount, in place, where each slot named reaches the depth given."""
        index = [slice(None)] * len(self.shape)
        for place, option in depths.items():
            index[place] = slice(max(0, option - self.agreed[place]), None)
        figures.reshape(self.shape)[tuple(index)] += amount

    def within(self, limits: Limits) -> BoolArray:
        """Return True where slots lie between two options, (rows,); cached for the same limits."""
        found = self._within.get(limits)
        if found is None:
            found = self._within[limits] = np.zeros(self.rows, dtype=np.bool_)
            found.reshape(self.shape)[self._box(limits)] = True
            found.setflags(write=False)
        return found

    def forbid_inside(self, allowed: BoolArray, limits: Limits) -> None:
        """Strike out, in place, the agreements that lie within all limits."""
        allowed.reshape(self.shape)[self._box(limits)] = False

    def _box(self, limits: Limits) -> tuple[slice, ...]:
        """Return the index of the agreements within all limits; a slot may have several."""
        starts, stops = [0] * len(self.shape), list(self.shape)
        for place, lowest, highest in limits:
            first = self.agreed[place]
            starts[place] = max(starts[place], lowest - first)
            stops[place] = min(stops[place], max(highest - first + 1, 0))
        return tuple(map(slice, starts, stops))

    @cached_property
    def changed(self) -> IntArray:
        """How many slots each agreement changes, shape (rows,)."""
        return self._moves(tuple(range(len(self.shape))))

    def moves_any(self, places: tuple[int, ...]) -> BoolArray:
        """Return True where some slot is deeper than in the agreement in force, shape (rows,)."""
        found = self._moved.get(places)
        if found is None:
            found = self._moved[places] = self._moves(places) > 0
            found.setflags(write=False)
        return found

    def _moves(self, places: tuple[int, ...]) -> IntArray:
        sums = np.zeros(1, dtype=np.int16)
        for place, length in enumerate(self.shape):
            here = np.minimum(np.arange(length, dtype=np.int16), np.int16(place in places))
            sums = (sums[:, None] + here).ravel()
        sums.setflags(write=False)
        return sums

    @cached_property
    def reachable(self) -> BoolArray:
        """True where one offer leads: something changes, and not too much, shape (rows,)."""
        found = (self.changed > 0) & (self.changed <= self.most_changes)
        found.setflags(write=False)
        return found

    def deeper_than(self, row: int) -> BoolArray:
        """Return True where no slot is shallower than in an agreement, shape (rows,)."""
        deeper = np.ones(self.rows, dtype=np.bool_)
        box = deeper.reshape(self.shape)
        index: list[slice] = [slice(None)] * len(self.shape)
        for place, (length, stride) in enumerate(zip(self.shape, self._strides, strict=True)):
            index[place] = slice(0, row // stride % length)
            box[tuple(index)] = False
            index[place] = slice(None)
        return deeper

    def row_of(self, options: Sequence[int]) -> int | None:
        """Return the row of an agreement, None if it lies outside."""
        row = 0
        for option, first, length, stride in zip(
            options, self.agreed, self.shape, self._strides, strict=True
        ):
            if not first <= option < first + length:
                return None
            row += (option - first) * stride
        return row

    def options_of(self, row: int) -> tuple[int, ...]:
        """Return the option of each slot in an agreement."""
        return tuple(
            first + row // stride % length
            for first, length, stride in zip(self.agreed, self.shape, self._strides, strict=True)
        )

    def neighbours(self, row: int) -> list[tuple[int, int, int]]:
        """List the agreements one slot and one offer away, each as (place, option, row)."""
        base = int(self.changed[row])
        found = []
        for place, (first, length, stride) in enumerate(
            zip(self.agreed, self.shape, self._strides, strict=True)
        ):
            now = row // stride % length
            others = base - (now > 0)
            for step in range(length):
                if step != now and 0 < others + (step > 0) <= self.most_changes:
                    found.append((place, first + step, row + (step - now) * stride))
        return found


def _sums(slots: Sequence[tuple[Sequence[int] | None, int, int]]) -> list[int]:
    """Return sums of one figure a slot, the last slot changing quickest.

    (figures, first, length) each.
    """
    sums = [0]
    for figures, first, length in slots:
        here = figures[first : first + length] if figures else [0] * length
        sums = [so_far + figure for so_far in sums for figure in here]
    return sums


def grid_between(first: tuple[int, ...], last: tuple[int, ...], most_changes: int) -> Grid:
    """Return the box of agreements from the first to the last option of every slot."""
    lengths = tuple(high - low + 1 for low, high in zip(first, last, strict=True))
    return grid_of(first, lengths, most_changes)


@lru_cache(maxsize=1024)
def grid_of(agreed: tuple[int, ...], lengths: tuple[int, ...], most_changes: int) -> Grid:
    """Return the box of agreements; the same one for the same question."""
    return Grid(agreed, lengths, most_changes)
