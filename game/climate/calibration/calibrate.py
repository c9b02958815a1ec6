"""Make the ensemble: draw from the priors, run them, keep what agrees with what is known.

    python -m game.climate.calibration.calibrate

writes `ensemble.npz` and `ensemble_provenance.json` to `assets/climate/`. The same seed gives the
same bytes.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from game.climate.arrays import FloatArray, IntArray
from game.climate.calibration.assessed_ranges import ASSESSED, diagnose
from game.climate.calibration.assessed_targets import (
    SCENARIO_FROM,
    Target,
    quantities,
    read_scenarios,
    read_targets,
)
from game.climate.calibration.priors import PRIORS, draw
from game.climate.calibration.raking import Range, choose, rake
from game.climate.chain import Trace, run, state_in_1750
from game.climate.ensemble import load_record, save_members
from game.climate.members import Members
from game.climate.past import BASELINE, QUANTILES, annual_means
from game.climate.pathway import FIRST_YEAR
from game.climate.record import Record

DRAWS = 1_500_000
MEMBERS = 640
SEED = 20211031  # the day COP26 opened
TRIES = 5000
BATCH = 2000
SCENARIOS_FILE = "scenarios.csv"
TARGETS_FILE = "emulator.csv"
PROVENANCE_FILE = "ensemble_provenance.json"

# A draw whose record is far from anything measured is not run any further: nothing would be left
# of its weight. The bounds lie well outside the assessed ranges.
AIRBORNE_FRACTION = (0.395, 0.425)
WARMING_2003_2021_C = (0.70, 1.45)


class Scenarios:
    """The emulator's scenarios and what is to be compared in them."""

    def __init__(self, emissions: dict[str, FloatArray], targets: list[Target]) -> None:
        """Emissions of 2015-2100 by scenario, and the targets for them."""
        self.emissions = emissions
        self.targets = targets

    def look(self, members: Members) -> dict[str, FloatArray]:
        """Each member's value of every target, by its label."""
        first = members.record.emissions[: SCENARIO_FROM - FIRST_YEAR]
        past = run(members, FIRST_YEAR, first, state_in_1750(len(members)))
        warming = annual_means(past.surface_c)
        baseline = warming[BASELINE[0] - FIRST_YEAR : BASELINE[1] + 1 - FIRST_YEAR].mean(axis=0)
        seen: dict[str, FloatArray] = {}
        before = quantities(members, past, baseline)
        for scenario in dict.fromkeys(target.scenario for target in self.targets):
            emissions = self.emissions[scenario]
            after = quantities(members, run(members, SCENARIO_FROM, emissions, past.end), baseline)
            for target in self.targets:
                if target.scenario == scenario:
                    when, year = (
                        (before, target.year - FIRST_YEAR)
                        if target.year < SCENARIO_FROM
                        else (after, target.year - SCENARIO_FROM)
                    )
                    seen[label(target)] = when[target.quantity][year].copy()
        return seen


def label(target: Target) -> str:
    """Return a target's name in the provenance note."""
    return f"{target.quantity} {target.scenario} {target.year}"


def candidates(
    record: Record, scenarios: Scenarios, draws: int, seed: int
) -> tuple[dict[str, FloatArray], dict[str, FloatArray]]:
    """Parameters of the draws that came through the record, and what they say of everything."""
    chance = np.random.default_rng(seed)
    parameters: list[dict[str, FloatArray]] = []
    says: list[dict[str, FloatArray]] = []
    for _ in tqdm(range(max(1, draws // BATCH)), desc="draws", unit="batch", disable=None):
        members = Members(draw(BATCH, chance), record)
        known = diagnose(members, run_record(members))
        kept = np.flatnonzero(
            _within(known["airborne_fraction_2021"], AIRBORNE_FRACTION)
            & _within(known["warming_2003_2021_c"], WARMING_2003_2021_C)
        )
        members = members.select(kept)
        parameters.append(members.parameters)
        says.append({name: values[kept] for name, values in known.items()})
        says[-1].update(scenarios.look(members))
    return _joined(parameters), _joined(says)


def calibrate(
    folder: Path, draws: int, count: int, tries: int, seed: int
) -> tuple[Members, dict[str, object]]:
    """Return the calibrated members, and the note that says where they come from."""
    record = load_record(folder)
    scenarios = Scenarios(
        read_scenarios((folder / SCENARIOS_FILE).read_text("utf-8")),
        read_targets((folder / TARGETS_FILE).read_text("utf-8")),
    )
    pool, says = candidates(record, scenarios, draws, seed)
    ranges = ranges_of(scenarios.targets)
    weights = rake(says, ranges)
    outcomes = {
        label(target): ranges[label(target)]
        for target in scenarios.targets
        if target.quantity in ("warming_c", "co2_ppm")
    }
    chosen = choose(weights, says, outcomes, count, tries, np.random.default_rng([seed, 1]))
    note = {
        "made_by": "python -m game.climate.calibration.calibrate",
        "seed": seed,
        "draws": draws,
        "draws_that_came_through_the_record": len(weights),
        "effective_draws": round(float(1.0 / np.sum(weights**2)), 1),
        "members": count,
        "different_members": len(np.unique(chosen)),
        "quantities": _reached(says, ranges, chosen),
        "priors": {name: prior._asdict() for name, prior in PRIORS.items()},
    }
    return Members(pool, record).select(chosen), note


def ranges_of(targets: list[Target]) -> dict[str, Range]:
    """All that the members are held to: the IPCC's assessed ranges and the emulator's quantiles."""
    ranges = {
        label(target): Range(QUANTILES, target.values, "the reference emulator")
        for target in targets
    }
    for name, assessed in ASSESSED.items():
        values = (assessed.low, assessed.middle, assessed.high)
        ranges[name] = Range((0.05, 0.5, 0.95), values, assessed.source)
    return ranges


def run_record(members: Members) -> Trace:
    """Return the record, 1750-2021, for members that are not an ensemble yet."""
    return run(members, FIRST_YEAR, members.record.emissions, state_in_1750(len(members)))


def _within(values: FloatArray, bounds: tuple[float, float]) -> npt.NDArray[np.bool_]:
    return (values > bounds[0]) & (values < bounds[1])


def _joined(batches: list[dict[str, FloatArray]]) -> dict[str, FloatArray]:
    return {name: np.concatenate([batch[name] for batch in batches]) for name in batches[0]}


def _reached(
    says: dict[str, FloatArray], ranges: dict[str, Range], chosen: IntArray
) -> dict[str, object]:
    return {
        name: {
            "shares": known.shares,
            "aimed_at": known.values,
            "reached": np.quantile(says[name][chosen], known.shares).round(4).tolist(),
            "source": known.source,
        }
        for name, known in ranges.items()
    }


def main(arguments: list[str] | None = None) -> int:
    """Calibrate and write the files."""
    parser = argparse.ArgumentParser(
        prog="python -m game.climate.calibration.calibrate", description=__doc__
    )
    parser.add_argument("--folder", type=Path, default=Path("assets/climate"))
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--members", type=int, default=MEMBERS)
    parser.add_argument("--tries", type=int, default=TRIES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    members, note = calibrate(
        options.folder, options.draws, options.members, options.tries, options.seed
    )
    save_members(members, options.folder)
    (options.folder / PROVENANCE_FILE).write_text(json.dumps(note, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
