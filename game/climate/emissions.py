"""Takes the parties' commitments off their current-policy paths.

Sector measures come first. An economy-wide cap then takes only what is still above it, so no
tonne is counted twice. Greenhouse gases are in GtCO2e by the GWP100 of IPCC AR6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.climate.arrays import FloatArray
from game.climate.commitments import AfterRule, Cap, Commitment, SectorCut
from game.climate.world import GASES, World

__all__ = ["GASES", "BlocEmissions", "Cap", "Commitment", "SectorCut", "World", "emissions_of"]


@dataclass(frozen=True)
class BlocEmissions:
    """Emissions of every bloc.

    gtco2e: shape (years, blocs, sectors), in the order of the world's years, blocs and sectors
    """

    world: World
    gtco2e: FloatArray

    @cached_property
    def by_gas(self) -> FloatArray:
        """Shape (years, blocs, gases)."""
        return np.stack([self.gtco2e[:, :, of].sum(axis=2) for of in self.world.of_gas], axis=2)

    @cached_property
    def total_gtco2e(self) -> FloatArray:
        """The whole world, shape (years,)."""
        return np.asarray(self.gtco2e.sum(axis=(1, 2)))

    def in_year(self, year: int) -> float:
        """World emissions of one year, GtCO2e."""
        return float(self.total_gtco2e[year - int(self.world.years[0])])


def emissions_of(world: World, commitments: Iterable[Commitment]) -> BlocEmissions:
    """Return what the world emits when these commitments are met; their order does not matter.

    Raises KeyError with the name where a bloc or a sector is not of this world.
    """
    wanted = frozenset(commitments)
    gtco2e = world.baseline_gtco2e.copy()
    _take_sector_cuts(world, [c for c in wanted if isinstance(c, SectorCut)], gtco2e)
    for bloc in sorted({c.bloc for c in wanted if isinstance(c, Cap)}):
        caps = [c for c in wanted if isinstance(c, Cap) and c.bloc == bloc]
        limit = np.min([_limit(world, cap) for cap in caps], axis=0)
        _bring_under(world, gtco2e[:, world.bloc_index(bloc), :], limit)
    return BlocEmissions(world, gtco2e)


def _take_sector_cuts(world: World, cuts: list[SectorCut], gtco2e: FloatArray) -> None:
    """In place. Of several measures in one sector the deepest of each year counts, once."""
    deepest: dict[tuple[int, int], FloatArray] = {}
    for cut in cuts:
        place = world.bloc_index(cut.bloc), world.sector_index(cut.sector)
        taken = _taken(world, cut, world.baseline_gtco2e[:, place[0], place[1]])
        deepest[place] = np.maximum(deepest.get(place, np.zeros_like(taken)), taken)
    for (bloc, sector), taken in deepest.items():
        gtco2e[:, bloc, sector] -= taken


def _taken(world: World, cut: SectorCut, baseline: FloatArray) -> FloatArray:
    """Return what a measure takes each year, GtCO2e; never more than there is."""
    target = cut.target_year - int(world.years[0])
    span = max(cut.target_year - cut.start_year + 1, 1)
    phase = np.clip((world.years - cut.start_year + 1) / span, 0.0, 1.0)
    there = np.maximum(baseline, 0.0)
    share = cut.cut_gtco2e / there[target] if there[target] > 0.0 else 0.0
    taken: FloatArray = np.minimum(share * phase, 1.0) * there
    if cut.after is AfterRule.KEEP_PACE:
        start = max(cut.start_year - 1 - int(world.years[0]), 0)
        left = there[target] - taken[target]
        pace = max(there[start] - left, 0.0) / max(target - start, 1)
        after = world.years > cut.target_year
        path = np.maximum(left - pace * (world.years - cut.target_year), 0.0)
        taken[after] = np.maximum(there - path, 0.0)[after]
    return taken


def _limit(world: World, cap: Cap) -> FloatArray:
    """Return the most a bloc may emit each year under one cap, GtCO2e, shape (years,).

    Straight from current policies in the year before `start_year` to the target, then by rule.
    """
    years, first = world.years, int(world.years[0])
    total = world.baseline_gtco2e[:, world.bloc_index(cap.bloc), :].sum(axis=1)
    start, target = max(cap.start_year - 1 - first, 0), cap.target_year - first
    base = total[target] if cap.base_year is None else world.reference(cap.bloc, cap.base_year)
    level = base * (1.0 - cap.below_percent / 100.0)
    limit: FloatArray = np.interp(years, [first + start, cap.target_year], [total[start], level])
    limit[:start] = np.inf
    after = years >= cap.target_year
    if cap.net_zero_year is not None:
        ends = [cap.target_year, max(cap.net_zero_year, cap.target_year + 1)]
        limit[after] = np.interp(years[after], ends, [level, 0.0])
    elif cap.after is AfterRule.KEEP_PACE:
        pace = (total[start] - level) / max(cap.target_year - first - start, 1)
        limit[after] = np.maximum(level - pace * (years[after] - cap.target_year), 0.0)
    else:
        limit[after] = level * np.maximum(total[after], 0.0) / max(total[target], 1e-9)
    return limit


def _bring_under(world: World, gtco2e: FloatArray, limit: FloatArray) -> None:
    """Take what is above the limit off one bloc's sectors, in place; shape (years, sectors).

    Every sector gives the same share of what can be abated in it; what farming and waste cannot
    give up is balanced by CO2 taken out of the air, counted with fossil CO2.
    """
    excess = np.maximum(gtco2e.sum(axis=1) - limit, 0.0)
    can_give = np.maximum(gtco2e, 0.0) * world.abatable
    room = can_give.sum(axis=1)
    share = np.divide(excess, room, out=np.zeros_like(excess), where=room > 0.0)
    gtco2e -= can_give * np.minimum(share, 1.0)[:, None]
    gtco2e[:, world.removal_sector] -= np.maximum(excess - room, 0.0)
