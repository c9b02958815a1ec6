"""The published emulator's view of three SSPs, and each member's view of the same.

The reference emulator was itself constrained to the IPCC's assessed ranges; agreeing with its
spread of CO2, forcing and warming ties down what the record alone leaves open, such as how the
sinks fare in a world that goes on warming.
"""

from typing import NamedTuple

import numpy as np

from game.climate import agents, forcing
from game.climate.arrays import FloatArray
from game.climate.chain import Trace, co2_ppm
from game.climate.members import Members
from game.climate.past import annual_means
from game.climate.pathway import SPECIES

SCENARIO_FROM = 2015


class Target(NamedTuple):
    """Quantiles of one quantity under one scenario in one year."""

    quantity: str
    scenario: str
    year: int
    values: tuple[float, ...]


def read_targets(text: str) -> list[Target]:
    """Return the targets from the text of `emulator.csv`."""
    targets = []
    for cells in _rows(text)[1:]:
        values = tuple(float(cell) for cell in cells[3:])
        targets.append(Target(cells[0], cells[1], int(cells[2]), values))
    return targets


def read_scenarios(text: str) -> dict[str, FloatArray]:
    """Emissions of 2015-2100 by scenario, each of shape (86, len(SPECIES)), of `scenarios.csv`."""
    rows = _rows(text)
    if tuple(rows[0][2:]) != SPECIES:
        raise ValueError("the columns of the scenarios are not those of a pathway")
    scenarios: dict[str, list[list[float]]] = {}
    for cells in rows[1:]:
        scenarios.setdefault(cells[0], []).append([float(cell) for cell in cells[2:]])
    return {name: np.array(table) for name, table in scenarios.items()}


def _rows(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.splitlines() if line and not line.startswith("#")]


def quantities(members: Members, trace: Trace, baseline_c: FloatArray) -> dict[str, FloatArray]:
    """Annual quantities of a run, named as in `emulator.csv`, each of shape (years, members).

    baseline_c: each member's mean warming of 1850-1900, shape (members,)
    """
    co2 = co2_ppm(members, annual_means(trace.airborne_gtco2))
    methane = forcing.CH4_1750_PPB + annual_means(trace.added_ch4_ppb)
    n2o = trace.drivers.n2o_mid_ppb[:, None]
    warming = annual_means(trace.surface_c)
    co2_wm2 = members["co2_scale"] * forcing.co2_erf(co2, members["co2_1750_ppm"], n2o)
    ozone = (
        agents.agent_erf(members, trace.drivers, "ozone")
        + members["ozone_ch4"] * (methane - forcing.CH4_1750_PPB)
        - forcing.OZONE_LOST_WM2_PER_C * trace.surface_c[:-1]
    )
    aerosol = agents.agent_erf(members, trace.drivers, "aerosol_radiation")
    aerosol += agents.cloud_erf(members, trace.drivers)
    others = ("halogens", "contrails", "snow", "land_use", "solar", "volcanic")
    total = co2_wm2 + ozone + aerosol
    total += members["ch4_scale"] * forcing.ch4_erf(np.sqrt(methane), n2o)
    total += members["n2o_scale"] * forcing.n2o_erf(n2o, np.sqrt(co2), np.sqrt(methane))
    total += members["water_vapour_ch4"] * (methane - forcing.CH4_1750_PPB)
    for agent in others:
        total += agents.agent_erf(members, trace.drivers, agent)
    return {
        "warming_c": warming - baseline_c,
        "co2_ppm": co2,
        "co2_wm2": co2_wm2,
        "ozone_wm2": ozone,
        "aerosol_wm2": _as_the_emulator_states(aerosol),
        "total_wm2": total,
    }


def _as_the_emulator_states(erf_wm2: FloatArray) -> FloatArray:
    """Return the emulator's annual mean of what follows emissions at once.

    Half of the year before.
    """
    stated = erf_wm2.copy()
    stated[1:] = annual_means(erf_wm2)
    return stated
