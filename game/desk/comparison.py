"""A counter-offer beside the offer it answers, term by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.negotiation.model.scenario import Package, Slot

DifferenceKind = Literal["added", "changed", "same", "dropped"]
ORDER: tuple[DifferenceKind, ...] = ("changed", "added", "same", "dropped")


@dataclass(frozen=True)
class Difference:
    """One slot in both packages; None if a package does not hold it."""

    slot: Slot
    offered: int | None
    countered: int | None

    @property
    def kind(self) -> DifferenceKind:
        """The counter-offer's change to the slot."""
        if self.offered is None:
            return "added"
        if self.countered is None:
            return "dropped"
        return "same" if self.offered == self.countered else "changed"


def compare(offer: Package, counter: Package) -> tuple[Difference, ...]:
    """Compare every slot of two packages: what would be signed, differences first; then the rest.

    Within each kind, the order is that of the slots.
    """
    offered, countered = offer.options, counter.options
    rows = [
        Difference(slot, offered.get(slot), countered.get(slot))
        for slot in sorted({*offered, *countered})
    ]
    return tuple(sorted(rows, key=lambda row: ORDER.index(row.kind)))
