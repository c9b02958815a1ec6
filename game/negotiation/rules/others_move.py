"""What the computers of a whole table do when a round opens, before the people act."""

from __future__ import annotations

from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State
from game.negotiation.rules.approaches import approach_people
from game.negotiation.rules.computer_deals import strike_computer_deals
from game.negotiation.rules.deals_of_three import strike_deal_of_three
from game.negotiation.rules.home_front import Moved


def others_move(scenario: Scenario, state: State) -> Moved:
    """Strike deals of two, then one of three, then approach people on what stands by then."""
    state, agreed = strike_computer_deals(scenario, state)
    state, three = strike_deal_of_three(scenario, state)
    state, approaches = approach_people(scenario, state)
    return state, [*agreed, *three, *approaches]
