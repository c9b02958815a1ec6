"""The same pathway and the same climates through the PyPI package `fair`, in one run.

Needs the extra `bench` (`python -m pip install -e ".[test,bench]"`), and is not collected without
it. Run with `python -m pytest tests/benchmarks --benchmark-only -s`; the last line is the ratio.
"""

import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from fair import FAIR
from fair.interface import fill, initialise
from fair.io import read_properties

from game.climate.calibration.assessed_targets import read_scenarios
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.pathway import FIRST_YEAR, LAST_YEAR, SPECIES, Pathway
from game.climate.projection import project
from game.paths import climate_dir

NAMES = {
    "CO2 FFI": "co2_ffi_gtco2",
    "CO2 AFOLU": "co2_afolu_gtco2",
    "CH4": "ch4_mtch4",
    "N2O": "n2o_mtn2o",
    "Sulfur": "so2_mtso2",
    "BC": "bc_mtbc",
    "OC": "oc_mtoc",
    "NH3": "nh3_mtnh3",
    "NOx": "nox_mtno2",
    "CO": "co_mtco",
    "VOC": "nmvoc_mtvoc",
}
WORKED_OUT = (
    "CO2",
    "Ozone",
    "Aerosol-radiation interactions",
    "Aerosol-cloud interactions",
    "Stratospheric water vapour",
    "Light absorbing particles on snow and ice",
    "Land use",
)
RUNS = 5


def _emissions(ensemble: Ensemble) -> np.ndarray:
    """SSP2-4.5 after the record, shape (years 1750-2100, species)."""
    after = read_scenarios((climate_dir() / "scenarios.csv").read_text("utf-8"))["ssp245"]
    return np.vstack([ensemble.members.record.emissions[: 2015 - FIRST_YEAR], after])


def _fair(ensemble: Ensemble, emissions: np.ndarray) -> FAIR:
    """Fair with our members' heat capacities and transfers; its own numbers for the rest."""
    model = FAIR(ch4_method="Thornhill2021")
    model.define_time(FIRST_YEAR, LAST_YEAR + 1, 1)
    model.define_scenarios(["ssp245"])
    model.define_configs(list(range(len(ensemble))))
    species, properties = read_properties(species=[*NAMES, *WORKED_OUT])
    model.define_species(species, properties)
    model.allocate()
    model.fill_species_configs()
    members = ensemble.members
    layers = ("surface", "upper", "deep")
    capacity = np.array([members[f"capacity_{layer}"] for layer in layers]).T
    transfer = [members["feedback"], members["transfer_upper"], members["transfer_deep"]]
    fill(model.climate_configs["ocean_heat_capacity"], capacity)
    fill(model.climate_configs["ocean_heat_transfer"], np.array(transfer).T)
    fill(model.climate_configs["deep_ocean_efficacy"], members["deep_efficacy"])
    fill(model.climate_configs["stochastic_run"], np.zeros(len(members), dtype=bool))
    for theirs, ours in NAMES.items():
        column = emissions[:, SPECIES.index(ours)][:, None]
        fill(model.emissions, column, specie=theirs, scenario="ssp245")
    for gas, before in (("CO2", 278.3), ("CH4", 729.2), ("N2O", 270.1)):
        fill(model.species_configs["baseline_concentration"], before, specie=gas)
        initialise(model.concentration, before, specie=gas)
    for quantity in (model.forcing, model.temperature, model.cumulative_emissions):
        initialise(quantity, 0)
    initialise(model.airborne_emissions, 0)
    return model


def _median_ms(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return float(np.median(taken))


def test_the_ratio_to_fair_is_printed(benchmark: Any) -> None:
    """From 1750, which is all that fair does; and from 2022, which is what a slider needs."""
    ensemble = load_ensemble(climate_dir())
    emissions = _emissions(ensemble)
    whole = Pathway(np.arange(FIRST_YEAR, LAST_YEAR + 1), emissions)
    later = Pathway(np.arange(2022, LAST_YEAR + 1), emissions[2022 - FIRST_YEAR :])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = _fair(ensemble, emissions)
        theirs = _median_ms(lambda: model.run(progress=False), RUNS)
    reached = float(model.temperature.sel(timebounds=2100, layer=0).median())
    from_1750 = _median_ms(lambda: project(whole, ensemble), RUNS)
    from_2022 = _median_ms(lambda: project(later, ensemble), RUNS * 4)
    benchmark(project, later, ensemble)
    assert 1.0 < reached < 8.0  # it did run on these emissions, with its own uncalibrated forcing
    print(
        f"\n{len(ensemble)} members: fair {theirs:.0f} ms; this model {from_1750:.1f} ms from 1750"
        f" ({theirs / from_1750:.0f} times as quick), {from_2022:.1f} ms from 2022"
        f" ({theirs / from_2022:.0f} times)"
    )
