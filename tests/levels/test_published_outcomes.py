"""The shared world reproduces what was published in November 2021."""

import pytest

from game.climate.commitments import Cap
from game.climate.emissions import BlocEmissions, emissions_of
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.projection import project
from game.climate.world import World
from game.climate.world_total import pathway_of
from game.levels.world_file import WorldField, world_of, world_path
from game.levels.yaml_document import read_document
from game.paths import builtin_levels_dir, climate_dir

WORLD_FILE = world_path(builtin_levels_dir(), "autumn_2021")

# Climate Action Tracker, Global Update of 9 November 2021: central, low and high in 2100, degC.
PUBLISHED_C = {
    "current_policies": (2.7, 2.0, 3.6),
    "targets_2030": (2.4, 1.9, 3.0),
    "pledges_and_targets": (2.1, 1.7, 2.6),
    "all_announcements": (1.8, 1.5, 2.4),
}
# UNEP, Emissions Gap Report 2021: GtCO2e in 2030.
PUBLISHED_2030_GTCO2E = {"current_policies": 55.0, "targets_2030": 52.0}
# Rhodium Group, May 2021: shares of the greenhouse gases of 2019, percent. Our record gives China
# less, for reasons the world file names.
SHARES_2019_PERCENT = {
    "china": (27.0, 4.0),
    "usa": (11.0, 1.0),
    "india": (6.6, 1.0),
    "eu27": (6.4, 1.0),
}


@pytest.fixture(scope="module")
def world() -> World:
    return world_of(WorldField.model_validate(read_document(WORLD_FILE).data))


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    return load_ensemble(climate_dir())


def _emissions(world: World, scenario: str) -> BlocEmissions:
    data = read_document(WORLD_FILE).data
    assert isinstance(data, dict)
    caps = data["scenarios"][scenario]["caps"] if scenario != "current_policies" else []
    return emissions_of(
        world, [Cap(**{key: cap[key] for key in cap if key != "basis"}) for cap in caps]
    )


@pytest.mark.parametrize("scenario", PUBLISHED_C)
def test_warming_lies_in_the_published_range_and_near_its_middle(
    scenario: str, world: World, ensemble: Ensemble
) -> None:
    central, low, high = PUBLISHED_C[scenario]
    median = project(pathway_of(_emissions(world, scenario)), ensemble).summary_2100[1]
    assert low <= median <= high
    assert median == pytest.approx(central, abs=0.15)


@pytest.mark.parametrize("scenario", PUBLISHED_2030_GTCO2E)
def test_emissions_of_2030_are_within_five_percent_of_the_published(
    scenario: str, world: World
) -> None:
    published = PUBLISHED_2030_GTCO2E[scenario]
    assert _emissions(world, scenario).in_year(2030) == pytest.approx(published, rel=0.05)


@pytest.mark.parametrize("bloc", SHARES_2019_PERCENT)
def test_shares_of_2019_agree_with_the_published(bloc: str, world: World) -> None:
    published, within = SHARES_2019_PERCENT[bloc]
    total = sum(world.reference(each, 2019) for each in world.blocs)
    assert 100 * world.reference(bloc, 2019) / total == pytest.approx(published, abs=within)


def test_steps_from_policies_to_announcements_only_cool(world: World, ensemble: Ensemble) -> None:
    medians = [
        project(pathway_of(_emissions(world, scenario)), ensemble).summary_2100[1]
        for scenario in PUBLISHED_C
    ]
    assert medians == sorted(medians, reverse=True)
