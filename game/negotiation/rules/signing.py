"""Turns a deal into promises in the ledger, if its partner may sign it."""

from __future__ import annotations

from game.negotiation.mind.talks import Talks
from game.negotiation.model.events import DealStruck
from game.negotiation.model.ledger import Backing, Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Domain, Package, Scenario, Term
from game.negotiation.model.state import State
from game.negotiation.model.updates import standing_of, with_standing


def strike(
    scenario: Scenario, state: State, delegation: str, terms: Package
) -> tuple[State, DealStruck]:
    """Write a deal into the ledger; a deepened term replaces the promise it deepens.

    A broken promise stays on record when it is made anew. Offers that gave the partner nothing are
    forgotten: one that follows is the first of a new row.

    Asserts what no caller may get wrong: no red line crossed, the home vote passed, U at least
    the value of no deal.
    """
    assert Talks(scenario, state, delegation).is_signable(terms), "a deal below the floor"
    whole = state.ledger.in_force(scenario.you, delegation).with_(*terms)
    financed = {
        term.slot.giver
        for term in whole
        if scenario.issue(term.slot.issue).domain is Domain.FINANCE
    }
    pair = {scenario.you, delegation}
    before = {
        promise.term.slot: promise
        for promise in state.ledger
        if promise.pair == pair and promise.status is not PromiseStatus.BROKEN
    }
    promises = tuple(
        _promise(scenario, state, delegation, term, financed, before.get(term.slot))
        for term in Package(terms)
    )
    new = {promise.term.slot for promise in promises}
    rest = tuple(
        promise
        for promise in state.ledger
        if promise.pair != pair
        or promise.term.slot not in new
        or promise.status is PromiseStatus.BROKEN
    )
    state = with_standing(state, standing_of(state, delegation)._replace(slights=0))
    return state._replace(ledger=Ledger((*rest, *promises))), DealStruck(delegation, promises)


def _promise(
    scenario: Scenario,
    state: State,
    delegation: str,
    term: Term,
    financed: set[str],
    before: Promise | None,
) -> Promise:
    """Return a promise to a partner; before: the one that it deepens, None for none."""
    return Promise(
        term,
        to=delegation if term.slot.giver == scenario.you else scenario.you,
        made=state.round,
        due=max(scenario.issue(term.slot.issue).due, state.round),
        backing=Backing.FINANCED if _is_paid_for(scenario, term, financed) else Backing.PLEDGED,
        honoured=_honoured(before),
    )


def _is_paid_for(scenario: Scenario, term: Term, financed: set[str]) -> bool:
    """Return True if the partner of the deal puts money behind what this giver does."""
    return bool(financed - {term.slot.giver})


def _honoured(before: Promise | None) -> int:
    if before is None:
        return 0
    return before.term.option if before.status is PromiseStatus.KEPT else before.honoured
