"""Whether what a level asks for can be had at all. For levels that are right in everything else."""

from __future__ import annotations

from collections.abc import Iterator

from game.climate.emissions import emissions_of
from game.climate.world import World
from game.levels.checks.references import Finding
from game.levels.compile import scenario_of
from game.levels.problems import Severity
from game.levels.schema.fields import LevelField
from game.negotiation.model.effects import deepest_commitments

YEAR = 2030


def check_reach(level: LevelField, world: World) -> Iterator[Finding]:
    """A warning where even every issue at its deepest takes less off 2030 than the goal asks."""
    scenario = scenario_of(level, level.you, world)
    deepest = deepest_commitments(scenario)
    most = emissions_of(world, ()).in_year(YEAR) - emissions_of(world, deepest).in_year(YEAR)
    asked = level.goals.cut_2030_gtco2e
    if asked > most + 1e-9:
        fields: dict[str, str | int] = {"asked": f"{asked:g}", "most": f"{most:.2f}"}
        at = ("goals", "cut_2030_gtco2e")
        yield Finding(at, "goal_out_of_reach", fields, Severity.WARNING)
