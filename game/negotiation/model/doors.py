"""Doors: which issues are open in which round."""

from __future__ import annotations

from functools import lru_cache

from game.negotiation.model.scenario import Scenario, Slot
from game.negotiation.model.state import State


def open_issues(scenario: Scenario, state: State) -> frozenset[str]:
    """Return the issues that can be agreed in this round."""
    return _open_in(scenario, state.round, state.closed, state.opened)


def closing_issues(scenario: Scenario, state: State, seat: str, at: int) -> tuple[str, ...]:
    """Return the issues that close with round `at` and by which a seat would lose something.

    Left out: what news has closed already, and what the seat has agreed with everyone who could
    give or be given it, as far as it goes.
    """
    return tuple(
        issue.id
        for issue in scenario.issues
        if issue.closes == at
        and issue.id not in state.closed
        and any(
            _can_be_deepened(scenario, state, slot, seat, partner)
            for partner in scenario.partners[seat]
            for slot in scenario.slots_between(seat, partner)
            if slot.issue == issue.id
        )
    )


def _can_be_deepened(scenario: Scenario, state: State, slot: Slot, seat: str, partner: str) -> bool:
    """Return True if a deal between two parties could still go further on a slot."""
    most = min([scenario.issue(slot.issue).last, *(t.option for t in state.tied if t.slot == slot)])
    return state.ledger.under(scenario, seat, partner).option(slot) < most


@lru_cache(maxsize=32)
def _open_in(
    scenario: Scenario, at: int, closed: tuple[str, ...], opened: tuple[str, ...]
) -> frozenset[str]:
    return frozenset(
        issue.id
        for issue in scenario.issues
        if issue.id not in closed
        and at <= issue.closes
        and (issue.opens <= at or issue.id in opened)
    )
