"""The carbon cycle: emitted CO2 decays out of four boxes, more slowly as the sinks fill and warm.

Equations: FaIR 2, Leach et al. 2021, Geosci. Model Dev. 14, 3007-3036, sections 2.1-2.2, with the
impulse response of Joos et al. 2013, Atmos. Chem. Phys. 13, 2793-2825, table 5. Valid for 1750 to
about 2300 and for total emissions of roughly -2000 to +10000 GtCO2 (the range of the SSPs).
"""

from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray

# Joos et al. 2013: share of a pulse that enters each box, and how long it stays, years. The first
# box never empties on the timescale of the model: its decay is left out, not approximated.
PERMANENT_SHARE = 0.2173
DECAYING_SHARES = np.array([0.2240, 0.2824, 0.2763])
DECAYING_LIFETIMES_YR = np.array([394.4, 36.54, 4.304])
IIRF_HORIZON_YR = 100.0
IIRF_MAX_YR = 100.0  # nothing stays airborne longer than the whole horizon

DRY_ATMOSPHERE_KG = 5.1352e18  # Trenberth & Smith 2005, J. Climate 18, 864-875
MOLAR_MASS_AIR_G = 28.97
MOLAR_MASS_CO2_G = 44.009
GTCO2_PER_PPM = DRY_ATMOSPHERE_KG / MOLAR_MASS_AIR_G * MOLAR_MASS_CO2_G * 1e-18
PPM_PER_GTCO2 = 1.0 / GTCO2_PER_PPM


def _response_constants() -> tuple[float, float]:
    """g0 and g1 of Leach et al. 2021, eq. 5: lifetimes stretch by g0 * exp(iIRF / g1)."""
    lifetimes, horizon = DECAYING_LIFETIMES_YR, IIRF_HORIZON_YR
    left = np.exp(-horizon / lifetimes)
    g1 = float(np.sum(DECAYING_SHARES * lifetimes * (1.0 - (1.0 + horizon / lifetimes) * left)))
    unstretched = PERMANENT_SHARE * horizon + float(
        np.sum(DECAYING_SHARES * lifetimes * (1.0 - left))
    )
    return float(np.exp(-unstretched / g1)), g1


G0, G1_YR = _response_constants()


class CarbonSensitivity(NamedTuple):
    """How long CO2 stays, per member; every field has shape (members,).

    iirf_0_yr: 100-year integrated airborne fraction of a pulse in 1750, years
    uptake_yr_per_gtco2, airborne_yr_per_gtco2: its growth with CO2 taken up and with CO2 airborne
    temperature_yr_per_c: its growth with warming
    """

    iirf_0_yr: FloatArray
    uptake_yr_per_gtco2: FloatArray
    airborne_yr_per_gtco2: FloatArray
    temperature_yr_per_c: FloatArray


class CarbonCycle:
    """The emptying boxes of all members over the years of one run."""

    def __init__(
        self, sensitivity: CarbonSensitivity, emissions_gtco2: FloatArray, emitted_gtco2: float
    ) -> None:
        """Prepare a run.

        emissions_gtco2: shape (years,); emitted_gtco2: all CO2 emitted since 1750 before it
        """
        emitted = emitted_gtco2 + np.cumsum(emissions_gtco2) - emissions_gtco2
        uptake = sensitivity.uptake_yr_per_gtco2
        # Leach et al. 2021, eqs. 4-5: the integrated airborne fraction iIRF grows with CO2 taken
        # up, with CO2 airborne and with warming; lifetimes stretch by g0 * exp(iIRF / g1). Here
        # as the logarithm of one over that factor, with all that is known beforehand summed up.
        known_yr = sensitivity.iirf_0_yr + emitted[:, None] * uptake
        self._log_known = -known_yr / G1_YR - np.log(G0)
        self._log_per_airborne = (uptake - sensitivity.airborne_yr_per_gtco2) / G1_YR
        self._log_per_c = -sensitivity.temperature_yr_per_c / G1_YR
        # What the boxes would hold in the end under the year's emissions, lifetimes unstretched.
        self._held_gtco2 = emissions_gtco2[:, None, None] * _SHARE_TIMES_LIFETIME

    def step(
        self,
        year: int,
        boxes_gtco2: FloatArray,
        airborne_gtco2: FloatArray,
        warming_c: FloatArray,
    ) -> FloatArray:
        """Return the boxes at the end of the run's `year`-th year, GtCO2, shape (3, members).

        Exact for emissions spread evenly over the year and lifetimes as they are at its start.

        boxes_gtco2, airborne_gtco2, warming_c: at the start of the year
        """
        inverse_alpha = self._log_per_airborne * airborne_gtco2
        inverse_alpha += self._log_known[year]
        inverse_alpha += self._log_per_c * warming_c
        np.exp(inverse_alpha, out=inverse_alpha)
        np.maximum(inverse_alpha, _SLOWEST, out=inverse_alpha)
        held = self._held_gtco2[year] / inverse_alpha
        boxes: FloatArray = boxes_gtco2 - held
        boxes *= np.exp(_MINUS_RATES * inverse_alpha)
        boxes += held
        return boxes


_SHARE_TIMES_LIFETIME = (DECAYING_SHARES * DECAYING_LIFETIMES_YR)[:, None]
_MINUS_RATES = -1.0 / DECAYING_LIFETIMES_YR[:, None]
_SLOWEST = float(np.exp(-IIRF_MAX_YR / G1_YR) / G0)
