"""Wedges and the bath: the parts add up, and the sinks of today are those of the record."""

import numpy as np
import pytest

from game.climate.carbon import GTCO2_PER_PPM
from game.climate.outcome import gap_2030_gtco2e
from game.debrief.debrief import Debrief
from game.session.session import Session

# Friedlingstein et al. 2022, Earth Syst. Sci. Data 14, 4811-4900: in 2021 the sea took up
# 2.9 +- 0.4 GtC and the land 3.5 +- 0.9 GtC; together 6.4 +- 1.0 GtC, 3.664 GtCO2 each.
SINKS_2021_GTCO2, THEIR_RANGE_GTCO2 = 23.4, 3.6


def test_the_wedges_lie_between_the_two_paths(game: Session) -> None:
    wedges = Debrief(game).wedges
    together = np.sum([wedge.cut_gtco2e for wedge in wedges.wedges], axis=0)
    between = wedges.before_gtco2e - wedges.after_gtco2e
    assert np.allclose(together, between, atol=0.05)


def test_the_cut_and_the_gap_are_those_of_the_score_card(game: Session) -> None:
    wedges = Debrief(game).wedges
    assert wedges.cut_in(2030) == pytest.approx(game.score().cut_2030_gtco2e)
    after = game.now.emissions.in_year(2030)
    assert wedges.gap_gtco2e(1.5) == pytest.approx(gap_2030_gtco2e(after, 1.5))


def test_what_flows_in_and_not_out_raises_the_level(game: Session) -> None:
    bath = Debrief(game).bath
    stayed = (bath.inflow_gtco2 - bath.outflow_gtco2)[2:-2].sum()
    risen = (bath.level_ppm[-3] - bath.level_ppm[1]) * GTCO2_PER_PPM
    assert stayed == pytest.approx(risen, rel=0.03)


def test_land_and_sea_took_up_in_2021_what_the_record_says(game: Session) -> None:
    assert Debrief(game).bath.outflow_gtco2[0] == pytest.approx(
        SINKS_2021_GTCO2, abs=THEIR_RANGE_GTCO2
    )
