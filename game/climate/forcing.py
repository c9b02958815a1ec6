"""Effective radiative forcing (ERF) of each agent, in W m-2 against 1750.

Shapes broadcast: give scalars, (members,) for one year, or (years, members).
"""

from collections.abc import Mapping

import numpy as np

from game.climate.arrays import FloatArray

Amount = float | FloatArray

# Tropospheric adjustments that turn stratosphere-adjusted into effective forcing:
# IPCC AR6 WG1 chapter 7, section 7.3.2.
CO2_ADJUSTMENT = 1.05
CH4_ADJUSTMENT = 0.86
N2O_ADJUSTMENT = 1.07

N2O_1750_PPB = 270.1  # IPCC AR6 WG1 chapter 2, section 2.2.3
CH4_1750_PPB = 729.2  # IPCC AR6 WG1 chapter 2, section 2.2.3
CO2_1750_PPM = 278.3  # IPCC AR6 WG1 chapter 2, section 2.2.3; members have their own

# Warming takes ozone away again: Thornhill et al. 2021, Atmos. Chem. Phys. 21, 1105-1126.
OZONE_LOST_WM2_PER_C = 0.037


def co2_erf(co2_ppm: FloatArray, co2_1750_ppm: FloatArray, n2o_ppb: Amount) -> FloatArray:
    """ERF of CO2, W m-2.

    Meinshausen et al. 2020, Geosci. Model Dev. 13, 3571-3605, table 3, with overlap with N2O;
    valid for 180-2000 ppm. The quadratic is held at its top beyond about 1800 ppm and at its
    start below 1750's CO2, as the paper does.
    """
    a1, b1, c1, d1 = -2.4785e-7, 7.5906e-4, -2.1492e-3, 5.2488
    above = np.clip(co2_ppm - co2_1750_ppm, 0.0, -b1 / (2.0 * a1))
    slope = (a1 * above + b1) * above + (d1 + c1 * n2o_ppb**0.5)
    erf: FloatArray = (CO2_ADJUSTMENT * slope) * np.log(co2_ppm / co2_1750_ppm)
    return erf


def ch4_erf(root_ch4: FloatArray, n2o_ppb: Amount) -> FloatArray:
    """ERF of methane itself, W m-2, from the square root of its ppb.

    Meinshausen et al. 2020, table 3, with overlap with N2O; valid for 340-3500 ppb.
    """
    a3, b3, d3 = -8.9603e-5, -1.2462e-4, 0.045194
    slope = CH4_ADJUSTMENT * (a3 * root_ch4 + (b3 * n2o_ppb**0.5 + d3))
    erf: FloatArray = slope * (root_ch4 - CH4_1750_PPB**0.5)
    return erf


def n2o_erf(n2o_ppb: Amount, root_co2: FloatArray, root_ch4: FloatArray) -> FloatArray:
    """ERF of nitrous oxide, W m-2; the other gases as square roots of ppm and ppb.

    Meinshausen et al. 2020, table 3, with overlap with CO2 and CH4; valid for 200-525 ppb.
    """
    a2, b2, c2, d2 = -3.4197e-4, 2.5455e-4, -2.4357e-4, 0.12173
    weight = N2O_ADJUSTMENT * (n2o_ppb**0.5 - N2O_1750_PPB**0.5)
    erf: FloatArray = weight * (a2 * root_co2 + c2 * root_ch4 + (b2 * n2o_ppb**0.5 + d2))
    return erf


def doubled_co2_erf(co2_scale: FloatArray) -> FloatArray:
    """ERF of twice the CO2 of 1750, W m-2 (AR6 best estimate 3.93, very likely 3.46-4.40)."""
    base = np.asarray(CO2_1750_PPM)
    return co2_scale * co2_erf(2.0 * base, base, N2O_1750_PPB)


def aerosol_cloud_erf(
    scale_wm2: FloatArray, seeds: FloatArray, seeds_1750: FloatArray
) -> FloatArray:
    """ERF of aerosols through clouds, W m-2: each further particle counts less than the last.

    Logarithm after Stevens 2015, J. Climate 28, 4794-4819, with several species as in Smith
    et al. 2021, J. Geophys. Res. Atmos. 126, e2020JD033622.

    scale_wm2: shape (members,), positive; seeds: sum of emissions times each one's strength
    """
    erf: FloatArray = -scale_wm2 * np.log((1.0 + seeds) / (1.0 + seeds_1750))
    return erf


class GasForcing:
    """ERF of CO2, methane and N2O, and of what follows methane and the warming, year by year.

    What does not change from year to year, or is the same for all members, is made once here.
    """

    def __init__(self, strengths: Mapping[str, FloatArray], n2o_ppb: FloatArray) -> None:
        """Prepare for years with the given N2O, ppb, shape (years,).

        strengths: the parameters of an ensemble by name, each of shape (members,)
        """
        self._co2_scale = strengths["co2_scale"]
        self._co2_1750 = strengths["co2_1750_ppm"]
        self._ch4_scale = strengths["ch4_scale"]
        self._n2o_scale = strengths["n2o_scale"]
        self._per_ppb_ch4 = strengths["ozone_ch4"] + strengths["water_vapour_ch4"]
        self._n2o = n2o_ppb.tolist()

    def in_year(
        self, year: int, co2_ppm: FloatArray, ch4_ppb: FloatArray, warming_c: FloatArray
    ) -> FloatArray:
        """ERF in the middle of the run's `year`-th year, W m-2, shape (members,)."""
        n2o = self._n2o[year]
        erf = self._co2_scale * co2_erf(co2_ppm, self._co2_1750, n2o)
        root_ch4 = np.sqrt(ch4_ppb)
        erf += self._ch4_scale * ch4_erf(root_ch4, n2o)
        erf += self._n2o_scale * n2o_erf(n2o, np.sqrt(co2_ppm), root_ch4)
        erf += self._per_ppb_ch4 * (ch4_ppb - CH4_1750_PPB)
        erf -= OZONE_LOST_WM2_PER_C * warming_c
        return erf
