"""The closing of a level without a text: each delegation joins, or stays out and says why."""

from __future__ import annotations

from game.negotiation.mind.talks import NO_DOORS, Talks, credibility_of
from game.negotiation.model.events import Event, GameEnded, PlenaryVote
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State
from game.negotiation.model.updates import own_of
from game.negotiation.rules.home_front import Moved
from game.negotiation.worth.total_worth import total_worth


def hold_plenary(scenario: Scenario, state: State) -> Moved:
    """Let every other delegation join or stay out, and end the game."""
    votes: list[Event] = []
    for party in scenario.others:
        joins, because = plenary_vote(scenario, state, party.id)
        votes.append(PlenaryVote(party.id, joins, because))
    own = tuple(each._replace(actions_left=0) for each in state.own)
    return state._replace(finished=True, own=own), [*votes, GameEnded()]


def plenary_vote(scenario: Scenario, state: State, delegation: str) -> tuple[bool, str]:
    """Return whether a delegation joins, and the code of its reason."""
    if scenario.is_whole:
        return _vote_on_all(scenario, state, delegation)
    if not state.ledger.has_deal(scenario.you, delegation):
        return False, "no_deal"
    table = Talks(scenario, state, delegation, scenario.you, NO_DOORS).table
    if int(table.utility[0]) >= table.no_deal:
        return True, "deal_holds"
    return False, "deal_fell_short"


def _vote_on_all(scenario: Scenario, state: State, delegation: str) -> tuple[bool, str]:
    """Return a vote at a whole table: on all that stands, whoever promised it to whom."""
    if not state.ledger.has_any_deal(delegation):
        return False, "signed_nothing"
    party = scenario.delegation(delegation)
    no_deal = party.value_of_no_deal + own_of(state, delegation).no_deal_shift
    worth = total_worth(
        party, state.ledger.deepest, lambda giver: credibility_of(scenario, state, giver)
    )
    return (True, "all_holds") if worth >= no_deal else (False, "all_fell_short")
