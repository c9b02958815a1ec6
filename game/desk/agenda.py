"""The calendar for the screens: closing doors and open slots."""

from __future__ import annotations

from game.negotiation.model.scenario import Slot
from game.negotiation.seats.observation import Observation
from game.session.public_game import PublicGame


def slots_on_table(
    public: PublicGame, view: Observation, other: str, giver: str
) -> tuple[Slot, ...]:
    """Return what `giver` has promised or could promise now to the player or to `other`."""
    agreed = {term.slot for term in view.under(view.party(other))}
    return tuple(
        slot
        for slot in public.slots_between(public.you, other)
        if slot.giver == giver and (slot.issue in view.open_issues or slot in agreed)
    )
