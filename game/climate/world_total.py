"""Adds the emissions of the blocs up to the world pathway of the climate model."""

from __future__ import annotations

import numpy as np

from game.climate.emissions import BlocEmissions
from game.climate.pathway import SPECIES, Pathway
from game.climate.world import GASES

GWP100_CH4 = 27.9  # IPCC AR6 WG1 table 7.15, average of fossil and other sources
GWP100_N2O = 273.0  # the same table


def pathway_of(emissions: BlocEmissions) -> Pathway:
    """World totals in the species and units of the climate model, 2022-2100.

    Air pollutants are left open: the climate model ties them to fossil CO2 and land use
    (`game.climate.defaults`), so they fall with the fuels that make them.
    """
    by_gas = dict(zip(GASES, emissions.by_gas.sum(axis=1).T, strict=True))
    known = {
        "co2_ffi_gtco2": by_gas["co2_fossil"],
        "co2_afolu_gtco2": by_gas["co2_land_use"],
        "ch4_mtch4": by_gas["ch4"] * 1000.0 / GWP100_CH4,
        "n2o_mtn2o": by_gas["n2o"] * 1000.0 / GWP100_N2O,
        "f_gases_gtco2e": by_gas["f_gases"],
    }
    years = emissions.world.years
    open_column = np.full(len(years), np.nan)
    columns = np.stack([known.get(species, open_column) for species in SPECIES], axis=1)
    return Pathway(years[1:].copy(), columns[1:])  # 2021 is of the record
