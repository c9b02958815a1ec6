"""CO2 as water in a bath: inflow, outflow and level.

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
HALF_SPAN_YR = 2
PPM_MEASURED_2021 = 414.7  # global annual mean; NOAA Global Monitoring Laboratory


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

    def level_in(self, year: int) -> float:
        """Return the level in a year, ppm."""
        return float(self.level_ppm[int(self.years.searchsorted(year))])


def bath_of(emissions: BlocEmissions, projection: Projection) -> Bath:
    """Return the bath that one projection describes, from 2021 on."""
    years = emissions.world.years
    inflow = emissions.by_gas[:, :, list(CO2)].sum(axis=(1, 2))
    level = projection.co2_ppm_p50
    shown = np.searchsorted(projection.years, years)
    # Over five years: the median passes from member to member, which makes single years jump.
    later = np.minimum(shown + HALF_SPAN_YR, len(level) - 1)
    rise_ppm = (level[later] - level[shown - HALF_SPAN_YR]) / (later - shown + HALF_SPAN_YR)
    return Bath(years, inflow, inflow - rise_ppm * GTCO2_PER_PPM, level[shown])
