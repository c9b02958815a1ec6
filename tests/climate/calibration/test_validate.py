"""The validation figures are drawn from what is published, as proper SVG."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from game.climate.calibration.assessed_targets import read_scenarios
from game.climate.calibration.validate import NAMES, main, read_published
from game.climate.ensemble import Ensemble
from game.climate.pathway import Pathway
from game.climate.projection import Projection, project
from game.paths import assets_dir

HERE = Path(__file__).parents[1]
FOLDER = assets_dir() / "climate"


def test_two_sheets_of_five_panels_are_drawn(tmp_path: Path) -> None:
    published = str(HERE / "reference_emulator.csv")
    assert main(["--folder", str(FOLDER), "--published", published, "--out", str(tmp_path)]) == 0
    for name in ("validation_warming.svg", "validation_co2.svg"):
        sheet = ElementTree.fromstring((tmp_path / name).read_text("utf-8"))
        words = [element.text for element in sheet.iter() if element.tag.endswith("text")]
        assert set(NAMES.values()) <= set(words)


@pytest.fixture(scope="module")
def projections(ensemble: Ensemble) -> dict[str, Projection]:
    scenarios = read_scenarios((FOLDER / "scenarios.csv").read_text("utf-8"))
    years = np.arange(2015, 2101)
    return {name: project(Pathway(years, scenarios[name]), ensemble) for name in NAMES}


@pytest.mark.parametrize("scenario", sorted(NAMES))
def test_every_scenario_lies_in_the_ranges_the_ipcc_assessed(
    scenario: str, projections: dict[str, Projection]
) -> None:
    """IPCC AR6 WG1 table SPM.1; SSP1-2.6 and SSP3-7.0 were not seen by the calibration."""
    published = read_published((HERE / "reference_emulator.csv").read_text("utf-8"))
    spans = {2030: (2021, 2040), 2050: (2041, 2060), 2090: (2081, 2100)}
    for year, low, _, high in published[scenario, "ar6_assessed_c"]:
        first, last = spans[int(year)]
        median = projections[scenario].warming_c[3, first - 1850 : last + 1 - 1850].mean()
        assert low < median < high
