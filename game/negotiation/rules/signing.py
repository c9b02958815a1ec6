"""A deal becomes promises in the ledger, and never one that a signer should not have signed."""

from __future__ import annotations

from collections.abc import Mapping

from game.negotiation.mind.talks import Talks
from game.negotiation.model.events import DealStruck
from game.negotiation.model.ledger import Backing, Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Domain, Package, Scenario, Slot, Term
from game.negotiation.model.state import State
from game.negotiation.model.updates import standing_of, with_standing


def may_be_struck(scenario: Scenario, state: State, of: str, towards: str, terms: Package) -> bool:
    """Return True if all who must stay above their floor could sign these terms as things stand.

    At a hub that is the delegation alone: what the player promises is the player's own affair.
    """
    talks = Talks(scenario, state, of, towards)
    row = talks.table.row_of(terms)
    if row is None or not talks.table.signable[row]:
        return False
    return not scenario.is_whole or bool(talks.your_table.signable[row])


def strike(
    scenario: Scenario, state: State, of: str, towards: str, terms: Package
) -> tuple[State, DealStruck]:
    """Write a deal into the ledger; a deepened term replaces the promise it deepens.

    A broken promise stays on record when it is made anew. Offers that gave the partner nothing are
    forgotten: one that follows is the first of a new row.

    Asserts what no caller may get wrong: no red line crossed, the home vote passed, the floor
    reached.
    """
    assert may_be_struck(scenario, state, of, towards, terms), "a deal below a floor"
    promises = promises_between(scenario, state, of, towards, terms)
    state = with_standing(state, standing_of(state, of, towards)._replace(slights=0))
    return with_promises(state, promises), DealStruck(of, towards, promises)


def promises_between(
    scenario: Scenario, state: State, of: str, towards: str, terms: Package
) -> tuple[Promise, ...]:
    """Return what two parties would promise each other by these terms."""
    whole = state.ledger.in_force(towards, of).with_(*terms)
    financed = {
        term.slot.giver
        for term in whole
        if scenario.issue(term.slot.issue).domain is Domain.FINANCE
    }
    pair = {towards, of}
    before = {
        promise.term.slot: promise
        for promise in state.ledger
        if promise.pair == pair and promise.status is not PromiseStatus.BROKEN
    }
    return tuple(
        _promise(scenario, state, _partner(term, of, towards), term, financed, before)
        for term in Package(terms)
    )


def with_promises(state: State, promises: tuple[Promise, ...]) -> State:
    """Write promises into the ledger; each takes the place of the one that it deepens."""
    new = {(promise.pair, promise.term.slot) for promise in promises}
    rest = tuple(
        promise
        for promise in state.ledger
        if (promise.pair, promise.term.slot) not in new or promise.status is PromiseStatus.BROKEN
    )
    return state._replace(ledger=Ledger((*rest, *promises)))


def _partner(term: Term, of: str, towards: str) -> str:
    return of if term.slot.giver == towards else towards


def _promise(
    scenario: Scenario,
    state: State,
    partner: str,
    term: Term,
    financed: set[str],
    before: Mapping[Slot, Promise],
) -> Promise:
    """Return a promise to a partner; before: what had been promised in this pair, by slot."""
    return Promise(
        term,
        to=partner,
        made=state.round,
        due=max(scenario.issue(term.slot.issue).due, state.round),
        backing=Backing.FINANCED if _is_paid_for(scenario, term, financed) else Backing.PLEDGED,
        honoured=_honoured(before.get(term.slot)),
    )


def _is_paid_for(scenario: Scenario, term: Term, financed: set[str]) -> bool:
    """Return True if the partner of the deal puts money behind what this giver does."""
    return bool(financed - {term.slot.giver})


def _honoured(before: Promise | None) -> int:
    if before is None:
        return 0
    return before.term.option if before.status is PromiseStatus.KEPT else before.honoured
