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


def lifetime_stretch(
    sensitivity: CarbonSensitivity,
    emitted_gtco2: float,
    airborne_gtco2: FloatArray,
    warming_c: FloatArray,
) -> FloatArray:
    """Factor on all box lifetimes (alpha of Leach et al. 2021, eqs. 4-5), shape (members,).

    emitted_gtco2: all CO2 emitted since 1750; airborne_gtco2: what of it is in the air
    warming_c: warming above 1750, degC
    """
    iirf_yr = (
        sensitivity.iirf_0_yr
        + sensitivity.uptake_yr_per_gtco2 * (emitted_gtco2 - airborne_gtco2)
        + sensitivity.airborne_yr_per_gtco2 * airborne_gtco2
        + sensitivity.temperature_yr_per_c * warming_c
    )
    np.minimum(iirf_yr, IIRF_MAX_YR, out=iirf_yr)
    stretch: FloatArray = G0 * np.exp(iirf_yr * (1.0 / G1_YR))
    return stretch


def decay_boxes(
    decaying_gtco2: FloatArray, stretch: FloatArray, emissions_gtco2: float
) -> FloatArray:
    """The three emptying boxes one year on, GtCO2, shape (3, members).

    Exact for emissions spread evenly over the year. `expm1` keeps every digit where the decay is
    slow; a plain 1 - exp would not in short floats.
    """
    rate = 1.0 / (DECAYING_LIFETIMES_YR[:, None] * stretch)
    lost = np.expm1(-rate)
    inflow = (DECAYING_SHARES * emissions_gtco2)[:, None]
    boxes: FloatArray = decaying_gtco2 + lost * (decaying_gtco2 - inflow / rate)
    return boxes
