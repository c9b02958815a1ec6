"""Packages of terms: their one written form, and what a ledger holds of them."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.scenario import Package, Slot, Term
from game.negotiation.state import Promise, PromiseStatus


def normalise(terms: Iterable[Term]) -> Package:
    """Sorted, one term a slot (the deepest), today's course left out."""
    deepest: dict[Slot, int] = {}
    for term in terms:
        deepest[term.slot] = max(term.option, deepest.get(term.slot, 0))
    return tuple(Term(slot, option) for slot, option in sorted(deepest.items()) if option > 0)


def in_force(ledger: Iterable[Promise], one: str, other: str) -> Package:
    """The terms two parties have agreed with each other, broken promises left out."""
    pair = {one, other}
    return normalise(
        promise.term
        for promise in ledger
        if {promise.term.slot.giver, promise.to} == pair
        and promise.status is not PromiseStatus.BROKEN
    )


def deepest_promised(ledger: Iterable[Promise]) -> Package:
    """What all parties together have promised and not broken."""
    return normalise(p.term for p in ledger if p.status is not PromiseStatus.BROKEN)


def promised_to_others(ledger: Iterable[Promise], party: str, other: str) -> Package:
    """The terms of a party's deals with anyone but one other, broken promises left out."""
    return normalise(
        promise.term
        for promise in ledger
        if promise.status is not PromiseStatus.BROKEN
        and party in (promise.term.slot.giver, promise.to)
        and other not in (promise.term.slot.giver, promise.to)
    )
