"""The joint gains of two parties before the first move.

Measured on the figures of the level alone, as if all promises were kept and no face lost, so that
what a deal is measured against does not move while the game is played. What the player can promise
to several parties at one price is charged to each of them in equal parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Delegation, Package, Scenario
from game.negotiation.model.state import State
from game.negotiation.worth.frontier import on_frontier
from game.negotiation.worth.grid import BoolArray
from game.negotiation.worth.inputs import Between, between_of, ground_of
from game.negotiation.worth.valuation import Table, table_of

FULL_TRUST = Credibility(1_000_000_000, 0)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class JointGains:
    """All that the player and one delegation could ever agree, in one go.

    theirs, yours: what each agreement is worth to either, over the same rows
    """

    theirs: Table
    yours: Table

    @cached_property
    def possible(self) -> BoolArray:
        """True where both gain and no line of theirs is crossed, shape (rows,)."""
        gains = (self.theirs.utility > self.theirs.no_deal) & (self.yours.utility > 0)
        return np.asarray(self.theirs.within_lines & gains)

    @cached_property
    def product(self) -> Floats:
        """Nash's product of both gains, 0 where they are not both gains, shape (rows,)."""
        for_them = (self.theirs.utility - self.theirs.no_deal).astype(np.float64)
        return np.where(self.possible, for_them * self.yours.utility, 0.0)

    @cached_property
    def frontier(self) -> BoolArray:
        """True where neither could have more without the other having less, shape (rows,)."""
        rows = np.flatnonzero(self.possible)
        found = np.zeros(len(self.possible), dtype=np.bool_)
        found[rows] = on_frontier(self.theirs.utility[rows], self.yours.utility[rows])
        return found

    @cached_property
    def best(self) -> float:
        """The largest product; 0 if the two have nothing to gain from each other."""
        return float(self.product.max())

    def row_of(self, agreed: Package) -> int:
        """Return the agreement that holds these terms."""
        row = self.theirs.grid.row_of([agreed.option(slot) for slot in self.theirs.slots])
        assert row is not None  # every agreement lies on the whole table
        return row

    def share_of(self, state: State) -> float | None:
        """Return how near the agreement in force is to the best, 0-1; None if there is no best.

        The root of the product as a share of the root of the largest (Nash 1950).
        """
        if self.best <= 0:
            return None
        agreed = state.ledger.in_force(self.yours.party.id, self.theirs.party.id)
        return float(np.sqrt(self.product[self.row_of(agreed)] / self.best))


def joint_gains(scenario: Scenario, delegation: str) -> JointGains:
    """Return what the player and a delegation could gain together."""
    return scenario.once(_joint_gains, delegation)


def _joint_gains(scenario: Scenario, delegation: str) -> JointGains:
    slots = scenario.slots_between(scenario.you, delegation)
    around = between_of(
        one=scenario.you,
        other=delegation,
        slots=slots,
        issues=scenario.issues_by_id,
        is_open=frozenset(scenario.issues_by_id),
        agreed=NO_TERMS,
        promised=NO_TERMS,
        tied=(),
        most_changes=len(slots),
    )
    theirs, yours = scenario.delegation(delegation), scenario.delegation(scenario.you)
    return JointGains(_table(around, theirs), _table(around, _price_shared(scenario, yours)))


def _table(around: Between, party: Delegation) -> Table:
    votes = tuple(faction.votes for faction in party.home.factions)
    return table_of(ground_of(around, party, FULL_TRUST, 0, 0, votes))


def _price_shared(scenario: Scenario, yours: Delegation) -> Delegation:
    """Return the player's mind with each concession's price divided among those who want it."""
    wanted_by = {
        slot: max(1, sum(slot in party.valuations for party in scenario.others))
        for slot in yours.valuations
    }
    return replace(
        yours,
        valuations={
            slot: tuple(-(-points // wanted_by[slot]) for points in figures)
            if slot.giver == yours.id
            else figures
            for slot, figures in yours.valuations.items()
        },
    )
