"""The ledger: every promise with its due round, and whether it was kept or broken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Package, Scenario, Term


class PromiseStatus(StrEnum):
    """The status of a promise."""

    PENDING = "pending"
    KEPT = "kept"
    BROKEN = "broken"


class Backing(StrEnum):
    """The law or money behind a promise."""

    PLEDGED = "pledged"
    FINANCED = "financed"
    LAW = "law"


@dataclass(frozen=True)
class Promise:
    """An agreed term: who gives it, to whom, and by when.

    made, due: rounds; it is checked at the end of `due`, or of `made` where that is later
    honoured: the option that was kept already when this promise deepened it, 0 for none
    """

    term: Term
    to: str
    made: int
    due: int
    status: PromiseStatus = PromiseStatus.PENDING
    backing: Backing = Backing.PLEDGED
    honoured: int = 0

    @property
    def giver(self) -> str:
        """The party that promises; `to` is the one it promises."""
        return self.term.slot.giver

    @cached_property
    def pair(self) -> frozenset[str]:
        """The two parties it binds."""
        return frozenset((self.term.slot.giver, self.to))

    def is_settled_by(self, at: int) -> bool:
        """Return True if the end of round `at` decides if it is kept or broken."""
        return self.status is PromiseStatus.PENDING and self.due <= at


class Ledger(tuple[Promise, ...]):
    """All promises of a game, oldest first. What is asked of it often is worked out once."""

    def in_force(self, one: str, other: str) -> Package:
        """Return the terms two parties have agreed with each other, broken promises left out."""
        return self._by_pair.get(frozenset((one, other)), NO_TERMS)

    def has_deal(self, one: str, other: str) -> bool:
        """Return True if two parties have a deal in force: some term of it was not broken.

        The one meaning of "in force" for rules, scores and screens alike. Whoever has none does
        not join at the plenary; whoever has one joins if what is left of it is worth enough.
        """
        return frozenset((one, other)) in self._by_pair

    def has_any_deal(self, party: str) -> bool:
        """Return True if a party has a deal in force with anyone."""
        return party in self._dealing

    def signed(self, one: str, other: str) -> tuple[Promise, ...]:
        """Return all that two parties ever promised each other, broken promises too."""
        pair = frozenset((one, other))
        return tuple(promise for promise in self if promise.pair == pair)

    @cached_property
    def deepest(self) -> Package:
        """The deepest unbroken promise of all parties together on each slot."""
        return Package(promise.term for promise in self.standing)

    def under(self, scenario: Scenario, one: str, other: str) -> Package:
        """Return what an agreement of two parties would come on top of.

        At a whole table that is all that stands, whoever promised it to whom.
        """
        return self.deepest if scenario.is_whole else self.in_force(one, other)

    def elsewhere(self, party: str, other: str) -> Package:
        """Return a party's terms with anyone but one other, broken promises left out."""
        found = self._elsewhere.get((party, other))
        if found is None:
            found = self._elsewhere[party, other] = Package(
                promise.term
                for promise in self.standing
                if party in promise.pair and other not in promise.pair
            )
        return found

    def credibility(self, giver: str) -> Credibility:
        """Return one party's record of promises.

        What it gives counts once, however many steps and partners it was promised in and to, so
        that slicing a promise earns no more trust than keeping it whole.
        """
        found = self._credibility.get(giver)
        if found is None:
            own = [promise for promise in self if promise.term.slot.giver == giver]
            broken = {p.term.slot for p in own if p.status is PromiseStatus.BROKEN}
            kept = {p.term.slot for p in own if p.status is PromiseStatus.KEPT or p.honoured}
            found = self._credibility[giver] = Credibility(len(kept - broken), len(broken))
        return found

    @cached_property
    def standing(self) -> tuple[Promise, ...]:
        """The promises that were not broken."""
        return tuple(p for p in self if p.status is not PromiseStatus.BROKEN)

    @cached_property
    def _by_pair(self) -> dict[frozenset[str], Package]:
        terms: dict[frozenset[str], list[Term]] = {}
        for promise in self.standing:
            terms.setdefault(promise.pair, []).append(promise.term)
        return {pair: Package(agreed) for pair, agreed in terms.items()}

    @property
    def pairs(self) -> Collection[frozenset[str]]:
        """The pairs that have a deal in force."""
        return self._by_pair.keys()

    @cached_property
    def _dealing(self) -> frozenset[str]:
        return frozenset(party for pair in self._by_pair for party in pair)

    @cached_property
    def _elsewhere(self) -> dict[tuple[str, str], Package]:
        return {}

    @cached_property
    def _credibility(self) -> dict[str, Credibility]:
        return {}
