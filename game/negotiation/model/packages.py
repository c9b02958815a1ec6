"""Packages of terms: their one written form, sorted, each slot once."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.model.scenario import Package, Slot, Term


def normalise(terms: Iterable[Term]) -> Package:
    """Sorted, one term a slot (the deepest), today's course left out."""
    deepest: dict[Slot, Term] = {}
    for term in terms:
        known = deepest.get(term.slot)
        if term.option > (0 if known is None else known.option):
            deepest[term.slot] = term
    return tuple(sorted(deepest.values()))
