"""The chain from emissions to warming, year by year, for all members at once.

Every year: CO2 and methane from the year's emissions and the warming so far; their forcing in the
year's middle, beside all forcing that does not wait for the warming and is made beforehand; then
the warming at the year's end.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from game.climate import gases
from game.climate.agents import Drivers, drivers_of, erf_known_beforehand
from game.climate.arrays import FloatArray, repeated, sum_of_three
from game.climate.carbon import PERMANENT_SHARE, PPM_PER_GTCO2, CarbonCycle
from game.climate.forcing import N2O_1750_PPB, GasForcing
from game.climate.gases import MethaneCycle
from game.climate.members import Members
from game.climate.pathway import FIRST_YEAR, SPECIES
from game.climate.temperature import Modes, step_modes


class State(NamedTuple):
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
    end: State


def co2_ppm(members: Members, airborne_gtco2: FloatArray) -> FloatArray:
    """CO2 in the air, ppm, from people's CO2 in it; the last axis is (members,)."""
    ppm: FloatArray = members["co2_1750_ppm"] + airborne_gtco2 * PPM_PER_GTCO2
    return ppm


def state_in_1750(count: int) -> State:
    """Nothing added yet, nothing warmed yet."""
    return State(
        permanent_gtco2=0.0,
        emitted_gtco2=0.0,
        land_gtco2=0.0,
        n2o_ppb=N2O_1750_PPB,
        f_gas_wm2=np.zeros(4),
        decaying_gtco2=np.zeros((3, count)),
        added_ch4_ppb=np.zeros(count),
        modes_c=np.zeros((3, count)),
    )


def run(members: Members, first_year: int, emissions: FloatArray, start: State) -> Trace:
    """Run all members over the years of `emissions`, the first of which is `first_year`.

    emissions: shape (years, len(SPECIES)), no species left open
    start: the state at the start of `first_year`
    """
    return run_each(members, first_year, (emissions,), start)[0]


def run_each(
    members: Members, first_year: int, pathways: Sequence[FloatArray], start: State
) -> tuple[Trace, ...]:
    """Run all members over each of several pathways of as many years, side by side.

    A year costs much the same for few members as for hundreds, so that many pathways through a
    thinned ensemble take hardly longer than one. pathways: at least one; as `emissions` of `run`
    """
    runs = [_made_ready(members, first_year, emissions, start) for emissions in pathways]
    count = len(members)
    whole = _step_through(members, runs, start, len(pathways[0]))
    return tuple(
        _trace(run, whole, slice(place * count, (place + 1) * count), start)
        for place, run in enumerate(runs)
    )


class _Ready(NamedTuple):
    """One pathway's part in a run: all that is known of its years before the first of them.

    permanent_gtco2: CO2 of people's that never leaves the air, at the end of each year, (years,)
    added_gtco2: all CO2 emitted in the run
    """

    carbon: CarbonCycle
    methane: MethaneCycle
    forcing: GasForcing
    permanent_gtco2: FloatArray
    added_gtco2: float
    drivers: Drivers


class _Whole(NamedTuple):
    """The years of all runs side by side; fields as in `Trace`, the boxes as the last year left."""

    modes_c: FloatArray
    surface_c: FloatArray
    airborne_gtco2: FloatArray
    added_ch4_ppb: FloatArray
    decaying_gtco2: FloatArray


def _step_through(members: Members, runs: Sequence[_Ready], start: State, years: int) -> _Whole:
    count, beside = len(members), len(runs)
    carbon_cycle = CarbonCycle.side_by_side([run.carbon for run in runs], count)
    methane = MethaneCycle.side_by_side([run.methane for run in runs], count)
    gas_forcing = GasForcing.side_by_side([run.forcing for run in runs], count)
    permanent_gt = np.repeat(np.array([run.permanent_gtco2 for run in runs]).T, count, axis=1)
    modes = Modes(*(repeated(array, beside) for array in members.modes))
    co2_1750_ppm = repeated(members["co2_1750_ppm"], beside)

    surface_c, airborne_gt, added_ch4 = (np.empty((years + 1, beside * count)) for _ in range(3))
    modes_c = np.empty((years + 1, 3, beside * count))
    boxes = repeated(start.decaying_gtco2, beside)
    modes_c[0] = repeated(start.modes_c, beside)
    surface_c[0] = modes_c[0].sum(axis=0)
    airborne_gt[0] = boxes.sum(axis=0) + start.permanent_gtco2
    added_ch4[0] = repeated(start.added_ch4_ppb, beside)
    for year in range(years):
        warming_c, after = surface_c[year], year + 1
        boxes = carbon_cycle.step(year, boxes, airborne_gt[year], warming_c)
        sum_of_three(boxes, out=airborne_gt[after])
        airborne_gt[after] += permanent_gt[year]
        added_ch4[after] = methane.step(year, added_ch4[year], warming_c)
        mid_co2 = airborne_gt[year] + airborne_gt[after]
        mid_co2 *= 0.5 * PPM_PER_GTCO2
        mid_co2 += co2_1750_ppm
        mid_ch4 = added_ch4[year] + added_ch4[after]
        mid_ch4 *= 0.5
        erf_wm2 = gas_forcing.in_year(year, mid_co2, mid_ch4, warming_c)
        step_modes(modes, modes_c[year], erf_wm2, out=modes_c[after])
        sum_of_three(modes_c[after], out=surface_c[after])
    return _Whole(modes_c, surface_c, airborne_gt, added_ch4, boxes)


def _trace(run: _Ready, whole: _Whole, own: slice, start: State) -> Trace:
    """One run's part of all, with where it leaves the climate."""
    end = State(
        permanent_gtco2=float(run.permanent_gtco2[-1]),
        emitted_gtco2=start.emitted_gtco2 + run.added_gtco2,
        land_gtco2=run.drivers.land_end_gtco2,
        n2o_ppb=run.drivers.n2o_end_ppb,
        f_gas_wm2=run.drivers.f_gas_end_wm2,
        decaying_gtco2=whole.decaying_gtco2[:, own],
        added_ch4_ppb=whole.added_ch4_ppb[-1, own].copy(),
        modes_c=whole.modes_c[-1, :, own].copy(),
    )
    return Trace(
        modes_c=whole.modes_c[..., own],
        surface_c=whole.surface_c[:, own],
        airborne_gtco2=whole.airborne_gtco2[:, own],
        added_ch4_ppb=whole.added_ch4_ppb[:, own],
        drivers=run.drivers,
        end=end,
    )


def _made_ready(members: Members, first_year: int, emissions: FloatArray, start: State) -> _Ready:
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
