"""Conditional deals: they take effect once a third party promises its part, or lapse."""

from __future__ import annotations

from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import ConditionalLapsed, Event
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State
from game.negotiation.rules.signing import may_be_struck, strike


def settle_conditionals(scenario: Scenario, state: State) -> tuple[State, list[Event]]:
    """Strike every conditional deal whose condition is met; one may meet that of the next.

    What its partner could no longer sign by then lapses, and is said to.
    """
    events: list[Event] = []
    while True:
        ready = next((d for d in state.conditional if state.ledger.deepest.holds(d.provided)), None)
        if ready is None:
            return state, events
        rest = tuple(deal for deal in state.conditional if deal is not ready)
        state = state._replace(conditional=rest)
        if may_be_struck(scenario, state, *ready.pair, ready.terms):
            state, struck = strike(scenario, state, *ready.pair, ready.terms)
            events.append(struck)
        else:
            events.append(ConditionalLapsed(ready, "no_longer_acceptable"))


def lapse_behind_closed_doors(scenario: Scenario, state: State) -> tuple[State, list[Event]]:
    """Drop conditional deals with a part that can no longer be agreed."""
    is_open = open_issues(scenario, state)
    kept, events = [], list[Event]()
    for deal in state.conditional:
        issues = {term.slot.issue for term in (*deal.terms, deal.provided)}
        if issues <= is_open:
            kept.append(deal)
        else:
            events.append(ConditionalLapsed(deal, "door_closed"))
    return state._replace(conditional=tuple(kept)), events
