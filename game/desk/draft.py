"""A package being composed: where each slot stands, and the terms it would add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from game.desk.agenda import slots_on_table
from game.negotiation.model.scenario import Package, Slot, Term
from game.negotiation.seats.observation import Observation
from game.session.public_game import PublicGame


@dataclass(frozen=True)
class Draft:
    """Options chosen so far on top of what is agreed; every step gives a new draft.

    agreed: the option in force of each slot (0 where none); a step never goes below it
    deepest: the last option of each slot
    """

    agreed: Mapping[Slot, int]
    deepest: Mapping[Slot, int]
    limit: int
    chosen: Mapping[Slot, int] = field(default_factory=dict)

    def option(self, slot: Slot) -> int:
        """Return the option the slot stands at."""
        return self.chosen.get(slot, self.agreed[slot])

    def with_option(self, slot: Slot, option: int) -> Draft:
        """Return the slot set to an option, kept between the agreed and the deepest one."""
        kept = max(self.agreed[slot], min(option, self.deepest[slot]))
        return replace(self, chosen={**self.chosen, slot: kept})

    def with_terms(self, terms: Iterable[Term]) -> Draft:
        """Return the draft with several slots set; slots not on this table are left out."""
        draft = self
        for term in terms:
            if term.slot in self.agreed:
                draft = draft.with_option(term.slot, term.option)
        return draft

    def cleared(self) -> Draft:
        """Return the draft with every slot back at what is agreed."""
        return replace(self, chosen={})

    def is_changed(self, slot: Slot) -> bool:
        """Return True if the slot would become a new or deeper term."""
        return self.option(slot) != self.agreed[slot]

    @property
    def package(self) -> Package:
        """The terms the draft would add, sorted as packages are."""
        return Package(
            Term(slot, self.option(slot)) for slot in self.agreed if self.is_changed(slot)
        )

    @property
    def most(self) -> int:
        """The most terms the offer can hold: never more than there are to choose from."""
        movable = [slot for slot, at in self.agreed.items() if at < self.deepest[slot]]
        return min(self.limit, len(movable))

    @property
    def is_full(self) -> bool:
        """True if no further slot may be changed."""
        return len(self.package) >= self.limit

    def may_deepen(self, slot: Slot) -> bool:
        """Return True if one step deeper on a slot is a step this offer may hold."""
        if self.option(slot) >= self.deepest[slot]:
            return False
        return self.is_changed(slot) or not self.is_full


def agreed_options(terms: Iterable[Term], slots: Iterable[Slot]) -> dict[Slot, int]:
    """Return the deepest agreed option of each slot, 0 if nothing is agreed."""
    agreed = dict.fromkeys(slots, 0)
    for term in terms:
        if term.slot in agreed:
            agreed[term.slot] = max(agreed[term.slot], term.option)
    return agreed


def fresh_draft(public: PublicGame, view: Observation, delegation: str) -> Draft:
    """Return the table with a delegation as it stands, nothing composed yet.

    An option the player's hands are tied at is the deepest; a closed issue stays as agreed.
    """
    slots = [
        slot
        for giver in (delegation, public.you)
        for slot in slots_on_table(public, view, delegation, giver)
    ]
    agreed = agreed_options(view.under(view.party(delegation)), slots)
    deepest = {
        slot: _deepest(public, view, slot) if slot.issue in view.open_issues else agreed[slot]
        for slot in slots
    }
    return Draft(agreed, deepest, public.terms_per_offer)


def _deepest(public: PublicGame, view: Observation, slot: Slot) -> int:
    last = len(public.issue(slot.issue).options) - 1
    tied = {term.slot: term.option for term in view.tied}
    return max(min(last, tied.get(slot, last)), 0)
