"""What a careful player believes of another's mind: from probes, answers and lines, no more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.bots.reading import Reading
from game.negotiation.grid import BoolArray, IntArray
from game.negotiation.observation import PartyView
from game.negotiation.replies import Constraint, Explanation, Reply
from game.negotiation.scenario import Slot

IN_POINTS = (Constraint.NO_DEAL, Constraint.ASPIRATION)


class Beliefs:
    """About one delegation. What it was not told it takes for a fixed pie, at half the weight."""

    def __init__(self) -> None:
        self.required: int | None = None
        self.limits: dict[Slot, tuple[int, int]] = {}
        self._heard: Reply | None = None

    def hear(self, reading: Reading) -> None:
        """Learn from its last answer, once."""
        reply = reading.party.last_reply
        if reply is None or reply is self._heard:
            return
        self._heard = reply
        why = reply.explanation
        if why is None:
            self.required = None
            return
        if why.constraint is Constraint.RED_LINE:
            self._note_line(reply, why)
        if why.constraint in IN_POINTS:
            row = reading.table.row_of(reply.package)
            if row is not None:
                self.required = int(self.worth_to_them(reading)[row]) + why.gap

    def worth_to_them(self, reading: Reading) -> IntArray:
        """What each agreement is believed to be worth to it, thousandths of points, (rows,)."""
        return reading.table.grid.total(
            [self._figures(reading, slot) for slot in reading.table.slots]
        )

    def acceptable(self, reading: Reading) -> BoolArray:
        """What it is believed to accept now, shape (rows,)."""
        worth = self.worth_to_them(reading)
        least = int(worth[0]) if self.required is None else self.required
        found = reading.possible & (worth >= least)
        for slot, (lowest, highest) in self.limits.items():
            if slot in reading.table.slots:
                place = reading.table.slots.index(slot)
                reading.table.grid.forbid_outside(found, place, lowest, highest)
        return np.asarray(found)

    def _figures(self, reading: Reading, slot: Slot) -> Sequence[int]:
        known = _learned(reading.party, slot)
        if known is not None:
            return known
        own = reading.view.own.valuations.get(slot)
        return () if own is None else [-points // 2 for points in own]

    def _note_line(self, reply: Reply, why: Explanation) -> None:
        """A named line: the first change that leads back over it shows where it runs."""
        for change in why.changes:
            if change.after.slot == why.slot and why.slot is not None:
                lowest, highest = self.limits.get(why.slot, (0, 1_000))
                if change.after.option < change.before.option:
                    highest = min(highest, change.after.option)
                else:
                    lowest = max(lowest, change.after.option)
                self.limits[why.slot] = (lowest, highest)


def _learned(party: PartyView, slot: Slot) -> list[int] | None:
    for known in reversed(party.learned):
        if known.slot == slot:
            return [(low + high) // 2 for low, high in zip(known.low, known.high, strict=True)]
    return None
