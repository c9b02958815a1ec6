"""The chain from emissions to warming, year by year, for all members at once.

Every year: CO2 and methane from the year's emissions and the warming so far; their forcing in the
year's middle, beside all forcing that does not wait for the warming and is made beforehand; then
the warming at the year's end.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from game.climate import gases
from game.climate.agents import Drivers, drivers_of, erf_known_beforehand
from game.climate.arrays import FloatArray, sum_of_three
from game.climate.carbon import PERMANENT_SHARE, PPM_PER_GTCO2, CarbonCycle
from game.climate.forcing import N2O_1750_PPB, GasForcing
from game.climate.gases import MethaneCycle
from game.climate.members import Members
from game.climate.pathway import FIRST_YEAR, SPECIES
from game.climate.temperature import step_modes


class ClimateState(NamedTuple):
    """The climate at the start of a year.

    The same for all members: permanent_gtco2 (people's CO2 that never leaves the air),
    emitted_gtco2 and land_gtco2 (all, and land-use, CO2 since 1750), n2o_ppb, f_gas_wm2 (4,).
    By member: decaying_gtco2 (3, members), added_ch4_ppb (members,), modes_c (3, members).
    """

    permanent_gtco2: float
    emitted_gtco2: float
    land_gtco2: float
    n2o_ppb: float
    f_gas_wm2: FloatArray
    decaying_gtco2: FloatArray
    added_ch4_ppb: FloatArray
    modes_c: FloatArray


class Trace(NamedTuple):
    """The course of a run at the year bounds, shape (years + 1, members), and its drivers.

    modes_c: shape (years + 1, 3, members), the modes whose sum is the surface's warming
    airborne_gtco2, added_ch4_ppb: what people's emissions have left in the air
    """

    modes_c: FloatArray
    surface_c: FloatArray
    airborne_gtco2: FloatArray
    added_ch4_ppb: FloatArray
    drivers: Drivers
    end: ClimateState


def co2_ppm(members: Members, airborne_gtco2: FloatArray) -> FloatArray:
    """CO2 in the air, ppm, from people's CO2 in it; the last axis is (members,)."""
    ppm: FloatArray = members["co2_1750_ppm"] + airborne_gtco2 * PPM_PER_GTCO2
    return ppm


def state_in_1750(count: int) -> ClimateState:
    """Nothing added yet, nothing warmed yet."""
    return ClimateState(
        permanent_gtco2=0.0,
        emitted_gtco2=0.0,
        land_gtco2=0.0,
        n2o_ppb=N2O_1750_PPB,
        f_gas_wm2=np.zeros(4),
        decaying_gtco2=np.zeros((3, count)),
        added_ch4_ppb=np.zeros(count),
        modes_c=np.zeros((3, count)),
    )


def run(members: Members, first_year: int, emissions: FloatArray, start: ClimateState) -> Trace:
    """Run all members over the years of `emissions`, the first of which is `first_year`.

    emissions: shape (years, len(SPECIES)), no species left open
    start: the state at the start of `first_year`
    """
    return _step_through(members, _made_ready(members, first_year, emissions, start), start)


class _Ready(NamedTuple):
    """All that is known of the years of a run before the first of them.

    permanent_gtco2: CO2 of people's that never leaves the air, at the end of each year, (years,)
    added_gtco2: all CO2 emitted in the run
    """

    carbon: CarbonCycle
    methane: MethaneCycle
    forcing: GasForcing
    permanent_gtco2: FloatArray
    added_gtco2: float
    drivers: Drivers


def _step_through(members: Members, ready: _Ready, start: ClimateState) -> Trace:
    years, count, modes = len(ready.permanent_gtco2), len(members), members.modes
    co2_1750_ppm = members["co2_1750_ppm"]
    surface_c, airborne_gt, added_ch4 = (np.empty((years + 1, count)) for _ in range(3))
    modes_c = np.empty((years + 1, 3, count))
    boxes = start.decaying_gtco2
    modes_c[0] = start.modes_c
    surface_c[0] = modes_c[0].sum(axis=0)
    airborne_gt[0] = boxes.sum(axis=0) + start.permanent_gtco2
    added_ch4[0] = start.added_ch4_ppb
    for year in range(years):
        warming_c, after = surface_c[year], year + 1
        boxes = ready.carbon.step(year, boxes, airborne_gt[year], warming_c)
        sum_of_three(boxes, out=airborne_gt[after])
        airborne_gt[after] += ready.permanent_gtco2[year]
        added_ch4[after] = ready.methane.step(year, added_ch4[year], warming_c)
        mid_co2 = airborne_gt[year] + airborne_gt[after]
        mid_co2 *= 0.5 * PPM_PER_GTCO2
        mid_co2 += co2_1750_ppm
        mid_ch4 = added_ch4[year] + added_ch4[after]
        mid_ch4 *= 0.5
        erf_wm2 = ready.forcing.in_year(year, mid_co2, mid_ch4, warming_c)
        step_modes(modes, modes_c[year], erf_wm2, out=modes_c[after])
        sum_of_three(modes_c[after], out=surface_c[after])
    end = _end(ready, start, boxes, added_ch4[-1], modes_c[-1])
    return Trace(modes_c, surface_c, airborne_gt, added_ch4, ready.drivers, end)


def _end(
    ready: _Ready,
    start: ClimateState,
    boxes_gtco2: FloatArray,
    added_ch4_ppb: FloatArray,
    modes_c: FloatArray,
) -> ClimateState:
    """Return where a run leaves the climate, whose years need not be held to go on from it."""
    return ClimateState(
        permanent_gtco2=float(ready.permanent_gtco2[-1]),
        emitted_gtco2=start.emitted_gtco2 + ready.added_gtco2,
        land_gtco2=ready.drivers.land_end_gtco2,
        n2o_ppb=ready.drivers.n2o_end_ppb,
        f_gas_wm2=ready.drivers.f_gas_end_wm2,
        decaying_gtco2=boxes_gtco2,
        added_ch4_ppb=added_ch4_ppb.copy(),
        modes_c=modes_c.copy(),
    )


def _made_ready(
    members: Members, first_year: int, emissions: FloatArray, start: ClimateState
) -> _Ready:
    species = dict(zip(SPECIES, emissions.T, strict=True))
    drivers = drivers_of(
        members.record, first_year, species, start.n2o_ppb, start.f_gas_wm2, start.land_gtco2
    )
    co2_gt = species["co2_ffi_gtco2"] + species["co2_afolu_gtco2"]
    return _Ready(
        carbon=CarbonCycle(members.carbon, co2_gt, start.emitted_gtco2),
        methane=MethaneCycle(
            species["ch4_mtch4"], _methane_lifetimes(members, first_year, species, drivers)
        ),
        forcing=GasForcing(
            members.parameters, drivers.n2o_mid_ppb, erf_known_beforehand(members, drivers)
        ),
        permanent_gtco2=start.permanent_gtco2 + PERMANENT_SHARE * np.cumsum(co2_gt),
        added_gtco2=float(co2_gt.sum()),
        drivers=drivers,
    )


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
