"""A folder of saved games, without playing them."""

import os
from pathlib import Path

from game.paths import saves_dir
from tests.copying import copy_file


def recorded(number: int, project_root: Path, name: str = "tianjin") -> list[Path]:
    """Return logs of a recorded game in the user's folder, the first of them played last."""
    saves_dir().mkdir(parents=True, exist_ok=True)
    paths = [saves_dir() / f"game-{at:03}.jsonl" for at in range(number)]
    for at, path in enumerate(paths):
        copy_file(project_root / "tests" / "replays" / f"{name}.jsonl", path)
        os.utime(path, (1_700_000_000 - at, 1_700_000_000 - at))
    return paths
