"""CO2 as water in a bath: what flows in, what flows out, how high it stands.

What land and sea take up is what was emitted and is not in the air a year later: the balance of
the Global Carbon Budget (Friedlingstein et al. 2022, Earth Syst. Sci. Data 14, 4811-4900, eq. 1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.carbon import GTCO2_PER_PPM
from game.climate.emissions import GASES, BlocEmissions
from game.climate.projection import Projection

CO2 = tuple(place for place, gas in enumerate(GASES) if gas.startswith("co2"))
PPM_BEFORE_INDUSTRY = 278.0  # of 1750; IPCC AR6 WG1 chapter 2, table 2.1 (278.3)


@dataclass(frozen=True, eq=False)
class Bath:
    """The flows of every year, GtCO2, and the level, ppm, shape (years,).

    inflow_gtco2: emitted, net of what is taken out by people
    outflow_gtco2: taken up by land and sea, at the median level
    level_ppm: median annual mean
    """

    years: IntArray
    inflow_gtco2: FloatArray
    outflow_gtco2: FloatArray
    level_ppm: FloatArray


def bath_of(emissions: BlocEmissions, projection: Projection) -> Bath:
    """The bath that one projection describes, from 2021 on."""
    years = emissions.world.years
    inflow = emissions.by_gas[:, :, list(CO2)].sum(axis=(1, 2))
    rise_ppm = np.gradient(projection.co2_ppm_p50)
    shown = np.isin(projection.years, years)
    rise_gtco2 = rise_ppm[shown] * GTCO2_PER_PPM
    return Bath(years, inflow, inflow - rise_gtco2, projection.co2_ppm_p50[shown])
