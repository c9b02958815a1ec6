"""The IPCC's assessed ranges, and the same quantities for each member."""

from typing import NamedTuple

from game.climate import agents, forcing, temperature
from game.climate.arrays import FloatArray
from game.climate.chain import Trace
from game.climate.members import Members
from game.climate.past import BASELINE, annual_means
from game.climate.pathway import FIRST_YEAR

EARTH_SURFACE_M2 = 5.101e14  # sphere of 6371 km
SECONDS_PER_YEAR = 3.15569e7
ZJ_PER_WYR_M2 = EARTH_SURFACE_M2 * SECONDS_PER_YEAR * 1e-21


class Assessed(NamedTuple):
    """An assessed range: 5 %, 50 % and 95 % of the quantity, with where it comes from."""

    low: float
    middle: float
    high: float
    source: str


# Smith et al. 2024: Geosci. Model Dev. 17, 8569-8592, the calibration of the reference emulator.
ASSESSED: dict[str, Assessed] = {
    "ecs_c": Assessed(2.0, 3.0, 5.0, "IPCC AR6 WG1 7.5.5, equilibrium climate sensitivity"),
    "tcr_c": Assessed(1.2, 1.8, 2.4, "IPCC AR6 WG1 7.5.5, transient climate response"),
    "warming_2003_2021_c": Assessed(
        0.87, 1.03, 1.13, "1850-1900 to 2003-2022, as Smith et al. 2024 constrain it"
    ),
    "heat_1971_2020_zj": Assessed(
        358.0, 465.0, 573.0, "Earth's heat uptake, as Smith et al. 2024 constrain it"
    ),
    "aerosol_2005_2014_wm2": Assessed(-2.0, -1.3, -0.6, "IPCC AR6 WG1 7.3.3, all aerosol"),
    "ari_2005_2014_wm2": Assessed(-0.6, -0.3, 0.0, "IPCC AR6 WG1 7.3.3, radiation"),
    "aci_2005_2014_wm2": Assessed(-1.7, -1.0, -0.3, "IPCC AR6 WG1 7.3.3, clouds"),
    "airborne_fraction_2021": Assessed(
        0.399, 0.410, 0.422, "the reference emulator's CO2 of 2021 on these emissions"
    ),
}


def diagnose(members: Members, trace: Trace) -> dict[str, FloatArray]:
    """Each member's value of every quantity in ASSESSED, from its run of the record.

    trace: a run that starts in 1750 and covers 2021
    """
    doubling = forcing.doubled_co2_erf(members["co2_scale"])
    warming = annual_means(trace.surface_c)
    baseline = warming[_years(*BASELINE)].mean(axis=0)
    ari = agents.agent_erf(members, trace.drivers, "aerosol_radiation")
    aci = agents.cloud_erf(members, trace.drivers)
    ari, aci = (erf[_years(2005, 2014)].mean(axis=0) for erf in (ari, aci))
    heat_1971, heat_2021 = (_heat(members, trace, year) for year in (1971, 2021))
    bound_2022 = 2022 - FIRST_YEAR
    airborne = trace.airborne_gtco2[bound_2022]
    emitted = members.record.of("co2_ffi_gtco2").sum() + members.record.of("co2_afolu_gtco2").sum()
    return {
        "ecs_c": temperature.equilibrium_sensitivity_c(members.layers, doubling),
        "tcr_c": temperature.transient_response_c(members.modes, doubling),
        "warming_2003_2021_c": warming[_years(2003, 2021)].mean(axis=0) - baseline,
        "heat_1971_2020_zj": (heat_2021 - heat_1971) * ZJ_PER_WYR_M2,
        "aerosol_2005_2014_wm2": ari + aci,
        "ari_2005_2014_wm2": ari,
        "aci_2005_2014_wm2": aci,
        "airborne_fraction_2021": airborne / emitted,
    }


def _heat(members: Members, trace: Trace, year: int) -> FloatArray:
    """Heat taken up since 1750 at the start of a year, W yr m-2."""
    layers_c = temperature.layer_temperatures(members.modes, trace.modes_c[year - FIRST_YEAR])
    return temperature.heat_content(members.layers, layers_c)


def _years(first: int, last: int) -> slice:
    return slice(first - FIRST_YEAR, last + 1 - FIRST_YEAR)
