"""The world of a level: blocs, sectors, and current policies to 2100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np

from game.climate.arrays import FloatArray, IntArray

Gas = Literal["co2_fossil", "co2_land_use", "ch4", "n2o", "f_gases"]
GASES: tuple[Gas, ...] = get_args(Gas)
FOSSIL: Gas = "co2_fossil"  # in the last of its sectors, what is taken out of the air is counted
FIRST_YEAR, LAST_YEAR = 2021, 2100


@dataclass(frozen=True)
class Sector:
    """A part of a bloc's economy that emits one gas.

    abatable: the share an economy-wide cap can take out of it, 0-1
    """

    id: str
    gas: Gas
    abatable: float


@dataclass(frozen=True)
class World:
    """Current policies, and the years of the record that targets are measured against.

    baseline_gtco2e: shape (years, blocs, sectors), GWP100 of IPCC AR6
    reference_gtco2e: per bloc and base year, all greenhouse gases
    """

    id: str
    blocs: tuple[str, ...]
    sectors: tuple[Sector, ...]
    years: IntArray
    baseline_gtco2e: FloatArray
    reference_gtco2e: Mapping[str, Mapping[int, float]]

    def bloc_index(self, bloc: str) -> int:
        """Where a bloc stands on the second axis; KeyError if there is none of the name."""
        if bloc not in self.blocs:
            raise KeyError(bloc)
        return self.blocs.index(bloc)

    def sector_index(self, sector: str) -> int:
        """Where a sector stands on the third axis; KeyError if there is none of the name."""
        return self._sector_places[sector]

    def reference(self, bloc: str, year: int) -> float:
        """Greenhouse gases of a bloc in a base year, GtCO2e; KeyError if it is not known."""
        return self.reference_gtco2e[bloc][year]

    @cached_property
    def _sector_places(self) -> dict[str, int]:
        return {sector.id: place for place, sector in enumerate(self.sectors)}

    @cached_property
    def abatable(self) -> FloatArray:
        """What a cap can take out of each sector, as a share, shape (sectors,)."""
        return np.array([sector.abatable for sector in self.sectors])

    @cached_property
    def of_gas(self) -> tuple[IntArray, ...]:
        """Places of the sectors of each gas, in the order of GASES."""
        return tuple(
            np.array([i for i, s in enumerate(self.sectors) if s.gas == gas], dtype=np.int64)
            for gas in GASES
        )

    @cached_property
    def removal_sector(self) -> int:
        """The sector that CO2 taken out of the air is counted in: the last of fossil CO2."""
        return int(self.of_gas[GASES.index(FOSSIL)][-1])


def world_from_nodes(
    world_id: str,
    sectors: Sequence[Sector],
    nodes: Mapping[str, Mapping[str, Mapping[int, float]]],
    reference_gtco2e: Mapping[str, Mapping[int, float]],
) -> World:
    """Return a world from figures at some years, straight lines between them.

    nodes: per bloc and sector, GtCO2e by year; before the first and after the last year the
        nearest figure holds; a sector left out emits nothing
    """
    blocs = tuple(nodes)
    years = np.arange(FIRST_YEAR, LAST_YEAR + 1)
    baseline = np.zeros((len(years), len(blocs), len(sectors)))
    for b, bloc in enumerate(blocs):
        for s, sector in enumerate(sectors):
            figures = sorted(nodes[bloc].get(sector.id, {LAST_YEAR: 0.0}).items())
            at, gtco2e = zip(*figures, strict=True)
            baseline[:, b, s] = np.interp(years, at, gtco2e)
    baseline.setflags(write=False)
    return World(world_id, blocs, tuple(sectors), years, baseline, reference_gtco2e)
