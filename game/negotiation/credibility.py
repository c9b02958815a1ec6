"""How far a promise is believed: from the ledger alone, never from talk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.negotiation.state import Promise, PromiseStatus


@dataclass(frozen=True)
class Credibility:
    """Promises kept and broken so far; q = (1 + kept) / (2 + kept + broken)."""

    kept: int
    broken: int

    @property
    def share(self) -> int:
        """q in thousandths."""
        return 1000 * (1 + self.kept) // (2 + self.kept + self.broken)


def credibility_of(ledger: Iterable[Promise], giver: str) -> Credibility:
    """What one party's promises have come to."""
    statuses = [promise.status for promise in ledger if promise.term.slot.giver == giver]
    return Credibility(statuses.count(PromiseStatus.KEPT), statuses.count(PromiseStatus.BROKEN))
