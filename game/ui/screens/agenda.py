"""The calendar as the screens show it: which doors close when, which slots are open now."""

from __future__ import annotations

from game.negotiation.scenario import Scenario, Slot
from game.negotiation.state import State


def is_open(scenario: Scenario, state: State, issue_id: str) -> bool:
    """Whether an issue can be agreed in this round, news of early doors included."""
    if issue_id in state.closed:
        return False
    issue = scenario.issue(issue_id)
    has_opened = state.round >= issue.opens or issue_id in state.opened
    return has_opened and state.round <= issue.closes


def doors_closing(scenario: Scenario, state: State, round_index: int) -> tuple[str, ...]:
    """The ids of the issues that close with a round, those already closed left out."""
    return tuple(
        issue.id
        for issue in scenario.issues
        if issue.closes == round_index and issue.id not in state.closed
    )


def open_slots(scenario: Scenario, state: State, other: str, giver: str) -> tuple[Slot, ...]:
    """What `giver` could promise now in a deal between the player and `other`."""
    return tuple(
        slot
        for slot in scenario.slots_between(scenario.you, other)
        if slot.giver == giver and is_open(scenario, state, slot.issue)
    )
