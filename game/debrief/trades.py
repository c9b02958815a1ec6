"""The worth of each deal to both sides when it was struck: best trade and worst."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.debrief.replayed_positions import Position
from game.negotiation.mind.talks import NO_DOORS, Talks
from game.negotiation.model.events import DealStruck
from game.negotiation.model.scenario import Package, Scenario
from game.negotiation.model.state import State


@dataclass(frozen=True)
class Trade:
    """A deal as it stood on the day.

    yours, theirs: what it added for either side, thousandths of points, all things counted
    """

    delegation: str
    round: int
    terms: Package
    yours: int
    theirs: int


def trades_of(scenario: Scenario, positions: Iterable[Position]) -> tuple[Trade, ...]:
    """Return every deal that was struck, best for the player first.

    A deal that waited for a third party counts when it came to hold.
    """
    trades = [
        _trade(scenario, position, event)
        for position in positions
        for event in position.events
        if isinstance(event, DealStruck)
    ]
    return tuple(sorted(trades, key=lambda trade: (-trade.yours, trade.round, trade.delegation)))


def _trade(scenario: Scenario, position: Position, struck: DealStruck) -> Trade:
    other = struck.delegation
    yours, theirs = (
        after - before
        for before, after in zip(
            _worth(scenario, position.before, other),
            _worth(scenario, position.after, other),
            strict=True,
        )
    )
    terms = Package(promise.term for promise in struck.promises)
    return Trade(other, struck.promises[0].made, terms, yours, theirs)


def _worth(scenario: Scenario, state: State, other: str) -> tuple[int, int]:
    """Return what is in force with a delegation is worth to the player and to it."""
    talks = Talks(scenario, state, other, scenario.you, NO_DOORS)
    return int(talks.your_table.utility[0]), int(talks.table.utility[0])
