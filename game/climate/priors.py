"""What is believed of each parameter before the climate's record has been looked at."""

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from game.climate.arrays import FloatArray


class Prior(NamedTuple):
    """One parameter's prior.

    centre, spread: mean and standard deviation of a normal; or median and standard deviation
        of the logarithm of a lognormal
    """

    shape: Literal["normal", "lognormal"]
    centre: float
    spread: float
    source: str


PRIORS: dict[str, Prior] = {
    "co2_1750_ppm": Prior("normal", 278.3, 1.76, "AR6 WG1 2.2.3: 278.3 +-2.9 (90 %)"),
    "iirf_0_yr": Prior("normal", 32.0, 3.0, "Leach 2021"),
    "iirf_uptake_yr_per_gtco2": Prior("normal", 0.0062, 0.0020, "Leach 2021"),
    "iirf_airborne_yr_per_gtco2": Prior("normal", 0.0008, 0.0016, "Leach 2021"),
    "iirf_temperature_yr_per_c": Prior("normal", 2.7, 1.4, "Leach 2021"),
    "capacity_surface": Prior("lognormal", 3.8, 0.35, "Cummins 2020"),
    "capacity_upper": Prior("lognormal", 11.0, 0.40, "Cummins 2020"),
    "capacity_deep": Prior("lognormal", 70.0, 0.40, "Cummins 2020"),
    "feedback": Prior("lognormal", 1.25, 0.30, "AR6 ECS"),
    "transfer_upper": Prior("lognormal", 2.6, 0.45, "Cummins 2020"),
    "transfer_deep": Prior("lognormal", 0.75, 0.35, "Cummins 2020"),
    "deep_efficacy": Prior("lognormal", 1.25, 0.20, "Cummins 2020"),
    "co2_scale": Prior("normal", 1.0, 0.073, "AR6 +-12 %"),
    "ch4_scale": Prior("normal", 1.0, 0.122, "AR6 +-20 %"),
    "n2o_scale": Prior("normal", 1.0, 0.085, "AR6 +-14 %"),
    "halogen_scale": Prior("normal", 1.0, 0.116, "AR6 +-19 %"),
    "ozone_ch4": Prior("normal", 1.75e-4, 0.6e-4, "Thornhill 2021"),
    "ozone_n2o": Prior("normal", 7.1e-4, 4.5e-4, "Thornhill 2021"),
    "ozone_eesc": Prior("normal", -1.25e-4, 1.1e-4, "Thornhill 2021"),
    "ozone_nox": Prior("normal", 1.8e-3, 0.8e-3, "Thornhill 2021"),
    "ozone_co": Prior("normal", 1.55e-4, 0.9e-4, "Thornhill 2021"),
    "ozone_nmvoc": Prior("normal", 3.3e-4, 2.0e-4, "Thornhill 2021"),
    "water_vapour_ch4": Prior("normal", 4.4e-5, 2.6e-5, "AR6"),
    "contrails_2019": Prior("normal", 0.0575, 0.024, "AR6"),
    "snow_bc": Prior("lognormal", 0.0116, 0.55, "AR6"),
    "land_use": Prior("normal", -2.87e-4, 0.87e-4, "AR6"),
    "solar_scale": Prior("normal", 1.0, 0.30, "AR6"),
    "volcanic_scale": Prior("normal", 1.0, 0.15, "AR6"),
    "ari_so2": Prior("normal", -2.9e-3, 1.3e-3, "Thornhill 2021"),
    "ari_bc": Prior("normal", 2.0e-2, 1.2e-2, "Thornhill 2021"),
    "ari_oc": Prior("normal", -4.0e-3, 2.5e-3, "Thornhill 2021"),
    "ari_nh3": Prior("normal", -0.6e-3, 0.6e-3, "Thornhill 2021"),
    "aci_scale_wm2": Prior("lognormal", 1.1, 0.55, "Smith 2021"),
    "aci_so2": Prior("lognormal", 0.012, 0.9, "Smith 2021"),
    "aci_bc": Prior("lognormal", 0.006, 1.2, "Smith 2021"),
    "aci_oc": Prior("lognormal", 0.006, 1.2, "Smith 2021"),
}


def draw(count: int, chance: np.random.Generator) -> dict[str, FloatArray]:
    """Independent draws of every parameter, each of shape (count,)."""
    drawn: dict[str, FloatArray] = {}
    for name, prior in PRIORS.items():
        deviates = chance.standard_normal(count) * prior.spread
        drawn[name] = (
            prior.centre * np.exp(deviates)
            if prior.shape == "lognormal"
            else prior.centre + deviates
        )
    return drawn


def possible(drawn: dict[str, FloatArray]) -> npt.NDArray[np.bool_]:
    """Which draws are possible at all: amounts and couplings that cannot be negative are not."""
    positive = ("iirf_0_yr", "iirf_uptake_yr_per_gtco2", "co2_scale", "ch4_scale", "n2o_scale")
    kept = np.ones(len(drawn["feedback"]), dtype=bool)
    for name in positive:
        kept &= drawn[name] > 0.0
    return kept
