"""Outcomes in the words of the IPCC: warming categories, and the emissions gap of 2030."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.climate.emissions import BlocEmissions
from game.climate.projection import Projection

Category = Literal["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"]


@dataclass(frozen=True)
class Outcome:
    """The emissions and warming that follow from a set of commitments."""

    emissions: BlocEmissions
    projection: Projection

    @property
    def in_2030_gtco2e(self) -> float:
        """Emissions of the world in 2030, a year."""
        return self.emissions.in_year(2030)

    @property
    def median_2100_c(self) -> float:
        """Median warming in 2100, degC."""
        return self.projection.summary_2100[1]


def ar6_category(projection: Projection) -> Category:
    """Return the category C1 (1.5 degC with no or limited overshoot) to C8 (beyond 4 degC).

    Definitions of IPCC AR6 WGIII, Summary for Policymakers table SPM.2 and annex III.II.3.2,
    the first that fits: below 1.5 degC in 2100 (over 50 %) after an overshoot that is limited (1.5
    passed with at most 67 %) or high; then peaks kept below 2 (over 67 %, over 50 %), 2.5, 3 and
    4 degC.
    """

    def above(limit_c: float) -> float:
        return float(np.mean(projection.peak_warming_c >= limit_c))

    if np.mean(projection.warming_2100_c >= 1.5) < 0.5:
        return "C1" if above(1.5) <= 0.67 else "C2"
    if above(2.0) < 0.33:
        return "C3"
    steps: tuple[tuple[float, Category], ...] = (
        (2.0, "C4"),
        (2.5, "C5"),
        (3.0, "C6"),
        (4.0, "C7"),
    )
    for limit_c, category in steps:
        if above(limit_c) < 0.5:
            return category
    return "C8"


@dataclass(frozen=True)
class Level2030:
    """World greenhouse gas emissions in 2030 that go with a limit, GtCO2e, GWP100 of AR6."""

    limit_c: float
    low_gtco2e: float
    median_gtco2e: float
    high_gtco2e: float
    source: str


# IPCC AR6 WGIII table SPM.2: 5-95 % range and median over the assessed pathways.
LEVELS_2030: tuple[Level2030, ...] = (
    Level2030(1.5, 21.0, 31.0, 36.0, "IPCC AR6 WGIII table SPM.2, C1"),
    Level2030(2.0, 32.0, 44.0, 55.0, "IPCC AR6 WGIII table SPM.2, C3"),
)


def gap_2030_gtco2e(world_2030_gtco2e: float, limit_c: float) -> float:
    """How far emissions in 2030 lie above the median level of a limit, GtCO2e; negative = below.

    limit_c: 1.5 or 2.0
    """
    for level in LEVELS_2030:
        if level.limit_c == limit_c:
            return world_2030_gtco2e - level.median_gtco2e
    raise ValueError(f"there is no published 2030 level for {limit_c:g} degC")
