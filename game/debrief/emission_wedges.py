"""The cut of each bloc, year by year, and the gap that remains in 2030."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.emissions import BlocEmissions
from game.climate.outcome import LEVELS_2030, Level2030, gap_2030_gtco2e

LAST_SHOWN_YEAR = 2050
LEAST_CUT_GTCO2E = 0.005  # what takes off less than this in every year is not shown


@dataclass(frozen=True)
class Wedge:
    """One bloc's part: what it emits less with the deals, GtCO2e a year, shape (years,)."""

    bloc: str
    cut_gtco2e: FloatArray


@dataclass(frozen=True, eq=False)
class Wedges:
    """World emissions without and with the deals, and the wedges between them.

    years: 2021-2050; before_gtco2e, after_gtco2e: shape (years,), GWP100 of IPCC AR6
    wedges: the largest in the last year first
    levels: what published pathways emit in 2030
    """

    years: IntArray
    before_gtco2e: FloatArray
    after_gtco2e: FloatArray
    wedges: tuple[Wedge, ...]
    levels: tuple[Level2030, ...] = LEVELS_2030

    def place_of(self, year: int) -> int:
        """Return the index of a year."""
        return year - int(self.years[0])

    def gap_gtco2e(self, limit_c: float) -> float:
        """Return how far emissions in 2030 stay above the level of a limit; negative is below."""
        return gap_2030_gtco2e(float(self.after_gtco2e[self.place_of(2030)]), limit_c)

    def cut_in(self, year: int) -> float:
        """Return what all deals take off together in a year, GtCO2e."""
        place = self.place_of(year)
        return float(self.before_gtco2e[place] - self.after_gtco2e[place])


def wedges_of(before: BlocEmissions, after: BlocEmissions) -> Wedges:
    """Return the wedges between two sets of emissions of one world."""
    years = before.world.years
    shown = years <= LAST_SHOWN_YEAR
    cuts = (before.gtco2e - after.gtco2e).sum(axis=2)[shown]
    wedges = [
        Wedge(bloc, cuts[:, place])
        for place, bloc in enumerate(before.world.blocs)
        if np.abs(cuts[:, place]).max() >= LEAST_CUT_GTCO2E
    ]
    return Wedges(
        years[shown],
        before.total_gtco2e[shown],
        after.total_gtco2e[shown],
        tuple(sorted(wedges, key=lambda wedge: -float(wedge.cut_gtco2e[-1]))),
    )
