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

# Meinshausen et al. 2020, Geosci. Model Dev. 13, 3571-3605, table 3: coefficients for CO2 (1), N2O
# (2) and CH4 (3).
_A1, _B1, _C1, _D1 = -2.4785e-7, 7.5906e-4, -2.1492e-3, 5.2488
_A2, _B2, _C2, _D2 = -3.4197e-4, 2.5455e-4, -2.4357e-4, 0.12173
_A3, _B3, _D3 = -8.9603e-5, -1.2462e-4, 0.045194
_CO2_ABOVE_AT_TOP = -_B1 / (2.0 * _A1)  # ppm above 1750 where the quadratic turns


def co2_erf(co2_ppm: FloatArray, co2_1750_ppm: FloatArray, n2o_ppb: Amount) -> FloatArray:
    """ERF of CO2, W m-2.

    Meinshausen et al. 2020, Geosci. Model Dev. 13, 3571-3605, table 3, with overlap with N2O;
    valid for 180-2000 ppm. The quadratic is held at its top beyond about 1800 ppm and at its
    start below 1750's CO2, as the paper does.
    """
    above = np.clip(co2_ppm - co2_1750_ppm, 0.0, _CO2_ABOVE_AT_TOP)
    slope = (_A1 * above + _B1) * above + (_D1 + _C1 * n2o_ppb**0.5)
    erf: FloatArray = (CO2_ADJUSTMENT * slope) * np.log(co2_ppm / co2_1750_ppm)
    return erf


def ch4_erf(root_ch4: FloatArray, n2o_ppb: Amount) -> FloatArray:
    """ERF of methane itself, W m-2, from the square root of its ppb.

    Meinshausen et al. 2020, table 3, with overlap with N2O; valid for 340-3500 ppb.
    """
    slope = CH4_ADJUSTMENT * (_A3 * root_ch4 + (_B3 * n2o_ppb**0.5 + _D3))
    erf: FloatArray = slope * (root_ch4 - CH4_1750_PPB**0.5)
    return erf


def n2o_erf(n2o_ppb: Amount, root_co2: FloatArray, root_ch4: FloatArray) -> FloatArray:
    """ERF of nitrous oxide, W m-2; the other gases as square roots of ppm and ppb.

    Meinshausen et al. 2020, table 3, with overlap with CO2 and CH4; valid for 200-525 ppb.
    """
    weight = N2O_ADJUSTMENT * (n2o_ppb**0.5 - N2O_1750_PPB**0.5)
    erf: FloatArray = weight * (_A2 * root_co2 + _C2 * root_ch4 + (_B2 * n2o_ppb**0.5 + _D2))
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
    """Forcing that waits for the year: CO2, methane with what follows it, N2O, lost ozone.

    The formulas above, gathered by what changes within a run: the methane terms are quadratic
    in its square root, N2O's are linear in the square roots of the other gases, and all that
    is known beforehand has been summed up.
    """

    def __init__(
        self,
        strengths: Mapping[str, FloatArray],
        n2o_ppb: FloatArray,
        known_erf_wm2: FloatArray,
    ) -> None:
        """Prepare a run.

        strengths: parameters of the members by name, each of shape (members,)
        n2o_ppb: N2O at the middle of each year, shape (years,)
        known_erf_wm2: all other forcing, shape (years, members)
        """
        root_n2o = np.sqrt(n2o_ppb)
        root_ch4_1750, root_n2o_1750 = CH4_1750_PPB**0.5, N2O_1750_PPB**0.5
        ch4 = CH4_ADJUSTMENT * strengths["ch4_scale"]
        n2o = N2O_ADJUSTMENT * strengths["n2o_scale"]
        above_1750 = root_n2o - root_n2o_1750
        overlap = _B3 * root_n2o + _D3
        follows_ch4 = strengths["ozone_ch4"] + strengths["water_vapour_ch4"]
        self._root_ch4_squared = ch4 * _A3 + follows_ch4
        self._root_ch4 = np.multiply.outer(overlap - _A3 * root_ch4_1750, ch4)
        self._root_ch4 += np.multiply.outer(_C2 * above_1750, n2o)
        self._root_co2 = np.multiply.outer(_A2 * above_1750, n2o)
        self._known = known_erf_wm2 - follows_ch4 * CH4_1750_PPB
        self._known -= np.multiply.outer(overlap * root_ch4_1750, ch4)
        self._known += np.multiply.outer(above_1750 * (_B2 * root_n2o + _D2), n2o)
        co2 = CO2_ADJUSTMENT * strengths["co2_scale"]
        self._co2_1750 = strengths["co2_1750_ppm"]
        self._per_co2_1750 = 1.0 / self._co2_1750
        self._co2_squared = co2 * _A1
        self._co2 = co2 * _B1
        self._co2_known = np.multiply.outer(_D1 + _C1 * root_n2o, co2)

    def in_year(
        self, year: int, co2_ppm: FloatArray, added_ch4_ppb: FloatArray, warming_c: FloatArray
    ) -> FloatArray:
        """All ERF in the middle of the run's `year`-th year, W m-2, shape (members,)."""
        above = co2_ppm - self._co2_1750
        np.maximum(above, 0.0, out=above)
        np.minimum(above, _CO2_ABOVE_AT_TOP, out=above)
        erf = self._co2_squared * above
        erf += self._co2
        erf *= above
        erf += self._co2_known[year]
        erf *= np.log(co2_ppm * self._per_co2_1750)
        root_ch4 = np.sqrt(added_ch4_ppb + CH4_1750_PPB)
        methane = self._root_ch4_squared * root_ch4
        methane += self._root_ch4[year]
        methane *= root_ch4
        erf += methane
        erf += self._root_co2[year] * np.sqrt(co2_ppm)
        erf += self._known[year]
        erf -= OZONE_LOST_WM2_PER_C * warming_c
        return erf
