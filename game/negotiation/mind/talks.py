"""A table between two parties in one position: what they could agree, and what they think.

The rules make both sides of a table from the whole state (`Talks`), a seat makes its own from what
it sees (`own_side` in `seats/`). Both ways lead to an equal `Side`, which is how we know that a
delegation never decides on what it cannot see.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from game.negotiation.mind.aspiration import Mood
from game.negotiation.model.credibility import Credibility
from game.negotiation.model.doors import open_issues
from game.negotiation.model.home import terms_at_home, votes_before_terms
from game.negotiation.model.ledger import Ledger
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Delegation, Package, Scenario, Slot, Term
from game.negotiation.model.state import Standing, State
from game.negotiation.model.updates import own_of, standing_of
from game.negotiation.worth.inputs import Between, Ground, between_of, ground_of
from game.negotiation.worth.valuation import Table, table_of

NO_DOORS: frozenset[str] = frozenset()  # nothing can be agreed: worth as it stands


class Side(NamedTuple):
    """One party's side of a table: all that its judgement there rests on.

    at, rounds: index of the round, and how many there are
    generosity: share (0-1000) of its hopes that the best binding offer so far has met
    offers: every package the other side put to it, oldest first
    """

    ground: Ground
    at: int
    rounds: int
    generosity: int
    offers: tuple[Package, ...]

    @property
    def table(self) -> Table:
        """What every agreement is worth to the party; the same one as long as nothing changes."""
        return table_of(self.ground)

    @property
    def mood(self) -> Mood:
        """What moves its hopes besides the figures of the table."""
        time = 1.0 if self.at >= self.rounds - 1 else self.at / (self.rounds - 1)
        return Mood(time, self.generosity, _times_named(self.offers, self.ground.slots))


class Talks:
    """The table of a delegation (`of`) with another that deals with it (`towards`), in a position.

    doors: the issues that can be agreed there
    provided: a term of a third party, taken as promised although it is not yet
    """

    def __init__(
        self,
        scenario: Scenario,
        state: State,
        of: str,
        towards: str,
        doors: frozenset[str] | None = None,
        provided: Term | None = None,
    ) -> None:
        """Begin talks; without `doors`, those of the position hold. Raises KeyError."""
        self.scenario, self.state, self.of, self.towards = scenario, state, of, towards
        self.doors = open_issues(scenario, state) if doors is None else doors
        self.provided = provided

    @property
    def standing(self) -> Standing:
        """How matters stand with the delegation."""
        return standing_of(self.state, self.of, self.towards)

    @cached_property
    def between(self) -> Between:
        """What is public about the two."""
        scenario, promised = self.scenario, self.state.ledger.deepest
        return between_of(
            one=self.towards,
            other=self.of,
            slots=scenario.slots_between(self.towards, self.of),
            issues=scenario.issues_by_id,
            is_open=self.doors,
            agreed=self.state.ledger.under(scenario, self.of, self.towards),
            promised=promised if self.provided is None else promised.with_(self.provided),
            tied=self.state.tied,
            most_changes=scenario.terms_per_offer,
            last_call=self.state.round if scenario.is_whole else None,
        )

    @cached_property
    def theirs(self) -> Side:
        """The side of the delegation."""
        return self._side(self.of, self.towards)

    @cached_property
    def yours(self) -> Side:
        """The side of the other."""
        return self._side(self.towards, self.of)

    @cached_property
    def table(self) -> Table:
        """The delegation's table."""
        return self.theirs.table

    @property
    def mood(self) -> Mood:
        """The delegation's mood."""
        return self.theirs.mood

    @cached_property
    def your_table(self) -> Table:
        """The other's table, over the same agreements."""
        return self.yours.table

    def is_signable(self, terms: Package) -> bool:
        """Return True if the delegation could sign these terms on top of what is in force."""
        row = self.table.row_of(terms)
        return row is not None and bool(self.table.signable[row])

    def _side(self, of: str, towards: str) -> Side:
        """Return one side: a hub has none of its own, so it has no face to lose, and no hopes."""
        scenario, state = self.scenario, self.state
        at, rounds = state.round, len(scenario.rounds)
        if of == scenario.you and not scenario.is_whole:
            elsewhere = state.ledger.elsewhere(of, towards)
            return Side(self._ground(of, towards, 0, elsewhere, elsewhere), at, rounds, 0, ())
        standing = standing_of(state, of, towards)
        elsewhere = terms_at_home(scenario, state, of) if scenario.is_whole else NO_TERMS
        ground = self._ground(of, towards, standing.face, elsewhere, NO_TERMS)
        return Side(ground, at, rounds, standing.generosity, standing.offers)

    def _ground(
        self, of: str, towards: str, face: int, elsewhere: Package, paid: Package
    ) -> Ground:
        scenario, state = self.scenario, self.state
        party, own = scenario.delegation(of), own_of(state, of)
        return ground_of(
            self.between,
            party,
            credibility_of(scenario, state, towards),
            face,
            own.no_deal_shift,
            votes_before_terms(state, party),
            elsewhere,
            paid,
            need_of(state.ledger, party, own.no_deal_shift) if scenario.is_whole else None,
        )


def credibility_of(scenario: Scenario, state: State, giver: str) -> Credibility:
    """Return how far a party's promises are believed: those before the game and those in it."""
    return state.ledger.credibility(giver).with_record(scenario.delegation(giver).record)


def need_of(ledger: Ledger, party: Delegation, no_deal_shift: int) -> int:
    """Return the least a party must gain by a deal at a whole table, thousandths of points.

    Its value of no deal is due once, with the first deal that stands; after that, nothing is.
    """
    if ledger.has_any_deal(party.id):
        return 0
    return max(0, party.value_of_no_deal + no_deal_shift)


def _times_named(offers: tuple[Package, ...], slots: tuple[Slot, ...]) -> tuple[int, ...]:
    """Count the offers that named each slot."""
    named = [term.slot for offer in offers for term in offer]
    return tuple(named.count(slot) for slot in slots)
