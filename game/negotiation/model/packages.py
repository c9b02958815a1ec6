"""Slots, terms, and packages of terms in one canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple


class Slot(NamedTuple):
    """One thing one party may give: an issue, and the delegation that would do it.

    to: the delegation that it is given to; "" where it is given to all
    """

    issue: str
    giver: str
    to: str = ""


class Term(NamedTuple):
    """A slot set to one of the issue's options; option 0 is today's course."""

    slot: Slot
    option: int


class Package(tuple[Term, ...]):
    """Terms in their one written form: sorted by slot, each slot once, today's course left out.

    Of two terms on one slot the deeper one counts. Equal to the bare tuple of its terms.
    """

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(self, terms: Iterable[Term] = ()) -> None: ...

    def __new__(cls, terms: Iterable[Term] = ()) -> Package:
        """Put terms in order; a package stays the very same object."""
        if type(terms) is Package:
            return terms
        deepest: dict[Slot, Term] = {}
        for term in terms:
            known = deepest.get(term.slot)
            if term.option > (0 if known is None else known.option):
                deepest[term.slot] = term
        return super().__new__(cls, sorted(deepest.values()))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots it names."""
        return tuple(term.slot for term in self)

    @property
    def options(self) -> dict[Slot, int]:
        """The option of every slot it names."""
        return {term.slot: term.option for term in self}

    def option(self, slot: Slot) -> int:
        """Return the option it sets a slot to; 0, today's course, if it does not name the slot."""
        for term in self:
            if term.slot == slot:
                return term.option
        return 0

    def holds(self, term: Term) -> bool:
        """Return True if it holds a term or a deeper one on its slot."""
        return self.option(term.slot) >= term.option

    def by(self, giver: str) -> Package:
        """Return the terms that one party gives."""
        return self._kept(term for term in self if term.slot.giver == giver)

    def without(self, slot: Slot) -> Package:
        """Return the package with a slot left out."""
        return self._kept(term for term in self if term.slot != slot)

    def with_(self, *terms: Term) -> Package:
        """Return the package with terms on top; a shallower one changes nothing."""
        return Package((*self, *terms))

    def beyond(self, other: Package) -> Package:
        """Return the terms that go further than another package does."""
        return self._kept(term for term in self if not other.holds(term))

    @classmethod
    def _kept(cls, terms: Iterator[Term]) -> Package:
        """Make a package of terms that are in order already."""
        return super().__new__(cls, terms)


NO_TERMS = Package()
