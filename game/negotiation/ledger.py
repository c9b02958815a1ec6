"""The ledger: what was agreed is a promise with a due round: kept, broken, pending."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from game.negotiation.credibility import Credibility
from game.negotiation.packages import normalise
from game.negotiation.scenario import Package, Term


class PromiseStatus(StrEnum):
    """Where a promise stands."""

    PENDING = "pending"
    KEPT = "kept"
    BROKEN = "broken"


class Backing(StrEnum):
    """What stands behind a promise."""

    PLEDGED = "pledged"
    FINANCED = "financed"
    LAW = "law"


@dataclass(frozen=True)
class Promise:
    """An agreed term: who gives it, to whom, and by when."""

    term: Term
    to: str
    made: int  # round index
    due: int  # round index at whose end it is checked
    status: PromiseStatus = PromiseStatus.PENDING
    backing: Backing = Backing.PLEDGED

    @property
    def pair(self) -> frozenset[str]:
        """The two parties it binds."""
        return frozenset((self.term.slot.giver, self.to))


class Ledger(tuple[Promise, ...]):
    """All promises of a game, oldest first. What is asked of it often is worked out once."""

    def in_force(self, one: str, other: str) -> Package:
        """The terms two parties have agreed with each other, broken promises left out."""
        return self._by_pair.get(frozenset((one, other)), ())

    @cached_property
    def deepest(self) -> Package:
        """What all parties together have promised and not broken."""
        return normalise(promise.term for promise in self._standing)

    def elsewhere(self, party: str, other: str) -> Package:
        """The terms of a party's deals with anyone but one other, broken promises left out."""
        found = self._elsewhere.get((party, other))
        if found is None:
            found = self._elsewhere[party, other] = normalise(
                promise.term
                for promise in self._standing
                if party in promise.pair and other not in promise.pair
            )
        return found

    def credibility(self, giver: str) -> Credibility:
        """What one party's promises have come to."""
        found = self._credibility.get(giver)
        if found is None:
            came_due = [promise.status for promise in self if promise.term.slot.giver == giver]
            found = self._credibility[giver] = Credibility(
                came_due.count(PromiseStatus.KEPT), came_due.count(PromiseStatus.BROKEN)
            )
        return found

    @cached_property
    def _standing(self) -> tuple[Promise, ...]:
        return tuple(p for p in self if p.status is not PromiseStatus.BROKEN)

    @cached_property
    def _by_pair(self) -> dict[frozenset[str], Package]:
        terms: dict[frozenset[str], list[Term]] = {}
        for promise in self._standing:
            terms.setdefault(promise.pair, []).append(promise.term)
        return {pair: normalise(agreed) for pair, agreed in terms.items()}

    @cached_property
    def _elsewhere(self) -> dict[tuple[str, str], Package]:
        return {}

    @cached_property
    def _credibility(self) -> dict[str, Credibility]:
        return {}
