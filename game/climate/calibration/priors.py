"""The prior of each parameter: centre, spread and source.

Centres and spreads are this project's own: read from the papers named, widened where models
disagree, and, where a centre could lie anywhere in the published range, placed so that the forcing
of each agent under three SSPs agrees with the published reference emulator's.
"""

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from game.climate.arrays import FloatArray


class Prior(NamedTuple):
    """One quantity's prior.

    centre, spread: mean and standard deviation of a normal; or median and standard deviation
        of the logarithm of a lognormal, for what cannot be negative
    """

    shape: Literal["normal", "lognormal"]
    centre: float
    spread: float
    source: str


_LEACH = "Leach et al. 2021, Geosci. Model Dev. 14, 3007, table 4: fits to CMIP6 carbon cycles"
_CUMMINS = "Cummins et al. 2020, J. Climate 33, 9909: three-layer fits to CMIP6 models"
_AR6_7 = "IPCC AR6 WG1 7.3.2 and table 7.8: 90 % range of the forcing"
_THORNHILL = (
    "Thornhill et al. 2021, Atmos. Chem. Phys. 21, 853: AerChemMIP; total as Skeie et al. 2020"
)
_ARI = "Thornhill et al. 2021 and IPCC AR6 WG1 figure 6.12: forcing by emitted species"
_ACI = "Smith et al. 2021, J. Geophys. Res. Atmos. 126: fits to 11 CMIP6 models; IPCC AR6 7.3.3"

# The state of 2021 that turns `iirf_2021_yr` into `iirf_0_yr`.
TAKEN_UP_2021_GTCO2 = 1455.0
AIRBORNE_2021_GTCO2 = 1010.0
WARMING_2021_C = 1.25

PRIORS: dict[str, Prior] = {
    "co2_1750_ppm": Prior("normal", 278.3, 1.76, "IPCC AR6 WG1 2.2.3: 278.3 +-2.9 (90 %)"),
    "iirf_2021_yr": Prior(
        "normal", 39.1, 1.1, "what the airborne fraction of the record leaves open, widely"
    ),
    "iirf_uptake_yr_per_gtco2": Prior("normal", 0.0030, 0.0027, _LEACH),
    "iirf_airborne_yr_per_gtco2": Prior("normal", 0.0012, 0.0026, _LEACH),
    "iirf_temperature_yr_per_c": Prior("normal", 1.5, 1.9, _LEACH),
    "capacity_surface": Prior("lognormal", 4.0, 0.36, _CUMMINS),
    "capacity_upper": Prior("lognormal", 13.0, 0.40, _CUMMINS),
    "capacity_deep": Prior("lognormal", 75.0, 0.40, _CUMMINS),
    "feedback": Prior("lognormal", 1.30, 0.32, "IPCC AR6 WG1 7.4.2 and 7.5: widened"),
    "transfer_upper": Prior("lognormal", 3.1, 0.42, _CUMMINS),
    "transfer_deep": Prior("lognormal", 0.85, 0.36, _CUMMINS),
    "deep_efficacy": Prior("lognormal", 1.25, 0.22, _CUMMINS),
    "co2_scale": Prior("normal", 1.0, 0.073, f"{_AR6_7}, +-12 %"),
    "ch4_scale": Prior("normal", 1.0, 0.122, f"{_AR6_7}, +-20 %"),
    "n2o_scale": Prior("normal", 1.01, 0.085, f"{_AR6_7}, +-14 %"),
    "halogen_scale": Prior("normal", 1.0, 0.110, f"{_AR6_7}, +-19 %"),
    "ozone_ch4": Prior("normal", 2.2e-4, 5e-5, _THORNHILL),
    "ozone_n2o": Prior("normal", 1.1e-3, 5e-4, _THORNHILL),
    "ozone_eesc": Prior("normal", -5e-5, 9e-5, _THORNHILL),
    "ozone_nox": Prior("normal", 1.4e-3, 8e-4, _THORNHILL),
    "ozone_co": Prior("normal", 1e-5, 9e-5, _THORNHILL),
    "ozone_nmvoc": Prior("normal", 3.2e-4, 2.5e-4, _THORNHILL),
    "water_vapour_ch4": Prior("normal", 4.4e-5, 2.6e-5, "IPCC AR6 WG1 7.3.2.6: 0.05 +-0.05"),
    "contrails_2019": Prior("normal", 0.0575, 0.024, "IPCC AR6 WG1 7.3.4.2: 0.06 (0.02-0.10)"),
    "snow_bc": Prior("lognormal", 0.0116, 0.42, "IPCC AR6 WG1 7.3.4.3: 0.08 (0-0.18) W m-2"),
    "land_use": Prior("normal", -2.87e-4, 0.87e-4, "IPCC AR6 WG1 7.3.4.1: -0.20 +-0.10 W m-2"),
    "solar_scale": Prior("normal", 1.0, 0.30, "IPCC AR6 WG1 7.3.4.4"),
    "volcanic_scale": Prior("normal", 1.0, 0.15, "IPCC AR6 WG1 7.3.4.6: +-25 %"),
    "ari_so2": Prior("normal", -2.8e-3, 1.4e-3, _ARI),
    "ari_bc": Prior("normal", 1.7e-2, 1.06e-2, _ARI),
    "ari_oc": Prior("normal", -3.1e-3, 3.3e-3, _ARI),
    "ari_nh3": Prior("normal", -7.7e-4, 5e-4, _ARI),
    "aci_scale_wm2": Prior("lognormal", 1.50, 0.45, _ACI),
    "aci_so2": Prior("lognormal", 0.0046, 0.68, _ACI),
    "aci_bc": Prior("lognormal", 0.020, 1.7, _ACI),
    "aci_oc": Prior("lognormal", 0.0105, 1.5, _ACI),
}

# Normal priors that are cut at zero: sinks do not grow as they fill and warm.
NOT_NEGATIVE = (
    "iirf_uptake_yr_per_gtco2",
    "iirf_temperature_yr_per_c",
    "co2_scale",
    "ch4_scale",
    "n2o_scale",
    "halogen_scale",
)


def draw(count: int, chance: np.random.Generator) -> dict[str, FloatArray]:
    """Independent draws, as the parameters of members, each of shape (count,).

    Draws with an integrated airborne fraction below 15 years in 1750, which no carbon cycle
    shows, or a forcing with the wrong sign are left out: there may be fewer than `count`.
    """
    drawn = {name: _deviate(prior, count, chance) for name, prior in PRIORS.items()}
    drawn["iirf_0_yr"] = (
        drawn.pop("iirf_2021_yr")
        - drawn["iirf_uptake_yr_per_gtco2"] * TAKEN_UP_2021_GTCO2
        - drawn["iirf_airborne_yr_per_gtco2"] * AIRBORNE_2021_GTCO2
        - drawn["iirf_temperature_yr_per_c"] * WARMING_2021_C
    )
    kept = _possible(drawn)
    return {name: values[kept] for name, values in drawn.items()}


def _deviate(prior: Prior, count: int, chance: np.random.Generator) -> FloatArray:
    deviates: FloatArray = chance.standard_normal(count) * prior.spread
    if prior.shape == "lognormal":
        return np.asarray(prior.centre * np.exp(deviates))
    return np.asarray(prior.centre + deviates)


def _possible(drawn: dict[str, FloatArray]) -> npt.NDArray[np.bool_]:
    kept: npt.NDArray[np.bool_] = drawn["iirf_0_yr"] > 15.0
    for name in NOT_NEGATIVE:
        kept &= drawn[name] > 0.0
    return kept
