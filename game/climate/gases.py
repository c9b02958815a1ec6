"""Methane, nitrous oxide and fluorinated gases: from yearly emissions to concentrations.

Each gas is the sum of its natural level of 1750 and what people added, which decays with the gas's
lifetime. Methane's lifetime responds to its own amount, to temperature and to the other pollutants.
"""

from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray
from game.climate.carbon import DRY_ATMOSPHERE_KG, MOLAR_MASS_AIR_G
from game.climate.forcing import N2O_1750_PPB

_MT_PER_PPB_PER_GRAM = DRY_ATMOSPHERE_KG / MOLAR_MASS_AIR_G * 1e-9 * 1e-9
MTCH4_PER_PPB = _MT_PER_PPB_PER_GRAM * 16.043  # molar masses: CIAAW 2021
MTN2O_PER_PPB = _MT_PER_PPB_PER_GRAM * 44.013

# Emissions that hold the level of 1750, beside nature's own: what people already emitted then.
# As in the calibration of the reference emulator, fair-calibrate v1.4.1 (Smith et al. 2024).
CH4_HELD_MT = 38.25
N2O_HELD_MT = 1.0005

N2O_LIFETIME_YR = 109.0  # IPCC AR6 WG1 chapter 5, section 5.2.3 (perturbation, +-10)


class MethaneChemistry(NamedTuple):
    """What stretches or shortens the lifetime of added methane, as shares per unit above 1750.

    Form: Thornhill et al. 2021, Atmos. Chem. Phys. 21, 1105-1126 (sensitivities of the CH4
    lifetime to its own amount, N2O, halogens, NOx, NMVOC and warming), as factors that multiply.
    The sizes lie in that paper's model range; inside it they are chosen so that concentrations
    under three SSPs agree with the published reference emulator's to about 1 ppb.
    """

    lifetime_1750_yr: float = 17.206
    per_ppb_ch4: float = 1.7226e-4
    per_c: float = -0.04741
    per_mt_nox: float = -3.3434e-3
    per_mt_nmvoc: float = 1.9144e-4
    per_ppb_n2o: float = -9.320e-4
    per_ppt_eesc: float = 2.3147e-5


METHANE = MethaneChemistry()
SHORTEST_CH4_LIFETIME_YR = 1.0  # a floor that no pathway of the SSPs comes near
# Equivalent effective stratospheric chlorine of natural CH3Cl and CH3Br; from the same calibration.
EESC_1750_PPT = 391.2


def methane_lifetime_drivers(
    nox_mtno2: FloatArray,
    nmvoc_mtvoc: FloatArray,
    n2o_ppb: FloatArray,
    eesc_ppt: FloatArray,
) -> FloatArray:
    """Methane lifetime before methane's own and the warming's effect, years, shape (years,).

    nox_mtno2, nmvoc_mtvoc: yearly emissions above those of 1750; n2o_ppb, eesc_ppt: amounts
    """
    chem = METHANE
    nox = 1.0 + chem.per_mt_nox * nox_mtno2
    nmvoc = 1.0 + chem.per_mt_nmvoc * nmvoc_mtvoc
    n2o = 1.0 + chem.per_ppb_n2o * (n2o_ppb - N2O_1750_PPB)
    eesc = 1.0 + chem.per_ppt_eesc * (eesc_ppt - EESC_1750_PPT)
    floor = 0.01  # a factor never turns negative, however dirty the air of a pathway
    factors = [np.maximum(factor, floor) for factor in (nox, nmvoc, n2o, eesc)]
    lifetime: FloatArray = chem.lifetime_1750_yr * factors[0] * factors[1] * factors[2] * factors[3]
    return lifetime


class MethaneCycle:
    """Methane added by people, for all members over the years of one run."""

    def __init__(self, emissions_mtch4: FloatArray, lifetime_drivers_yr: FloatArray) -> None:
        """Prepare a run; both of shape (years,), the latter of `methane_lifetime_drivers`."""
        self._inflow_ppb = ((emissions_mtch4 - CH4_HELD_MT) / MTCH4_PER_PPB)[:, None]
        self._lifetime_yr = lifetime_drivers_yr[:, None]

    def step(self, year: int, added_ppb: FloatArray, warming_c: FloatArray) -> FloatArray:
        """Methane above 1750's at the end of the run's `year`-th year, ppb, shape (members,).

        Exact for even emissions and the lifetime of the year's start.
        """
        lifetime = METHANE.per_c * warming_c
        lifetime += 1.0
        lifetime *= self._lifetime_yr[year]
        own = METHANE.per_ppb_ch4 * added_ppb
        own += 1.0
        lifetime *= own
        np.maximum(lifetime, SHORTEST_CH4_LIFETIME_YR, out=lifetime)
        held = self._inflow_ppb[year] * lifetime
        stepped: FloatArray = added_ppb - held
        stepped *= np.exp(-1.0 / lifetime)
        stepped += held
        return stepped


def n2o_concentrations(emissions_mtn2o: FloatArray, start_ppb: float) -> FloatArray:
    """N2O at the start of each year and at the end of the last, ppb, shape (years + 1,)."""
    kept = np.exp(-1.0 / N2O_LIFETIME_YR)
    inflow = (emissions_mtn2o - N2O_HELD_MT) / MTN2O_PER_PPB * N2O_LIFETIME_YR * (1.0 - kept)
    added = [start_ppb - N2O_1750_PPB]
    for this_year in inflow.tolist():
        added.append(added[-1] * kept + this_year)
    return N2O_1750_PPB + np.array(added)


# Fluorinated gases counted in GtCO2e fall into four lifetime classes; lifetimes are those of the
# gas that leads each class: HFC-134a, HFC-125 with HFC-143a, HFC-23, and SF6 with the PFCs
# (IPCC AR6 WG1 table 7.SM.7).
F_GAS_CLASSES = ("f_gas_share_13yr", "f_gas_share_35yr", "f_gas_share_230yr", "f_gas_share_5000yr")
F_GAS_LIFETIMES_YR = np.array([13.0, 35.0, 230.0, 5000.0])
# A tonne of CO2 exerts 0.0895 pW m-2 yr kg-1 over 100 years (AR6 WG1 table 7.SM.6); the report's
# GWP100 of other gases count the carbon-cycle response too, about 5 % more than radiation alone.
AGWP100_CO2_WM2_YR_PER_GT = 0.0895
CARBON_RESPONSE_IN_GWP = 1.05


def f_gas_forcings(
    emissions_gtco2e: FloatArray, class_shares: FloatArray, start_wm2: FloatArray
) -> FloatArray:
    """ERF of each lifetime class of F-gases at year bounds, W m-2, shape (years + 1, 4).

    By the definition of the GWP a tonne of CO2-equivalent exerts the same forcing over 100
    years whatever the gas; the lifetime says how it is spread over them.

    class_shares: shape (years, 4), share of each class in the year's emissions
    """
    lifetimes = F_GAS_LIFETIMES_YR
    over_century_yr = lifetimes * -np.expm1(-100.0 / lifetimes)
    fresh_wm2 = AGWP100_CO2_WM2_YR_PER_GT / CARBON_RESPONSE_IN_GWP / over_century_yr
    kept = np.exp(-1.0 / lifetimes)
    inflow = emissions_gtco2e[:, None] * class_shares * (fresh_wm2 * lifetimes * (1.0 - kept))
    bounds = [np.asarray(start_wm2, dtype=float)]
    for this_year in inflow:
        bounds.append(bounds[-1] * kept + this_year)
    return np.array(bounds)
