"""The cut of each single term in world emissions in 2030."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.climate.emissions import emissions_of
from game.climate.world import World
from game.negotiation.model.scenario import Issue, Slot

YEAR = 2030


def cuts_of(world: World, issues: Sequence[Issue]) -> Mapping[Slot, tuple[int, ...]]:
    """Per slot, per option: MtCO2e a year off current policies in 2030, with nothing else agreed.

    Terms overlap: together they take off no more than the sum of these.
    """
    before = emissions_of(world, ()).in_year(YEAR)
    return {
        slot: tuple(
            round(1000 * (before - emissions_of(world, commitments).in_year(YEAR)))
            if commitments
            else 0
            for commitments in per_option
        )
        for issue in issues
        for giver, per_option in issue.commitments.items()
        for slot in issue.slots_of(giver)
    }
