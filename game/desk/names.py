"""The names and the figures of a game in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from game.desk.rounding import VOTE_DIGITS, digits_of, mark_told, votes_told
from game.negotiation.model.scenario import UNIT, Counts, Package, Slot, Term
from game.session.public_game import PublicGame
from game.texts import Texts, as_told


@dataclass(frozen=True)
class Names:
    """The names of delegations, issues, terms and days, and the figures, of one game."""

    texts: Texts
    public: PublicGame

    def party(self, delegation: str) -> str:
        """Return the name of a delegation."""
        return self.public.delegation(delegation).name

    def counts_of(self, delegation: str) -> Counts:
        """Return what a delegation's home counts: votes, support or consent."""
        return self.public.delegation(delegation).home.counts

    def issue(self, issue: str) -> str:
        """Return an issue's title."""
        return self.public.issue(issue).title

    def option(self, slot: Slot, option: int) -> str:
        """Return the label of one option of a slot."""
        return self.public.issue(slot.issue).options[option].label

    def slot(self, slot: Slot) -> str:
        """Return who would do what: "China: new coal power", or "China's path to 2030"."""
        party, issue = self.party(slot.giver), self.issue(slot.issue)
        return (
            issue
            if names_giver(issue, party)
            else self.texts("words.slot", party=party, issue=issue)
        )

    def about(self, slot: Slot) -> str:
        """Return what a slot is about within a sentence, its giver in brackets."""
        return self.texts("words.about", party=self.party(slot.giver), issue=self.issue(slot.issue))

    def named(self, name: str, value: str) -> str:
        """Return a name and what holds of it: "Face: unhurt"."""
        return self.texts("words.named", name=name, value=value)

    def term(self, term: Term) -> str:
        """Return one term in full: giver, issue, option; the giver's name once."""
        parts = self.parts(term)
        is_named = names_giver(parts["issue"], parts["party"])
        return self.texts("words.term.own" if is_named else "words.term", **parts)

    def parts(self, term: Term) -> dict[str, str]:
        """Return giver, issue and option apart, for a sentence of its own."""
        return {
            "party": self.party(term.slot.giver),
            "issue": self.issue(term.slot.issue),
            "option": self.option(term.slot, term.option),
        }

    def terms(self, package: Package) -> tuple[str, ...]:
        """Return every term of a package in full."""
        return tuple(self.term(term) for term in package)

    def moved(self, before: Term, after: Term) -> str:
        """Describe one term that moves: giver and issue, from what to what."""
        slot = after.slot
        party, issue = self.party(slot.giver), self.issue(slot.issue)
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

    def bloc(self, bloc: str) -> str:
        """Return a bloc of the world: the delegation that stands for it, else its own name."""
        if bloc in self._by_bloc:
            return self._by_bloc[bloc]
        key = f"bloc.{bloc}"
        return self.texts(key) if key in self.texts else bloc

    def points(self, thousandths: int) -> str:
        """Write points or votes with one digit at most: 2500 is "2.5"."""
        return self.texts.number(thousandths / UNIT, digits_of(thousandths))

    def count(self, thousandths: int) -> Decimal:
        """Return points or votes as shown, for the sentence to choose its plural by."""
        return as_told(thousandths / UNIT, digits_of(thousandths))

    def in_points(self, thousandths: int) -> float:
        """Return points for a sentence that writes them itself, with sign and one digit."""
        return thousandths / UNIT

    def count_in_points(self, thousandths: int) -> Decimal:
        """Return the figure as such a sentence writes it, to choose its plural by."""
        return as_told(thousandths / UNIT, VOTE_DIGITS)

    def mark(self, mark: int) -> str:
        """Return the votes that are needed, thousandths, to the last digit."""
        return mark_told(mark, self.texts)

    def votes(self, votes: int, mark: int) -> str:
        """Return votes beside the mark they need."""
        return votes_told(votes, mark, self.texts)

    def signed(self, thousandths: float) -> str:
        """Return a change in points or votes with its sign, one digit at most; no change is "0"."""
        if abs(thousandths) < UNIT // 20:
            return self.texts.number(0)
        return self.texts("words.signed", change=thousandths / UNIT)

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
