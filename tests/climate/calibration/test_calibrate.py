"""The calibration weighs fairly and repeats to the bit."""

import json
from pathlib import Path

import numpy as np
import pytest

from game.climate.calibration.calibrate import PROVENANCE_FILE, main
from game.climate.calibration.priors import PRIORS, draw
from game.climate.calibration.raking import Range, choose, rake
from game.climate.ensemble import ENSEMBLE_FILE
from game.climate.members import PARAMETERS
from game.paths import assets_dir

ASSETS = assets_dir() / "climate"


def calibrated(folder: Path, seed: str) -> tuple[bytes, str]:
    for name in ("history.csv", "given.csv", "scenarios.csv", "emulator.csv"):
        (folder / name).write_bytes((ASSETS / name).read_bytes())
    few = [
        "--folder",
        str(folder),
        "--draws",
        "4000",
        "--members",
        "30",
        "--tries",
        "20",
        "--seed",
        seed,
    ]
    assert main(few) == 0
    return (folder / ENSEMBLE_FILE).read_bytes(), (folder / PROVENANCE_FILE).read_text("utf-8")


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    made = []
    for run, seed in enumerate(("7", "7", "8")):
        folder = tmp_path / str(run)
        folder.mkdir()
        made.append(calibrated(folder, seed))
    assert made[0] == made[1]
    assert made[0][0] != made[2][0]


def test_weights_make_a_range_hold() -> None:
    chance = np.random.default_rng(1)
    says = {"warming": chance.normal(2.0, 1.0, 20_000), "uptake": chance.normal(0.0, 1.0, 20_000)}
    aim = Range((0.05, 0.5, 0.95), (1.0, 1.5, 2.5), "a test")
    weights = rake(says, {"warming": aim})
    assert weights.sum() == pytest.approx(1.0)
    for share, value in zip(aim.shares, aim.values, strict=True):
        assert weights[says["warming"] < value].sum() == pytest.approx(share, abs=0.01)
    assert np.sum(weights * says["uptake"]) == pytest.approx(0.0, abs=0.05)


def test_members_are_chosen_by_weight() -> None:
    chance = np.random.default_rng(2)
    says = {"warming": chance.normal(2.0, 1.0, 5000)}
    weights = np.where(says["warming"] > 2.0, 3.0, 1.0)
    aim = {"warming": Range((0.25, 0.5, 0.75), (2.0, 2.4, 2.8), "a test")}
    chosen = choose(weights / weights.sum(), says, aim, 400, 20, chance)
    assert len(chosen) == 400
    assert np.mean(says["warming"][chosen] > 2.0) == pytest.approx(0.75, abs=0.03)


def test_draws_are_possible_carbon_cycles() -> None:
    drawn = draw(2000, np.random.default_rng(3))
    assert set(drawn) == set(PARAMETERS)
    assert len(drawn["feedback"]) > 1000
    for name in ("iirf_0_yr", "iirf_uptake_yr_per_gtco2", "feedback", "co2_scale"):
        assert np.all(drawn[name] > 0.0), name


def test_every_prior_names_its_source() -> None:
    assert all(prior.source for prior in PRIORS.values())


def test_the_shipped_ensemble_says_how_it_was_made() -> None:
    note = json.loads((ASSETS / PROVENANCE_FILE).read_text("utf-8"))
    assert note["members"] >= 600
    assert note["different_members"] > 0.9 * note["members"]
    assert note["effective_draws"] > note["members"]
    for name, quantity in note["quantities"].items():
        aimed, reached = np.array(quantity["aimed_at"]), np.array(quantity["reached"])
        middle = quantity["shares"].index(0.5)
        width = aimed[-1] - aimed[0]
        assert abs(reached[middle] - aimed[middle]) < 0.12 * width, name
