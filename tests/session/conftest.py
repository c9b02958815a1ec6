"""A level to play and a folder to save in."""

from pathlib import Path

import pytest

from game.levels.loader import Level
from tests.sharing import shipped_level


@pytest.fixture(scope="session")
def tianjin() -> Level:
    """Return the first level."""
    return shipped_level("tianjin")


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    """Return an empty folder for logs."""
    return tmp_path / "saves"
