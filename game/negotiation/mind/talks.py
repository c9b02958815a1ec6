"""Grounds and moods as the rules see them: from the whole state, for either side of a table."""

from __future__ import annotations

from game.negotiation.mind.aspiration import Mood
from game.negotiation.model.home import votes_before_terms
from game.negotiation.model.scenario import Package, Scenario, Slot, Term
from game.negotiation.model.state import State
from game.negotiation.model.updates import standing_of
from game.negotiation.worth.inputs import Between, Ground, between_of, ground_of
from game.negotiation.worth.valuation import Table, table_of


def between(
    scenario: Scenario,
    state: State,
    delegation: str,
    is_open: frozenset[str],
    provided: Term | None = None,
) -> Between:
    """Return what is public about the player and one delegation.

    provided: a term of a third party, taken as promised although it is not yet
    """
    promised = state.ledger.deepest
    if provided is not None:
        promised = promised.with_(provided)
    return between_of(
        one=scenario.you,
        other=delegation,
        slots=scenario.slots_between(scenario.you, delegation),
        issues=scenario.issues_by_id,
        is_open=is_open,
        agreed=state.ledger.in_force(scenario.you, delegation),
        promised=promised,
        tied=state.tied,
        most_changes=scenario.terms_per_offer,
    )


def their_ground(scenario: Scenario, state: State, around: Between) -> Ground:
    """Return the ground of a delegation at the player's table."""
    standing = standing_of(state, around.other)
    party = scenario.delegation(around.other)
    return ground_of(
        around,
        party,
        state.ledger.credibility(scenario.you),
        standing.face,
        standing.no_deal_shift,
        votes_before_terms(state, party),
    )


def your_ground(scenario: Scenario, state: State, around: Between) -> Ground:
    """Return the ground of the player at the table with a delegation."""
    party = scenario.delegation(scenario.you)
    return ground_of(
        around,
        party,
        state.ledger.credibility(around.other),
        0,
        0,
        votes_before_terms(state, party),
        state.ledger.elsewhere(scenario.you, around.other),
    )


def table_with(
    scenario: Scenario,
    state: State,
    delegation: str,
    is_open: frozenset[str],
    provided: Term | None = None,
) -> Table:
    """Return the table of one delegation with the player as the state stands."""
    around = between(scenario, state, delegation, is_open, provided)
    return table_of(their_ground(scenario, state, around))


def your_table_with(
    scenario: Scenario,
    state: State,
    delegation: str,
    is_open: frozenset[str],
    provided: Term | None = None,
) -> Table:
    """Return the player's own table with one delegation, over the same agreements."""
    around = between(scenario, state, delegation, is_open, provided)
    return table_of(your_ground(scenario, state, around))


def mood_towards_player(scenario: Scenario, state: State, table: Table) -> Mood:
    """Return what moves a delegation's hopes besides the figures of its table."""
    standing = standing_of(state, table.party.id)
    return mood_of(
        state.round, len(scenario.rounds), standing.generosity, standing.offers, table.slots
    )


def mood_of(
    at: int, rounds: int, generosity: int, offers: tuple[Package, ...], slots: tuple[Slot, ...]
) -> Mood:
    """Return the mood in a round after these offers; at: index of the round."""
    time = 1.0 if at >= rounds - 1 else at / (rounds - 1)
    named = [term.slot for offer in offers for term in offer]
    return Mood(time, generosity, tuple(named.count(slot) for slot in slots))
