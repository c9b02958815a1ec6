"""A deal becomes promises in the ledger, and never one that its partner should not have signed."""

from __future__ import annotations

from game.negotiation.changing import changed
from game.negotiation.doors import open_issues
from game.negotiation.events import DealStruck
from game.negotiation.grounds import table_with
from game.negotiation.ledger import Backing, Ledger, Promise
from game.negotiation.packages import normalise
from game.negotiation.scenario import Domain, Package, Scenario, Term
from game.negotiation.state import State


def strike(
    scenario: Scenario, state: State, delegation: str, terms: Package
) -> tuple[State, DealStruck]:
    """Write a deal into the ledger; a deepened term replaces the promise it deepens.

    Asserts what no caller may get wrong: no red line crossed, the home vote passed, U at least
    the value of no deal.
    """
    assert is_signable(scenario, state, delegation, terms), "a deal below the floor"
    whole = normalise([*state.ledger.in_force(scenario.you, delegation), *terms])
    financed = {
        term.slot.giver
        for term in whole
        if scenario.issue(term.slot.issue).domain is Domain.FINANCE
    }
    promises = tuple(
        _promise(scenario, state, delegation, term, financed) for term in normalise(terms)
    )
    new = {promise.term.slot for promise in promises}
    pair = {scenario.you, delegation}
    kept = tuple(
        promise
        for promise in state.ledger
        if not (promise.term.slot in new and {promise.term.slot.giver, promise.to} == pair)
    )
    return changed(state, ledger=Ledger((*kept, *promises))), DealStruck(delegation, promises)


def is_signable(scenario: Scenario, state: State, delegation: str, terms: Package) -> bool:
    """Whether a delegation could sign these terms on top of what is in force, as things stand."""
    table = table_with(scenario, state, delegation, open_issues(scenario, state))
    row = table.row_of(terms)
    return row is not None and bool(table.signable[row])


def _promise(
    scenario: Scenario, state: State, delegation: str, term: Term, financed: set[str]
) -> Promise:
    to = delegation if term.slot.giver == scenario.you else scenario.you
    backing = Backing.FINANCED if to in financed else Backing.PLEDGED
    return Promise(term, to, state.round, scenario.issue(term.slot.issue).due, backing=backing)
