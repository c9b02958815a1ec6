"""Packages of terms: their one written form, sorted, each slot once."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.scenario import Package, Slot, Term


def normalise(terms: Iterable[Term]) -> Package:
    """Sorted, one term a slot (the deepest), today's course left out."""
    deepest: dict[Slot, int] = {}
    for term in terms:
        deepest[term.slot] = max(term.option, deepest.get(term.slot, 0))
    return tuple(Term(slot, option) for slot, option in sorted(deepest.items()) if option > 0)
