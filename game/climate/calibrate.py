"""Make the ensemble: draw from the priors, run the record, keep what agrees with the assessments.

    python -m game.climate.calibrate

writes `ensemble.npz` and `ensemble_provenance.json` to `assets/climate/`. The same seed gives the
same bytes.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tqdm import tqdm

from game.climate.arrays import FloatArray, IntArray
from game.climate.assessed import ASSESSED, Assessed, diagnose
from game.climate.chain import run, state_in_1750
from game.climate.ensemble import load_record, save_members
from game.climate.members import PARAMETERS, Members
from game.climate.pathway import FIRST_YEAR
from game.climate.priors import PRIORS, draw, possible
from game.climate.record import Record

DRAWS = 120_000
MEMBERS = 800
SEED = 20211031  # the day COP26 opened
BATCH = 1000
PROVENANCE_FILE = "ensemble_provenance.json"
RAKING_ROUNDS = 60


def candidates(
    record: Record, draws: int, seed: int
) -> Iterator[tuple[Members, dict[str, FloatArray]]]:
    """Batches of drawn members, each with what it says of the assessed quantities."""
    chance = np.random.default_rng(seed)
    for _ in tqdm(range(draws // BATCH), desc="members", unit="batch", disable=None):
        drawn = draw(BATCH, chance)
        members = Members(drawn, record).select(np.flatnonzero(possible(drawn)))
        trace = run(members, FIRST_YEAR, record.emissions, state_in_1750(len(members)))
        yield members, diagnose(members, trace)


def weigh(diagnosed: dict[str, FloatArray]) -> FloatArray:
    """Weights, summing to 1, under which every assessed range holds: shape (candidates,).

    Each range says how much belief lies below 5 %, between 5 % and the middle, and so on.
    Weights are scaled to one range after the other until all hold (raking, Deming & Stephan 1940,
    Ann. Math. Stat. 11, 427-444): of all weights that fit, those nearest to the prior.
    """
    bins = {name: _bins(diagnosed[name], ASSESSED[name]) for name in ASSESSED}
    some = next(iter(diagnosed.values()))
    weights = np.full(len(some), 1.0 / len(some))
    for _ in range(RAKING_ROUNDS):
        for name in ASSESSED:
            held = np.bincount(bins[name], weights, minlength=len(BELIEF))
            weights *= (BELIEF / np.maximum(held, 1e-300))[bins[name]]
    normal: FloatArray = weights / weights.sum()
    return normal


# Belief in each part of a range: tails thin out beyond the 5 and 95 % points, so that each tail
# is split at the distance again by which the point lies from the middle.
BELIEF = np.array([0.05, 0.45, 0.45, 0.05])


def _bins(values: FloatArray, assessed: Assessed) -> IntArray:
    edges = np.array([assessed.low, assessed.middle, assessed.high])
    return np.digitize(values, edges)


def choose(weights: FloatArray, count: int, seed: int) -> IntArray:
    """Numbers of `count` members, drawn by weight at even steps, in an order that says nothing."""
    chance = np.random.default_rng([seed, 1])
    steps = (np.arange(count) + chance.random()) / count
    chosen = np.searchsorted(np.cumsum(weights), steps * weights.sum())
    return chance.permutation(np.minimum(chosen, len(weights) - 1))


def calibrate(
    record: Record, draws: int, members: int, seed: int
) -> tuple[Members, dict[str, object]]:
    """The calibrated members and the note that says where they come from."""
    batches = list(candidates(record, draws, seed))
    pool = {name: np.concatenate([batch[name] for batch, _ in batches]) for name in PARAMETERS}
    diagnosed = {name: np.concatenate([says[name] for _, says in batches]) for name in ASSESSED}
    weights = weigh(diagnosed)
    chosen = choose(weights, members, seed)
    note = _note(diagnosed, weights, chosen, draws, seed)
    return Members(pool, record).select(chosen), note


def _note(
    diagnosed: dict[str, FloatArray],
    weights: FloatArray,
    chosen: IntArray,
    draws: int,
    seed: int,
) -> dict[str, object]:
    reached = {
        name: {
            "assessed": assessed[:3],
            "reached": np.quantile(diagnosed[name][chosen], (0.05, 0.5, 0.95)).round(4).tolist(),
            "source": assessed.source,
        }
        for name, assessed in ASSESSED.items()
    }
    return {
        "made_by": "python -m game.climate.calibrate",
        "draws": draws,
        "seed": seed,
        "members": len(chosen),
        "different_members": len(np.unique(chosen)),
        "effective_draws": round(float(1.0 / np.sum(weights**2)), 1),
        "quantities": reached,
        "priors": {name: prior._asdict() for name, prior in PRIORS.items()},
    }


def main(arguments: list[str] | None = None) -> int:
    """Calibrate and write the files."""
    parser = argparse.ArgumentParser(prog="python -m game.climate.calibrate", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("assets/climate"))
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--members", type=int, default=MEMBERS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    members, note = calibrate(
        load_record(options.folder), options.draws, options.members, options.seed
    )
    save_members(members, options.folder)
    (options.folder / PROVENANCE_FILE).write_text(json.dumps(note, indent=1) + "\n", "utf-8")
    print(json.dumps(note["quantities"], indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
