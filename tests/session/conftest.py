"""A level to play and a folder to save in."""

from pathlib import Path

import pytest

from game.levels.loader import Level, load_level
from game.paths import builtin_levels_dir


@pytest.fixture(scope="session")
def tianjin() -> Level:
    """Return the first level."""
    return load_level(builtin_levels_dir() / "tianjin")


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    """Return an empty folder for logs."""
    return tmp_path / "saves"
