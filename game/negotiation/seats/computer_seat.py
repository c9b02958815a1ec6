"""A computer player in a delegation's seat, which answers from its observation alone.

`act(observation, legal, rng)` is what every player of every seat is: computer, bot or person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.negotiation.mind.delegate import judge
from game.negotiation.mind.talks import Side, need_of
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
        """Accept, counter or refuse the offer on the table; hold where there is none."""
        asked = (party for party in observation.parties if party.tabled is not None)
        party = next(asked, None)
        if party is None or party.tabled is None:
            return Hold()
        around = own_between(observation, legal, party, party.tabled.provided)
        side = own_side(observation, party, around)
        table = side.table
        mood = side._replace(offers=party.heard[:-1]).mood
        judgement = judge(table, mood, party.tabled.terms)
        terms = NO_TERMS if judgement.counter is None else table.package_of(judgement.counter)
        return Answer(party.id, judgement.verdict is Verdict.ACCEPT, terms)


def own_side(view: Observation, party: PartyView, around: Between) -> Side:
    """Return the seat's own side of its table with a party, from what it sees."""
    is_whole = view.table == "whole"
    elsewhere = view.ledger.elsewhere(view.seat, party.id) if view.is_hub else NO_TERMS
    ground = ground_of(
        around,
        view.own,
        party.credibility,
        party.own_face,
        view.no_deal_shift,
        view.home.before_terms,
        view.ledger.deepest if is_whole else elsewhere,
        elsewhere,
        need_of(view.ledger, view.own, view.no_deal_shift) if is_whole else None,
    )
    return Side(ground, view.round, view.rounds, party.generosity, party.heard)


def own_between(
    view: Observation, legal: Legal, party: PartyView, provided: Term | None = None
) -> Between:
    """Return what is public at the seat's table with a party, from what it sees."""
    promised = view.ledger.deepest
    return between_of(
        one=party.id if view.is_spoke else view.seat,
        other=view.seat if view.is_spoke else party.id,
        slots=legal.slots[party.id],
        issues=legal.issues,
        is_open=view.open_issues,
        agreed=view.under(party),
        promised=promised if provided is None else promised.with_(provided),
        tied=view.tied,
        most_changes=legal.terms_per_offer,
        last_call=view.round if view.table == "whole" else None,
    )
