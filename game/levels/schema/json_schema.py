"""The JSON Schema of a level file, for editors that complete and check YAML."""

from __future__ import annotations

from game.levels.schema.fields import LevelField


def schema() -> dict[str, object]:
    """JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **LevelField.model_json_schema(),
    }
