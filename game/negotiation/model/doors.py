"""Staggered doors: which issues can be agreed now."""

from __future__ import annotations

from functools import lru_cache

from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import State


def open_issues(scenario: Scenario, state: State) -> frozenset[str]:
    """Issues that can be agreed in this round."""
    return _open_in(scenario, state.round, state.closed, state.opened)


@lru_cache(maxsize=32)
def _open_in(
    scenario: Scenario, at: int, closed: tuple[str, ...], opened: tuple[str, ...]
) -> frozenset[str]:
    return frozenset(
        issue.id
        for issue in scenario.issues
        if issue.id not in closed
        and at <= issue.closes
        and (issue.opens <= at or issue.id in opened)
    )
