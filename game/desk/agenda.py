"""The calendar as the screens show it: which doors close when, which slots are open now."""

from __future__ import annotations

from game.negotiation.model.scenario import Scenario, Slot
from game.negotiation.model.state import State
from game.negotiation.seats.observation import Observation


def doors_closing(scenario: Scenario, state: State, round_index: int) -> tuple[str, ...]:
    """The ids of the issues that close with a round, those already closed left out."""
    return tuple(
        issue.id
        for issue in scenario.issues
        if issue.closes == round_index and issue.id not in state.closed
    )


def slots_on_table(
    scenario: Scenario, view: Observation, other: str, giver: str
) -> tuple[Slot, ...]:
    """What `giver` has promised or could promise now in a deal between the player and `other`."""
    agreed = {term.slot for term in view.party(other).agreed}
    return tuple(
        slot
        for slot in scenario.slots_between(scenario.you, other)
        if slot.giver == giver and (slot.issue in view.open_issues or slot in agreed)
    )
