"""Which slots a level means where it names an issue and a giver, and what its figures count there.

An issue that is promised to partners has a slot for each of them. A level writes one row of figures
all the same: for the giver its price, for a partner the worth of what it gets itself, for others
the worth of the giver's promising it to everyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from game.negotiation.model.scenario import UNIT, Issue, Slot


class NamedTerm(Protocol):
    """What names an issue, its giver and, where there are several, the partner."""

    @property
    def issue(self) -> str: ...
    @property
    def giver(self) -> str: ...
    @property
    def to(self) -> str | None: ...


class Reaches:
    """The slots of a level's issues, as each party's figures mean them."""

    def __init__(self, issues: Iterable[Issue], shares: Mapping[str, float]) -> None:
        """Take a level's issues; shares: per issue, what one partner costs of the whole price."""
        self._issues = {issue.id: issue for issue in issues}
        self._shares = shares

    def slots(self, party: str, issue: str, giver: str) -> tuple[Slot, ...]:
        """Return the slots that a party means: those it gives or gets, else all of the giver."""
        slots = self._issues[issue].slots_of(giver)
        own = tuple(slot for slot in slots if slot.to == party)
        return own or slots

    def slot(self, party: str, term: NamedTerm) -> Slot:
        """Return the one slot of a term; the partner it names, else the party that speaks."""
        slots = self.slots(party, term.issue, term.giver)
        return next((slot for slot in slots if slot.to == term.to), slots[0])

    def figures(
        self, party: str, values: Mapping[str, Mapping[str, Iterable[float]]]
    ) -> dict[Slot, tuple[int, ...]]:
        """Return a party's figures per slot, in thousandths."""
        return {
            slot: tuple(thousandths(figure * weight) for figure in figures)
            for issue, per_giver in values.items()
            for giver, figures in per_giver.items()
            for slot, weight in self._weighed(party, issue, giver)
        }

    def _weighed(self, party: str, issue: str, giver: str) -> Iterable[tuple[Slot, float]]:
        slots = self.slots(party, issue, giver)
        if not self._issues[issue].is_directed or slots[0].to == party:
            weight = 1.0
        elif giver == party:
            weight = self._shares[issue]
        else:
            weight = 1.0 / len(slots)
        return ((slot, weight) for slot in slots)


def thousandths(figure: float) -> int:
    """Return points or votes as the rules count them."""
    return round(figure * UNIT)
