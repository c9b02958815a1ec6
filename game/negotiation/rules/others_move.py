"""What the computers of a whole table do when a round opens, before the people act."""

from __future__ import annotations

from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State
from game.negotiation.rules.approaches import approach_people
from game.negotiation.rules.home_front import Moved
from game.negotiation.rules.meeting import hold_meeting


def others_move(scenario: Scenario, state: State) -> Moved:
    """Let them meet each other, then approach the people on what stands by then."""
    state, agreed = hold_meeting(scenario, state)
    state, approaches = approach_people(scenario, state)
    return state, [*agreed, *approaches]
