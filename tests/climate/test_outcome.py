"""Outcomes are named as the IPCC names them."""

import numpy as np
import pytest

from game.climate.outcome import ar6_category, gap_2030_gtco2e
from game.climate.projection import Projection


def world(peak_c: list[float], in_2100_c: list[float] | None = None) -> Projection:
    """Make a projection of a hundred members with the given peak and end, evenly shared out."""
    peak = np.repeat(peak_c, 100 // len(peak_c))
    end = peak if in_2100_c is None else np.repeat(in_2100_c, 100 // len(in_2100_c))
    years = np.arange(1850, 2101)
    return Projection(years, np.zeros((7, 251)), np.zeros(251), end, peak)


def shares(above: int, high_c: float, low_c: float) -> list[float]:
    return [high_c] * above + [low_c] * (100 - above)


@pytest.mark.parametrize(
    ("projection", "category"),
    [
        (world([1.4]), "C1"),
        (world(shares(67, 1.6, 1.4), shares(49, 1.6, 1.4)), "C1"),
        (world(shares(68, 1.6, 1.4), shares(49, 1.6, 1.4)), "C2"),
        (world([2.6], [1.3]), "C2"),
        (world([1.7]), "C3"),
        (world(shares(32, 2.1, 1.7)), "C3"),
        (world(shares(33, 2.1, 1.7)), "C4"),
        (world(shares(49, 2.1, 1.7)), "C4"),
        (world(shares(50, 2.1, 1.7)), "C5"),
        (world([2.7]), "C6"),
        (world([3.5]), "C7"),
        (world(shares(49, 4.1, 3.9)), "C7"),
        (world(shares(50, 4.1, 3.9)), "C8"),
        (world([5.0]), "C8"),
    ],
)
def test_categories_follow_the_reports_definitions(projection: Projection, category: str) -> None:
    """IPCC AR6 WGIII table SPM.2 and annex III.II.3.2."""
    assert ar6_category(projection) == category


def test_the_gap_is_what_lies_above_the_published_level() -> None:
    assert gap_2030_gtco2e(55.0, 1.5) == pytest.approx(24.0)
    assert gap_2030_gtco2e(55.0, 2.0) == pytest.approx(11.0)
    assert gap_2030_gtco2e(30.0, 1.5) < 0.0


def test_a_limit_without_a_published_level_is_refused() -> None:
    with pytest.raises(ValueError, match="2030"):
        gap_2030_gtco2e(55.0, 1.7)


def test_odds_are_shares_of_members() -> None:
    projection = world(shares(30, 1.6, 1.4), shares(10, 1.6, 1.4))
    assert projection.probability_below(1.5, "peak") == pytest.approx(0.70)
    assert projection.probability_below(1.5, "2100") == pytest.approx(0.90)
