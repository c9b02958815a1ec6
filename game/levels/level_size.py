"""The size of a level in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import Texts

if TYPE_CHECKING:
    from game.levels.schema.fields import LevelField


def facts_told(level: LevelField, texts: Texts) -> str:
    """Return delegations, issues, rounds and minutes, each in its number."""
    return texts(
        "levels.facts",
        delegations=texts("levels.facts.delegations", n=len(level.delegations) - 1),
        issues=texts("levels.facts.issues", n=len(level.issues)),
        rounds=texts("levels.facts.rounds", n=len(level.rounds)),
        minutes=texts("levels.facts.minutes", n=level.minutes),
    )
