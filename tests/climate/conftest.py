"""The calibrated ensemble, loaded once for all climate tests."""

import pytest

from game.climate.ensemble import Ensemble, load_ensemble
from game.paths import assets_dir


@pytest.fixture(scope="session")
def ensemble() -> Ensemble:
    return load_ensemble(assets_dir() / "climate")
