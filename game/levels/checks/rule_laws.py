"""The laws that the rules rest on, told of a level before it is played."""

from __future__ import annotations

from collections.abc import Iterator

from game.climate.world import World
from game.levels.compile import scenario_of
from game.levels.findings import Finding, error
from game.levels.schema.fields import LevelField
from game.negotiation.model.soundness import broken_laws


def check_laws(level: LevelField, world: World) -> Iterator[Finding]:
    """Yield an error for each law of the rules that a level breaks; they would refuse to play it.

    The level must have passed all other checks.
    """
    for broken in broken_laws(scenario_of(level, level.you, world)):
        yield error(broken.where, broken.law, broken.fields)
