"""Forcing that depends on emissions and given drivers, not on the warming so far.

Every such agent but one is a driver (the same for all members) times a strength (the member's
own); aerosols acting through clouds are logarithmic.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from game.climate import forcing, gases
from game.climate.arrays import FloatArray
from game.climate.members import Members
from game.climate.pathway import FIRST_YEAR, SPECIES
from game.climate.record import Record

# The parameters of an ensemble that multiply a driver, by the agent they belong to.
STRENGTHS: dict[str, tuple[str, ...]] = {
    "halogens": ("halogen_scale",),
    "ozone": ("ozone_n2o", "ozone_eesc", "ozone_nox", "ozone_co", "ozone_nmvoc"),
    "contrails": ("contrails_2019",),
    "snow": ("snow_bc",),
    "land_use": ("land_use",),
    "solar": ("solar_scale",),
    "volcanic": ("volcanic_scale",),
    "aerosol_radiation": ("ari_so2", "ari_bc", "ari_oc", "ari_nh3"),
}
ALL_STRENGTHS: tuple[str, ...] = tuple(name for names in STRENGTHS.values() for name in names)


class Drivers(NamedTuple):
    """The drivers of the forcings over the years of a run.

    by_strength: for each name in ALL_STRENGTHS its driver, shape (years,)
    aerosols: SO2, BC and OC emissions, Mt/yr, shape (years, 3)
    n2o_mid_ppb: N2O at the middle of each year, shape (years,)
    n2o_end_ppb, f_gas_end_wm2, land_end_gtco2: where the run leaves them
    """

    by_strength: dict[str, FloatArray]
    aerosols: FloatArray
    n2o_mid_ppb: FloatArray
    n2o_end_ppb: float
    f_gas_end_wm2: FloatArray
    land_end_gtco2: float


def drivers_of(
    record: Record,
    first_year: int,
    species: Mapping[str, FloatArray],
    n2o_ppb: float,
    f_gas_wm2: FloatArray,
    land_gtco2: float,
) -> Drivers:
    """Return the drivers of a run from `first_year` on, from N2O, F-gases and land use.

    species: yearly emissions by name, each of shape (years,)
    """
    last_year = first_year + len(species["n2o_mtn2o"]) - 1
    n2o = gases.n2o_concentrations(species["n2o_mtn2o"], n2o_ppb)
    n2o_mid = 0.5 * (n2o[1:] + n2o[:-1])
    shares = [record.driver(name, first_year, last_year) for name in gases.F_GAS_CLASSES]
    f_gases = gases.f_gas_forcings(species["f_gases_gtco2e"], np.array(shares).T, f_gas_wm2)
    land = land_gtco2 + np.cumsum(species["co2_afolu_gtco2"])

    def given(name: str) -> FloatArray:
        return record.driver(name, first_year, last_year)

    def above_1750(name: str) -> FloatArray:
        return species[name] - record.in_year(name, FIRST_YEAR)

    by_strength = {
        "halogen_scale": given("montreal_erf_wm2") + 0.5 * (f_gases[1:] + f_gases[:-1]).sum(axis=1),
        "ozone_n2o": n2o_mid - forcing.N2O_1750_PPB,
        "ozone_eesc": given("eesc_ppt") - gases.EESC_1750_PPT,
        "ozone_nox": above_1750("nox_mtno2"),
        "ozone_co": above_1750("co_mtco"),
        "ozone_nmvoc": above_1750("nmvoc_mtvoc"),
        "contrails_2019": given("aviation_share_of_2019"),
        "snow_bc": above_1750("bc_mtbc"),
        "land_use": land - 0.5 * species["co2_afolu_gtco2"],
        "solar_scale": given("solar_erf_wm2"),
        "volcanic_scale": given("volcanic_erf_wm2"),
        "ari_so2": above_1750("so2_mtso2"),
        "ari_bc": above_1750("bc_mtbc"),
        "ari_oc": above_1750("oc_mtoc"),
        "ari_nh3": above_1750("nh3_mtnh3"),
    }
    aerosols = np.array([species[name] for name in ("so2_mtso2", "bc_mtbc", "oc_mtoc")]).T
    return Drivers(by_strength, aerosols, n2o_mid, float(n2o[-1]), f_gases[-1], float(land[-1]))


def agent_erf(members: Members, drivers: Drivers, agent: str) -> FloatArray:
    """ERF of one agent of STRENGTHS, W m-2, shape (years, members)."""
    return _linear(members, drivers, STRENGTHS[agent])


def cloud_erf(members: Members, drivers: Drivers) -> FloatArray:
    """ERF of aerosols through clouds, W m-2, shape (years, members)."""
    names = [SPECIES.index(name) for name in ("so2_mtso2", "bc_mtbc", "oc_mtoc")]
    strengths = np.array([members["aci_so2"], members["aci_bc"], members["aci_oc"]])
    seeds_1750 = members.record.emissions[0, names] @ strengths
    return forcing.aerosol_cloud_erf(
        members["aci_scale_wm2"], drivers.aerosols @ strengths, seeds_1750
    )


def erf_known_beforehand(members: Members, drivers: Drivers) -> FloatArray:
    """All forcing that does not wait for the warming, W m-2, shape (years, members)."""
    total = _linear(members, drivers, ALL_STRENGTHS)
    total += cloud_erf(members, drivers)
    return total


def _linear(members: Members, drivers: Drivers, names: tuple[str, ...]) -> FloatArray:
    moved = np.array([drivers.by_strength[name] for name in names]).T
    strengths = np.array([members[name] for name in names])
    # einsum, not a matrix product: each member's sum is the same whatever batch it stands in.
    erf: FloatArray = np.einsum("yk,km->ym", moved, strengths)
    return erf
