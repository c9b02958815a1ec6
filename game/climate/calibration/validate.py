"""Draws this model's fan over the reference emulator's.

    python -m game.climate.calibration.validate

writes `validation_warming.svg` and `validation_co2.svg` to `docs/figures/`, from a checkout.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from game.climate.calibration.assessed_targets import SCENARIO_FROM, read_scenarios
from game.climate.calibration.validation_figures import ScenarioPanel, figure
from game.climate.ensemble import load_ensemble
from game.climate.pathway import LAST_YEAR, Pathway
from game.climate.projection import Projection, project

SCENARIOS_FILE = "scenarios.csv"
NAMES = {
    "ssp119": "SSP1-1.9",
    "ssp126": "SSP1-2.6",
    "ssp245": "SSP2-4.5",
    "ssp370": "SSP3-7.0",
    "ssp585": "SSP5-8.5",
}
FIRST_DRAWN = 1950
Published = dict[tuple[str, str], list[tuple[float, float, float, float]]]


def read_published(text: str) -> Published:
    """Rows (year, 5 %, median, 95 %) by scenario and quantity; rows without a median are left."""
    published: Published = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        if row["p50"]:
            values = tuple(float(row[key]) for key in ("year", "p05", "p50", "p95"))
            key = (row["scenario"], row["quantity"])
            published.setdefault(key, []).append((values[0], values[1], values[2], values[3]))
    return published


def warming_panel(name: str, projection: Projection, published: Published) -> ScenarioPanel:
    """Our warming under one scenario, the emulator's lines and the assessed ranges on it."""
    shown = projection.years >= FIRST_DRAWN
    quantiles = projection.warming_c[:, shown]
    return ScenarioPanel(
        title=NAMES[name],
        x=projection.years[shown].astype(float),
        bands=((quantiles[0], quantiles[-1]), (quantiles[1], quantiles[-2])),
        line=quantiles[3],
        dashed=np.array(published.get((name, "warming_c"), [])),
        bars=np.array(published.get((name, "ar6_assessed_c"), [])),
    )


def co2_panel(name: str, projection: Projection, published: Published) -> ScenarioPanel:
    """Our median CO2 under one scenario over the emulator's range."""
    shown = projection.years >= FIRST_DRAWN
    return ScenarioPanel(
        title=NAMES[name],
        x=projection.years[shown].astype(float),
        bands=(),
        line=projection.co2_ppm_p50[shown],
        dashed=np.array(published.get((name, "co2_ppm"), [])),
        bars=np.empty((0, 4)),
    )


def main(arguments: list[str] | None = None) -> int:
    """Run five scenarios and draw them."""
    parser = argparse.ArgumentParser(
        prog="python -m game.climate.calibration.validate", description=__doc__
    )
    parser.add_argument("--folder", type=Path, default=Path("assets/climate"))
    parser.add_argument(
        "--published", type=Path, default=Path("tests/climate/reference_emulator.csv")
    )
    parser.add_argument("--out", type=Path, default=Path("docs/figures"))
    options = parser.parse_args(arguments)
    ensemble = load_ensemble(options.folder)
    scenarios = read_scenarios((options.folder / SCENARIOS_FILE).read_text("utf-8"))
    published = read_published(options.published.read_text("utf-8"))
    years = np.arange(SCENARIO_FROM, LAST_YEAR + 1)
    projections = {name: project(Pathway(years, scenarios[name]), ensemble) for name in NAMES}
    options.out.mkdir(parents=True, exist_ok=True)
    warming = figure(
        [warming_panel(name, projections[name], published) for name in NAMES],
        name="warming",
        title="Warming above 1850-1900, °C",
        key=(
            "this model: median, 17-83 %, 5-95 %",
            "reference emulator: 5 %, median, 95 %",
            "assessed by the IPCC (AR6): 5 %, best, 95 %",
        ),
        y_range=(-0.5, 6.5),
        y_step=1.0,
    )
    co2 = figure(
        [co2_panel(name, projections[name], published) for name in NAMES],
        name="co2",
        title="CO2 in the air, ppm",
        key=("this model: median", "reference emulator: 5 %, median, 95 %", ""),
        y_range=(280.0, 1120.0),
        y_step=200.0,
    )
    (options.out / "validation_warming.svg").write_text(warming, "utf-8")
    (options.out / "validation_co2.svg").write_text(co2, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
