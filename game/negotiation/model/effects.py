"""Turns the ledger's promises into commitments that cut emissions."""

from __future__ import annotations

from collections.abc import Iterable

from game.climate.commitments import Commitment
from game.negotiation.model.ledger import Ledger
from game.negotiation.model.scenario import Package, Scenario, Term


def commitments_of(scenario: Scenario, terms: Package) -> tuple[Commitment, ...]:
    """Return everything these terms commit their givers to."""
    return tuple(
        commitment
        for term in terms
        for commitment in scenario.issue(term.slot.issue).commitments.get(
            term.slot.giver, ((),) * (term.option + 1)
        )[term.option]
    )


def deepest_commitments(scenario: Scenario) -> tuple[Commitment, ...]:
    """Return what every issue at its deepest, by all who could give it, would commit to."""
    return scenario.once(_deepest_commitments)


def _deepest_commitments(scenario: Scenario) -> tuple[Commitment, ...]:
    deepest = Package(Term(slot, issue.last) for issue in scenario.issues for slot in issue.slots)
    return commitments_of(scenario, deepest)


def commitments_with(
    scenario: Scenario, ledger: Ledger, extra: Iterable[Term] = ()
) -> tuple[Commitment, ...]:
    """Return what all promises commit to, with some terms on top.

    Broken promises count for nothing.
    """
    return commitments_of(scenario, Package([*ledger.deepest, *extra]))
