"""The names of parties, issues, terms and blocs in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from game.negotiation.model.scenario import UNIT, Package, Slot, Term
from game.session.public_game import PublicGame
from game.texts import Texts, as_told


@dataclass(frozen=True)
class Names:
    """The names of one level."""

    texts: Texts
    public: PublicGame

    def party(self, delegation: str) -> str:
        """Return a delegation."""
        return self.public.delegation(delegation).name

    def option(self, slot: Slot, option: int) -> str:
        """One option of a slot."""
        return self.public.issue(slot.issue).options[option].label

    def term(self, term: Term) -> str:
        """Return giver, issue and option; the giver once, where the issue has its name."""
        parts = self.parts(term)
        is_named = names_giver(parts["issue"], parts["party"])
        return self.texts("words.term.own" if is_named else "words.term", **parts)

    def parts(self, term: Term) -> dict[str, str]:
        """Giver, issue and option apart, for a sentence of its own."""
        return {
            "party": self.party(term.slot.giver),
            "issue": self.public.issue(term.slot.issue).title,
            "option": self.option(term.slot, term.option),
        }

    def terms(self, package: Package) -> tuple[str, ...]:
        """Every term of a package."""
        return tuple(self.term(term) for term in package)

    def moved(self, before: Term, after: Term) -> str:
        """One term that would stand elsewhere: giver and issue, from what to what."""
        slot = after.slot
        party, issue = self.party(slot.giver), self.public.issue(slot.issue).title
        return self.texts(
            "debrief.moved.own" if names_giver(issue, party) else "debrief.moved",
            party=party,
            issue=issue,
            before=self.option(slot, before.option),
            after=self.option(slot, after.option),
        )

    def day(self, round_index: int) -> str:
        """Return the first day of a round, short."""
        return self.texts.date(self.public.rounds[round_index].date_start, "d MMM")

    def date(self, round_index: int) -> str:
        """Return the same, its month written out, for a sentence that may end with it."""
        return self.texts.date(self.public.rounds[round_index].date_start, "d MMMM")

    def deal(self, delegation: str, round_index: int) -> str:
        """Return a deal by its partner and its day."""
        return f"{self.party(delegation)}, {self.day(round_index)}"

    def points(self, thousandths: int) -> float:
        """Points from thousandths of them."""
        return thousandths / UNIT

    def count(self, thousandths: int) -> Decimal:
        """Return a figure as shown with one digit, for a sentence to choose its plural by."""
        return as_told(thousandths / UNIT, 1)

    def bloc(self, bloc: str) -> str:
        """Return a bloc of the world: the delegation that stands for it, else its own name."""
        if bloc in self._by_bloc:
            return self._by_bloc[bloc]
        key = f"bloc.{bloc}"
        return self.texts(key) if key in self.texts else bloc

    @cached_property
    def _by_bloc(self) -> dict[str, str]:
        return {party.bloc: party.name for party in self.public.delegations}


def names_giver(issue: str, party: str) -> bool:
    """Tell if an issue's title has its giver's name in it: then the name is not said twice."""
    return party.casefold() in issue.casefold()


def meeting_at(title: str, place: str) -> str:
    """Return a round's title with its place, which is left out where the title has it already."""
    return title if place.casefold() in title.casefold() else f"{title}, {place}"


def capital(text: str) -> str:
    """Return a text with a capital at its head, for the head of a line."""
    return text[:1].upper() + text[1:]
