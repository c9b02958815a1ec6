"""Runs the climate model as play would: no deals, and all issues at their deepest.

A check runs what play runs: a world or a cut that leaves the model would stop the first score.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.climate.emissions import emissions_of
from game.climate.ensemble import load_ensemble
from game.climate.projection import LEAST_CO2_PPM, OutsideModel, project
from game.climate.world import World
from game.climate.world_total import pathway_of
from game.levels.compile import scenario_of
from game.levels.findings import Finding, error
from game.levels.schema.fields import LevelField
from game.negotiation.model.effects import deepest_commitments
from game.paths import climate_dir


def check_playable(level: LevelField, world: World) -> Iterator[Finding]:
    """Yield an error where the level's emissions lead outside what the model holds for."""
    ensemble = load_ensemble(climate_dir())
    deepest = deepest_commitments(scenario_of(level, level.you, world))
    for code, commitments in (("world_outside_model", ()), ("issues_outside_model", deepest)):
        try:
            project(pathway_of(emissions_of(world, commitments)), ensemble)
        except OutsideModel as outside:
            fields = {"year": outside.year, "world": level.world}
            fields["least"] = f"{LEAST_CO2_PPM:.0f}"
            at = ("world",) if code == "world_outside_model" else ("issues",)
            yield error(at, code, fields)
            return
