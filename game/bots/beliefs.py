"""A careful player's beliefs about another's mind, from probes, answers and red lines alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.bots.table_reading import Reading
from game.negotiation.model.replies import Change, Constraint, Explanation, Reply
from game.negotiation.model.scenario import Slot
from game.negotiation.seats.observation import PartyView
from game.negotiation.worth.grid import BoolArray, IntArray

IN_POINTS = (Constraint.NO_DEAL, Constraint.ASPIRATION)
NO_DEAL_GUESS = 2_000  # what walking away is taken to be worth to a stranger, thousandths
WORTH_THEM = 2.0  # what we give is taken to be worth to them, for each point it costs us
COSTS_THEM = 0.35  # what they give is taken to cost them, for each point it is worth to us


class Beliefs:
    """Beliefs about one delegation; unknown figures are guessed from the player's own.

    scale: per slot, by what the first guess has turned out to be wrong
    """

    def __init__(self) -> None:
        self.scale: dict[Slot, float] = {}
        self.limits: dict[Slot, tuple[int, int]] = {}
        self.lost_votes: list[tuple[Change, ...]] = []
        self.refused: Reply | None = None
        self._heard: Reply | None = None

    def hear(self, reading: Reading) -> None:
        """Learn from its last answer, once."""
        reply = reading.party.last_reply
        if reply is None or reply is self._heard:
            return
        self._heard = reply
        why = reply.explanation
        self.refused = None if why is None or why.constraint not in IN_POINTS else reply
        if why is None:
            return
        if why.constraint is Constraint.RED_LINE:
            self._note_line(why)
        if why.constraint is Constraint.HOME_VOTE and why.changes:
            self.lost_votes.append(why.changes)
        if why.constraint in IN_POINTS:
            for change in why.changes:
                self._note_gain(reading, change, capped=change.gain >= why.gap)

    def worth_to_them(self, reading: Reading, trust: float) -> IntArray:
        """Return what each agreement is believed to be worth to it, thousandths of points, (rows,).

        trust: how far it believes our promises, 0-1
        """
        figures = []
        for slot in reading.table.slots:
            weight = trust if slot.giver == reading.view.seat else 1.0
            figures.append([round(points * weight) for points in self._figures(reading, slot)])
        return reading.table.grid.total(figures)

    def required(self, reading: Reading) -> int:
        """Return the least it is believed to take now."""
        trust = trust_in(reading)
        worth = self.worth_to_them(reading, trust)
        least = int(worth[0]) if reading.party.agreed else NO_DEAL_GUESS
        if self.refused is not None and self.refused.explanation is not None:
            row = reading.table.row_of(self.refused.package)
            if row is not None:
                least = max(least, int(worth[row]) + self.refused.explanation.gap)
        return least

    def within_lines(self, reading: Reading) -> BoolArray:
        """Return True where no line it has named or crossed is crossed, shape (rows,)."""
        slots = reading.table.slots
        limits = tuple(
            (slots.index(slot), lowest, highest)
            for slot, (lowest, highest) in self.limits.items()
            if slot in slots
        )
        return np.asarray(reading.within_known_lines & reading.table.grid.within(limits))

    def may_pass(self, reading: Reading) -> BoolArray:
        """Return True where its home is not known to say no, shape (rows,).

        After a lost vote, a package that makes none of the changes that were told would lose again.
        """
        found = np.ones(reading.table.grid.rows, dtype=np.bool_)
        for changes in self.lost_votes:
            loses = []
            for change in changes:
                slot, before = change.after.slot, change.before.option
                if slot in reading.table.slots:
                    place = reading.table.slots.index(slot)
                    deeper_helps = change.after.option > before
                    low, high = (0, before) if deeper_helps else (before, 1_000)
                    loses.append((place, low, high))
            reading.table.grid.forbid_inside(found, tuple(loses))
        return found

    def _figures(self, reading: Reading, slot: Slot) -> Sequence[float]:
        known = _learned(reading.party, slot)
        if known is not None:
            return known
        own = reading.view.own.valuations.get(slot)
        if own is None:
            return ()
        first = WORTH_THEM if slot.giver == reading.view.seat else COSTS_THEM
        by = -first * self.scale.get(slot, 1.0)
        return [points * by for points in own]

    def _note_gain(self, reading: Reading, change: Change, *, capped: bool) -> None:
        """Learn from a change told to bring so many points: our guess moves to match."""
        slot = change.after.slot
        figures = self._figures(reading, slot)
        if not figures or _learned(reading.party, slot) is not None:
            return
        guessed = figures[change.after.option] - figures[change.before.option]
        if slot.giver == reading.view.seat:
            guessed *= trust_in(reading)
        if guessed > 0 and not (capped and guessed > change.gain):
            self.scale[slot] = self.scale.get(slot, 1.0) * change.gain / guessed

    def _note_line(self, why: Explanation) -> None:
        """Learn from a named line: the first change that leads back over it shows where it runs."""
        for change in why.changes:
            if change.after.slot == why.slot and why.slot is not None:
                lowest, highest = self.limits.get(why.slot, (0, 1_000))
                if change.after.option < change.before.option:
                    highest = min(highest, change.after.option)
                else:
                    lowest = max(lowest, change.after.option)
                self.limits[why.slot] = (lowest, highest)


def trust_in(reading: Reading) -> float:
    """Return how far the other believes our promises, 0-1."""
    return reading.view.credibility.share / 1000


def _learned(party: PartyView, slot: Slot) -> list[float] | None:
    for known in reversed(party.learned):
        if known.slot == slot:
            return [(low + high) / 2 for low, high in zip(known.low, known.high, strict=True)]
    return None
