"""How quick the climate follows a slider: run with `pytest tests/benchmarks --benchmark-only`."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.climate.calibration.assessed_targets import read_scenarios
from game.climate.ensemble import Ensemble, load_ensemble
from game.climate.pathway import FIRST_YEAR, LAST_YEAR, Pathway
from game.climate.projection import Projection, project
from game.paths import assets_dir

FOLDER = assets_dir() / "climate"


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    return load_ensemble(FOLDER)


@pytest.fixture(scope="module")
def emissions() -> np.ndarray:
    return read_scenarios((FOLDER / "scenarios.csv").read_text("utf-8"))["ssp245"]


def with_odds(pathway: Pathway, ensemble: Ensemble) -> tuple[Projection, list[float]]:
    projection = project(pathway, ensemble)
    odds = [projection.probability_below(limit, "peak") for limit in (1.5, 2.0)]
    odds += [projection.probability_below(limit, "2100") for limit in (1.5, 2.0)]
    return projection, odds


def test_2022_to_2100_with_quantiles_and_odds(
    benchmark: Callable[..., Any], ensemble: Ensemble, emissions: np.ndarray
) -> None:
    """At most 10 ms (p50) is promised for 600 members and more; 6 ms is aimed at."""
    pathway = Pathway(np.arange(2022, LAST_YEAR + 1), emissions[2022 - 2015 :])
    projection, odds = benchmark(with_odds, pathway, ensemble)
    assert len(ensemble) >= 600
    assert projection.warming_c.shape == (7, 251)
    assert all(0.0 <= share <= 1.0 for share in odds)


def test_1750_to_2100(
    benchmark: Callable[..., Any], ensemble: Ensemble, emissions: np.ndarray
) -> None:
    """At most 45 ms is promised."""
    past = ensemble.members.record.emissions[: 2015 - FIRST_YEAR]
    whole = Pathway(np.arange(FIRST_YEAR, LAST_YEAR + 1), np.vstack([past, emissions]))
    projection, _ = benchmark(with_odds, whole, ensemble)
    assert projection.warming_2100_c.shape == (len(ensemble),)


def test_loading_the_ensemble(benchmark: Callable[..., Any]) -> None:
    """At most 50 ms: files read, 640 climates run from 1750 to 2021."""
    loaded = benchmark(load_ensemble, FOLDER)
    assert len(loaded) >= 600
