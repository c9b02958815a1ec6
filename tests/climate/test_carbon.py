"""Carbon that is emitted is in the air or in the sinks, and leaves the air as is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.climate.carbon import (
    DECAYING_LIFETIMES_YR,
    DECAYING_SHARES,
    G0,
    G1_YR,
    GTCO2_PER_PPM,
    PERMANENT_SHARE,
    CarbonCycle,
    CarbonSensitivity,
)
from game.climate.ensemble import Ensemble

YEARLY = st.lists(st.floats(-40.0, 130.0), min_size=3, max_size=60)


def one_member(
    iirf_0_yr: float = 32.0, uptake: float = 0.004, airborne: float = 0.001, warming: float = 2.0
) -> CarbonSensitivity:
    return CarbonSensitivity(*(np.array([x]) for x in (iirf_0_yr, uptake, airborne, warming)))


def airborne_after(
    cycle: CarbonCycle, emissions: np.ndarray, warming_c: float = 0.0
) -> tuple[np.ndarray, float]:
    boxes, permanent = np.zeros((3, 1)), 0.0
    for year, emitted in enumerate(emissions):
        airborne = boxes.sum(axis=0) + permanent
        boxes = cycle.step(year, boxes, airborne, np.array([warming_c]))
        permanent += PERMANENT_SHARE * emitted
    return boxes, permanent


def test_a_ppm_of_co2_weighs_2_13_gtc() -> None:
    assert pytest.approx(2.13, abs=0.01) == GTCO2_PER_PPM * 12.011 / 44.009


def test_the_shares_of_a_pulse_are_the_whole_pulse() -> None:
    assert PERMANENT_SHARE + DECAYING_SHARES.sum() == pytest.approx(1.0, abs=1e-12)


@given(YEARLY, st.floats(-0.5, 5.0))
@settings(max_examples=40, deadline=None)
def test_what_is_emitted_is_airborne_or_in_the_sinks(yearly: list[float], warming: float) -> None:
    """Sinks are summed from the decay of each box within each year, by quadrature."""
    emissions = np.array(yearly)
    sensitivity = one_member()
    cycle = CarbonCycle(sensitivity, emissions, 0.0)
    nodes, node_weights = np.polynomial.legendre.leggauss(24)
    within, share_of_year = 0.5 * (nodes + 1.0), 0.5 * node_weights
    boxes, permanent, sinks, emitted = np.zeros((3, 1)), 0.0, 0.0, 0.0
    for year, this_year in enumerate(emissions):
        airborne = boxes.sum(axis=0) + permanent
        iirf = (
            sensitivity.iirf_0_yr
            + sensitivity.uptake_yr_per_gtco2 * (emitted - airborne)
            + sensitivity.airborne_yr_per_gtco2 * airborne
            + sensitivity.temperature_yr_per_c * warming
        )
        rate = 1.0 / (DECAYING_LIFETIMES_YR * G0 * np.exp(np.minimum(iirf, 100.0)[0] / G1_YR))
        held = DECAYING_SHARES * this_year / rate
        course = held + (boxes[:, 0] - held) * np.exp(-rate * within[:, None])
        sinks += float(share_of_year @ course @ rate)
        boxes = cycle.step(year, boxes, airborne, np.array([warming]))
        permanent += PERMANENT_SHARE * this_year
        emitted += this_year
    scale = max(1.0, np.abs(emissions).sum())
    assert boxes.sum() + permanent + sinks == pytest.approx(emissions.sum(), abs=1e-9 * scale)


def test_the_part_that_stays_never_shrinks_however_long_one_waits() -> None:
    emissions = np.zeros(20_000)
    emissions[0] = 1000.0
    fast = one_member(uptake=0.0, airborne=0.0, warming=0.0)
    boxes, permanent = airborne_after(CarbonCycle(fast, emissions, 0.0), emissions)
    assert permanent == PERMANENT_SHARE * 1000.0
    assert boxes.sum() < 1e-6


def test_sinks_weaken_as_the_world_warms() -> None:
    emissions = np.full(50, 40.0)
    cycle = CarbonCycle(one_member(), emissions, 2000.0)
    cool, _ = airborne_after(cycle, emissions, 1.0)
    warm, _ = airborne_after(cycle, emissions, 3.0)
    assert warm.sum() > cool.sum()


def test_a_year_in_one_step_is_the_year_in_many() -> None:
    """Lifetimes held: the step is the exact solution for even emissions."""
    emissions = np.array([40.0])
    sensitivity = one_member(uptake=0.0, airborne=0.0, warming=0.0)
    boxes, _ = airborne_after(CarbonCycle(sensitivity, emissions, 0.0), emissions)
    stretch = G0 * np.exp(32.0 / G1_YR)
    fine, steps = np.zeros(3), 20_000
    for _ in range(steps):
        middle = fine + 0.5 / steps * (
            DECAYING_SHARES * 40.0 - fine / (DECAYING_LIFETIMES_YR * stretch)
        )
        fine = fine + (DECAYING_SHARES * 40.0 - middle / (DECAYING_LIFETIMES_YR * stretch)) / steps
    assert boxes[:, 0] == pytest.approx(fine, rel=1e-7)


def test_the_ensemble_keeps_about_four_tenths_of_the_co2_emitted_so_far(
    ensemble: Ensemble,
) -> None:
    """Global Carbon Budget 2024: 0.40 since 1750; higher since 1959 (IPCC AR6 WG1 5.2.1)."""
    end = ensemble.past.end
    airborne = end.permanent_gtco2 + end.decaying_gtco2.sum(axis=0)
    assert np.all((airborne / end.emitted_gtco2 > 0.39) & (airborne / end.emitted_gtco2 < 0.43))
