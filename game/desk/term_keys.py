"""The keys of a term's widgets, for hints and tests that point at them."""

from __future__ import annotations

from game.negotiation.model.scenario import Slot


def stepper_key(slot: Slot) -> str:
    """Return the stepper over a term's options."""
    return f"{slot.issue}/{slot.giver}"


def term_key(slot: Slot) -> str:
    """Return a key for all that the table shows of a term."""
    return f"term/{stepper_key(slot)}"
