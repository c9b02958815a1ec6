"""The public part of a level: who can give what to whom, in which steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.negotiation.model.scenario import Issue, Scenario, Slot


@dataclass(frozen=True)
class Legal:
    """Everything a seat could ever do; its observation says what is open now.

    others: whom it can deal with; slots: per other, what the two could give each other
    payable: groups at its home that ask for something
    cut_mtco2e_2030: per slot, per option, what that term alone takes off the world in 2030
    """

    seat: str
    you: str
    others: tuple[str, ...]
    slots: Mapping[str, tuple[Slot, ...]]
    issues: Mapping[str, Issue]
    factions: tuple[str, ...]
    payable: tuple[str, ...]
    terms_per_offer: int
    cut_mtco2e_2030: Mapping[Slot, tuple[int, ...]]

    def options(self, slot: Slot) -> int:
        """Return how many options a slot has, today's course included."""
        return len(self.issues[slot.issue].options)


def legal_for(scenario: Scenario, seat: str) -> Legal:
    """Return the public part of a scenario from one seat; KeyError where there is no such seat."""
    own, others = scenario.delegation(seat), scenario.partners[seat]
    return Legal(
        seat=seat,
        you=scenario.you,
        others=others,
        slots={other: scenario.slots_between(seat, other) for other in others},
        issues=scenario.issues_by_id,
        factions=tuple(faction.id for faction in own.home.factions),
        payable=tuple(f.id for f in own.home.factions if f.side_payment is not None),
        terms_per_offer=scenario.terms_per_offer,
        cut_mtco2e_2030=scenario.cut_mtco2e_2030,
    )
