"""Staggered doors: which issues can be agreed now."""

from __future__ import annotations

from game.negotiation.scenario import Scenario
from game.negotiation.state import State


def open_issues(scenario: Scenario, state: State) -> frozenset[str]:
    """Issues that can be agreed in this round."""
    return frozenset(
        issue.id
        for issue in scenario.issues
        if issue.id not in state.closed
        and state.round <= issue.closes
        and (issue.opens <= state.round or issue.id in state.opened)
    )
