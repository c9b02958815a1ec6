"""How much of the change in warming each deal brought: shares that add up to the whole.

Deals overlap: a sector's measure takes from what a cap would have taken. Each is given the mean
of what it adds over the orders in which the deals could have been struck (Shapley 1953).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import factorial

from game.negotiation.model.effects import commitments_of
from game.negotiation.model.ledger import Promise, PromiseStatus
from game.negotiation.model.scenario import Package
from game.session.session import Session

MOST_SHARED_EXACTLY = 6


@dataclass(frozen=True)
class DealEffect:
    """The effect of one deal. change_c: change of median warming in 2100, degC; negative cools."""

    delegation: str
    made_round: int
    terms: Package
    change_c: float


def warming_by_deal(session: Session) -> tuple[DealEffect, ...]:
    """Return every deal in force, the most cooling first; the changes add up to the whole."""
    deals = _deals(session)
    if len(deals) > MOST_SHARED_EXACTLY:
        deals = _by_delegation(deals)
    worth = _Worth(session, [terms for _, _, terms in deals])
    effects = [
        DealEffect(delegation, made, terms, worth.share_of(place))
        for place, (delegation, made, terms) in enumerate(deals)
    ]
    return tuple(sorted(effects, key=lambda effect: effect.change_c))


Deal = tuple[str, int, Package]


def _deals(session: Session) -> list[Deal]:
    """Gather the promises not broken by partner and round."""
    together: dict[tuple[str, int], list[Promise]] = {}
    for promise in session.state.ledger:
        if promise.status is not PromiseStatus.BROKEN:
            giver = promise.term.slot.giver
            partner = promise.to if giver == session.seat else giver
            together.setdefault((partner, promise.made), []).append(promise)
    return [
        (partner, made, Package(promise.term for promise in promises))
        for (partner, made), promises in sorted(together.items())
    ]


def _by_delegation(deals: Iterable[Deal]) -> list[Deal]:
    """Merge all deals with one partner, so that the orders are few enough to try."""
    together: dict[str, list[Deal]] = {}
    for deal in deals:
        together.setdefault(deal[0], []).append(deal)
    return [
        (partner, min(made for _, made, _ in theirs), Package(t for *_, ts in theirs for t in ts))
        for partner, theirs in together.items()
    ]


class _Worth:
    """Median warming in 2100 of every set of deals, worked out once."""

    def __init__(self, session: Session, packages: list[Package]) -> None:
        self.session, self.packages = session, packages
        self._known: dict[frozenset[int], float] = {}

    def share_of(self, place: int) -> float:
        """Return what one deal adds, over all orders, degC."""
        others = [each for each in range(len(self.packages)) if each != place]
        count = len(self.packages)
        share = 0.0
        for size in range(count):
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            for before in combinations(others, size):
                with_it = self._warming_c(frozenset((*before, place)))
                share += weight * (with_it - self._warming_c(frozenset(before)))
        return share

    def _warming_c(self, chosen: frozenset[int]) -> float:
        if chosen not in self._known:
            terms = Package(term for place in chosen for term in self.packages[place])
            commitments = commitments_of(self.session.scenario, terms)
            self._known[chosen] = self.session.desk.outcome(commitments).projection.summary_2100[1]
        return self._known[chosen]
