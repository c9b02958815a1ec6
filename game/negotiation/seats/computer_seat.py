"""A computer player in a delegation's seat, which answers from its observation alone.

`act(observation, legal, rng)` is what every player of every seat is: computer, bot or person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.negotiation.mind.delegate import judge
from game.negotiation.mind.talks import Side
from game.negotiation.model.actions import Action, Answer, Hold
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.replies import Verdict
from game.negotiation.model.scenario import Term
from game.negotiation.seats.observation import Observation, PartyView
from game.negotiation.seats.public_level import Legal
from game.negotiation.worth.inputs import Between, between_of, ground_of

if TYPE_CHECKING:
    import random


class Actor(Protocol):
    """Whoever holds a seat. `rng` is its only source of chance."""

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Return the next action for what it sees."""
        ...


class ComputerDelegation:
    """The computer in a delegation's seat: it answers what is on its table."""

    def act(self, observation: Observation, legal: Legal, rng: random.Random) -> Action:
        """Accept, counter or refuse the offer on the table; hold if there is none."""
        party = observation.party(legal.you)
        if party.tabled is None:
            return Hold()
        around = own_between(observation, legal, party, party.tabled.provided)
        side = own_side(observation, party, around)
        table = side.table
        mood = side._replace(offers=party.offers[:-1]).mood
        judgement = judge(table, mood, party.tabled.terms)
        terms = NO_TERMS if judgement.counter is None else table.package_of(judgement.counter)
        return Answer(observation.seat, judgement.verdict is Verdict.ACCEPT, terms)


def own_side(view: Observation, party: PartyView, around: Between) -> Side:
    """Return the seat's own side of its table with a party, from what it sees."""
    is_players = view.seat == view.you
    ground = ground_of(
        around,
        view.own,
        party.credibility,
        0 if is_players else party.face,
        view.no_deal_shift,
        view.home.before_terms,
        view.ledger.elsewhere(view.seat, party.id) if is_players else NO_TERMS,
    )
    return Side(ground, view.round, view.rounds, party.generosity, party.offers)


def own_between(
    view: Observation, legal: Legal, party: PartyView, provided: Term | None = None
) -> Between:
    """Return what is public at the seat's table with a party, from what it sees."""
    promised = view.ledger.deepest
    return between_of(
        one=view.you,
        other=party.id if view.seat == view.you else view.seat,
        slots=legal.slots[party.id],
        issues=legal.issues,
        is_open=view.open_issues,
        agreed=party.agreed,
        promised=promised if provided is None else promised.with_(provided),
        tied=view.tied,
        most_changes=legal.terms_per_offer,
    )
