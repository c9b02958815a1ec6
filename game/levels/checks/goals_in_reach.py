"""Checks that the goals of an otherwise sound level can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from game.climate.emissions import emissions_of
from game.climate.world import World
from game.levels.compile import scenario_of
from game.levels.findings import Finding, warning
from game.levels.schema.fields import DelegationField, LevelField
from game.negotiation.model.effects import deepest_commitments

YEAR = 2030


def check_reach(level: LevelField, world: World) -> Iterator[Finding]:
    """Warn of a goal that nobody can meet: the cut, and the delegations that could join."""
    yield from _cut(level, world)
    yield from _joins(level)


def _cut(level: LevelField, world: World) -> Iterator[Finding]:
    """Warn where even every issue at its deepest cuts less in 2030 than the goal asks."""
    scenario = scenario_of(level, level.you, world)
    deepest = deepest_commitments(scenario)
    most = emissions_of(world, ()).in_year(YEAR) - emissions_of(world, deepest).in_year(YEAR)
    asked = level.goals.cut_2030_gtco2e
    if asked > most + 1e-9:
        fields = {"asked": f"{asked:g}", "most": f"{most:.2f}"}
        at = ("goals", "cut_2030_gtco2e")
        yield warning(at, "goal_out_of_reach", fields)


def _joins(level: LevelField) -> Iterator[Finding]:
    """Warn of delegations whose value of no deal is above all that a deal could bring them."""
    others = [(i, party) for i, party in enumerate(level.delegations) if party.id != level.you]
    able = 0
    for i, party in others:
        best = most_from_deals(level, party)
        least = party.value_of_no_deal - party.varies.value_of_no_deal
        if least <= best + 1e-9:
            able += 1
            continue
        fields = {"party": party.id, "asked": f"{party.value_of_no_deal:g}", "most": f"{best:g}"}
        yield warning(("delegations", i, "value_of_no_deal"), "no_deal_out_of_reach", fields)
    if able < level.goals.joins <= len(others):
        asked = {"asked": level.goals.joins, "most": able}
        yield warning(("goals", "joins"), "joins_out_of_reach", asked)


def most_from_deals(level: LevelField, party: DelegationField) -> float:
    """Return points that no deal with the player can exceed: every gift at its best, all linked."""
    gifts = sum(
        max(party.values.get(issue.id, {}).get(level.you, [0.0]))
        for issue in level.issues
        if level.you in issue.givers
    )
    return gifts + sum(max(link.points, 0.0) for link in party.linkages)
