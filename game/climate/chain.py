"""The chain from emissions to warming, year by year, for all members at once.

Every year: CO2 and methane from the year's emissions and the warming so far; their forcing in the
year's middle, beside all forcing that does not wait for the warming and is made beforehand; then
the warming at the year's end.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from game.climate import carbon, gases
from game.climate.agents import Drivers, drivers_of, erf_known_beforehand
from game.climate.arrays import FloatArray
from game.climate.forcing import CH4_1750_PPB, N2O_1750_PPB, GasForcing
from game.climate.members import Members
from game.climate.pathway import FIRST_YEAR, SPECIES
from game.climate.temperature import step_modes


class State(NamedTuple):
    """The climate at the start of a year.

    The same for all members: permanent_gtco2 (people's CO2 that never leaves the air),
    emitted_gtco2 and land_gtco2 (all, and land-use, CO2 since 1750), n2o_ppb, f_gas_wm2 (4,).
    By member: decaying_gtco2 (3, members), ch4_ppb (members,), modes_c (3, members).
    """

    permanent_gtco2: float
    emitted_gtco2: float
    land_gtco2: float
    n2o_ppb: float
    f_gas_wm2: FloatArray
    decaying_gtco2: FloatArray
    ch4_ppb: FloatArray
    modes_c: FloatArray


class Trace(NamedTuple):
    """What happened, at the year bounds, shape (years + 1, members); and what drove it.

    modes_c: shape (years + 1, 3, members), the modes whose sum is the surface's warming
    """

    modes_c: FloatArray
    surface_c: FloatArray
    co2_ppm: FloatArray
    ch4_ppb: FloatArray
    drivers: Drivers
    end: State


def state_in_1750(count: int) -> State:
    """Nothing added yet, nothing warmed yet."""
    return State(
        permanent_gtco2=0.0,
        emitted_gtco2=0.0,
        land_gtco2=0.0,
        n2o_ppb=N2O_1750_PPB,
        f_gas_wm2=np.zeros(4),
        decaying_gtco2=np.zeros((3, count)),
        ch4_ppb=np.full(count, CH4_1750_PPB),
        modes_c=np.zeros((3, count)),
    )


def run(members: Members, first_year: int, emissions: FloatArray, start: State) -> Trace:
    """Run all members over the years of `emissions`, the first of which is `first_year`.

    emissions: shape (years, len(SPECIES)), no species left open
    start: the state at the start of `first_year`
    """
    species = dict(zip(SPECIES, emissions.T, strict=True))
    drivers = drivers_of(
        members.record, first_year, species, start.n2o_ppb, start.f_gas_wm2, start.land_gtco2
    )
    known_erf = erf_known_beforehand(members, drivers)
    lifetime_yr = _methane_lifetimes(members, first_year, species, drivers).tolist()
    co2_gt = (species["co2_ffi_gtco2"] + species["co2_afolu_gtco2"]).tolist()
    ch4_mt = species["ch4_mtch4"].tolist()
    gas_forcing = GasForcing(members.parameters, drivers.n2o_mid_ppb)

    years = len(emissions)
    surface_c, co2_ppm, ch4_ppb = (np.empty((years + 1, len(members))) for _ in range(3))
    permanent, emitted = start.permanent_gtco2, start.emitted_gtco2
    boxes = start.decaying_gtco2
    airborne = boxes.sum(axis=0) + permanent
    modes_c = np.empty((years + 1, 3, len(members)))
    modes_c[0] = start.modes_c
    surface_c[0] = start.modes_c.sum(axis=0)
    co2_ppm[0] = members["co2_1750_ppm"] + airborne * carbon.PPM_PER_GTCO2
    ch4_ppb[0] = start.ch4_ppb
    for year in range(years):
        warming_c = surface_c[year]
        stretch = carbon.lifetime_stretch(members.carbon, emitted, airborne, warming_c)
        boxes = carbon.decay_boxes(boxes, stretch, co2_gt[year])
        permanent += carbon.PERMANENT_SHARE * co2_gt[year]
        emitted += co2_gt[year]
        airborne = boxes.sum(axis=0) + permanent
        co2_ppm[year + 1] = members["co2_1750_ppm"] + airborne * carbon.PPM_PER_GTCO2
        ch4_ppb[year + 1] = gases.step_methane(
            ch4_ppb[year], warming_c, ch4_mt[year], lifetime_yr[year]
        )
        erf_wm2 = known_erf[year] + gas_forcing.in_year(
            year,
            0.5 * (co2_ppm[year] + co2_ppm[year + 1]),
            0.5 * (ch4_ppb[year] + ch4_ppb[year + 1]),
            warming_c,
        )
        modes_c[year + 1] = step_modes(members.modes, modes_c[year], erf_wm2)
        surface_c[year + 1] = modes_c[year + 1].sum(axis=0)
    end = State(
        permanent,
        emitted,
        drivers.land_end_gtco2,
        drivers.n2o_end_ppb,
        drivers.f_gas_end_wm2,
        boxes,
        ch4_ppb[-1].copy(),
        modes_c[-1].copy(),
    )
    return Trace(modes_c, surface_c, co2_ppm, ch4_ppb, drivers, end)


def _methane_lifetimes(
    members: Members, first_year: int, species: Mapping[str, FloatArray], drivers: Drivers
) -> FloatArray:
    record = members.record
    last_year = first_year + len(drivers.n2o_mid_ppb) - 1
    return gases.methane_lifetime_drivers(
        species["nox_mtno2"] - record.in_year("nox_mtno2", FIRST_YEAR),
        species["nmvoc_mtvoc"] - record.in_year("nmvoc_mtvoc", FIRST_YEAR),
        drivers.n2o_mid_ppb,
        record.driver("eesc_ppt", first_year, last_year),
    )
