"""The calendar as the screens show it: which doors close when, which slots are open now."""

from __future__ import annotations

from game.negotiation.model.scenario import Scenario, Slot
from game.negotiation.seats.observation import Observation


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
