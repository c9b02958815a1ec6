"""A table between two parties in one position: what they could agree, and what they think.

The rules make both sides of a table from the whole state (`Talks`), a seat makes its own from what
it sees (`own_side` in `seats/`). Both ways lead to an equal `Side`, which is how we know that a
delegation never decides on what it cannot see.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from game.negotiation.mind.aspiration import Mood
from game.negotiation.model.doors import open_issues
from game.negotiation.model.home import votes_before_terms
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Package, Scenario, Slot, Term
from game.negotiation.model.state import Standing, State
from game.negotiation.model.updates import standing_of
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
    """The player's table with one delegation in one position.

    doors: the issues that can be agreed there
    provided: a term of a third party, taken as promised although it is not yet
    """

    def __init__(
        self,
        scenario: Scenario,
        state: State,
        delegation: str,
        doors: frozenset[str] | None = None,
        provided: Term | None = None,
    ) -> None:
        """Sit down; left out, the doors are those of the position. KeyError: no delegation."""
        self.scenario, self.state, self.delegation = scenario, state, delegation
        self.doors = open_issues(scenario, state) if doors is None else doors
        self.provided = provided

    @property
    def standing(self) -> Standing:
        """How matters stand with the delegation."""
        return standing_of(self.state, self.delegation)

    @cached_property
    def between(self) -> Between:
        """What is public about the two."""
        scenario, state = self.scenario, self.state
        promised = state.ledger.deepest
        return between_of(
            one=scenario.you,
            other=self.delegation,
            slots=scenario.slots_between(scenario.you, self.delegation),
            issues=scenario.issues_by_id,
            is_open=self.doors,
            agreed=state.ledger.in_force(scenario.you, self.delegation),
            promised=promised if self.provided is None else promised.with_(self.provided),
            tied=state.tied,
            most_changes=scenario.terms_per_offer,
        )

    @cached_property
    def theirs(self) -> Side:
        """The delegation's side."""
        standing = self.standing
        ground = self._ground(
            self.delegation, standing.face, standing.no_deal_shift, elsewhere=NO_TERMS
        )
        return self._side(ground, standing.generosity, standing.offers)

    @cached_property
    def yours(self) -> Side:
        """The player's side: no face to lose there, and a home that votes on all its deals."""
        you = self.scenario.you
        elsewhere = self.state.ledger.elsewhere(you, self.delegation)
        return self._side(self._ground(you, 0, 0, elsewhere), 0, ())

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
        """The player's table, over the same agreements."""
        return self.yours.table

    def is_signable(self, terms: Package) -> bool:
        """Whether the delegation could sign these terms on top of what is in force."""
        row = self.table.row_of(terms)
        return row is not None and bool(self.table.signable[row])

    def _ground(self, party: str, face: int, no_deal_shift: int, elsewhere: Package) -> Ground:
        own, around = self.scenario.delegation(party), self.between
        counterpart = around.other if party == around.one else around.one
        return ground_of(
            around,
            own,
            self.state.ledger.credibility(counterpart),
            face,
            no_deal_shift,
            votes_before_terms(self.state, own),
            elsewhere,
        )

    def _side(self, ground: Ground, generosity: int, offers: tuple[Package, ...]) -> Side:
        return Side(ground, self.state.round, len(self.scenario.rounds), generosity, offers)


def _times_named(offers: tuple[Package, ...], slots: tuple[Slot, ...]) -> tuple[int, ...]:
    """In how many offers each slot was named."""
    named = [term.slot for offer in offers for term in offer]
    return tuple(named.count(slot) for slot in slots)
