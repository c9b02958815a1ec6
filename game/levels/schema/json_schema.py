"""The JSON Schema of level and world files, for editors that complete and check YAML."""

from __future__ import annotations

from pydantic import BaseModel

from game.levels.schema.fields import LevelField
from game.levels.world_file import WorldField

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, object]:
    """Return the JSON Schema of a level file, draft 2020-12."""
    return _schema(LevelField)


def world_schema() -> dict[str, object]:
    """Return the JSON Schema of a world file, draft 2020-12."""
    return _schema(WorldField)


def _schema(model: type[BaseModel]) -> dict[str, object]:
    return {"$schema": DRAFT, **model.model_json_schema()}
