"""Places on the map where a round can meet."""

from __future__ import annotations

import json
from functools import lru_cache

from game.paths import assets_dir

BY_VIDEO = "by video"  # a round that meets nowhere; the map stays where the one before met


@lru_cache(maxsize=1)  # one read of 60 kB for all rounds of all levels
def known_places() -> tuple[str, ...]:
    """Return the names of the places, as levels write them; the last is no place."""
    file = assets_dir() / "map" / "world.json"
    return (*json.loads(file.read_text(encoding="utf-8"))["places"], BY_VIDEO)
