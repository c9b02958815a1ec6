"""Forcing warms three layers that lose nothing on the way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.climate.ensemble import Ensemble
from game.climate.forcing import doubled_co2_erf
from game.climate.temperature import (
    HeatLayers,
    equilibrium_sensitivity_c,
    heat_content,
    layer_temperatures,
    modes_of,
    step_modes,
    transient_response_c,
)

LAYERS = st.builds(
    lambda c, k, e: HeatLayers(np.array(c)[:, None], np.array(k)[:, None], np.array([e])),
    st.tuples(st.floats(2.0, 8.0), st.floats(5.0, 30.0), st.floats(30.0, 200.0)),
    st.tuples(st.floats(0.4, 3.0), st.floats(0.5, 6.0), st.floats(0.2, 2.0)),
    st.floats(0.7, 2.0),
)


def held(layers: HeatLayers, forcing_wm2: float, years: int) -> np.ndarray:
    """Modes after years of a held forcing, shape (years + 1, 3, members)."""
    modes = modes_of(layers)
    course = np.zeros((years + 1, 3, layers.heat_capacity.shape[1]))
    for year in range(years):
        step_modes(modes, course[year], np.array([forcing_wm2]), out=course[year + 1])
    return course


@given(LAYERS)
@settings(max_examples=30, deadline=None)
def test_the_end_of_a_held_forcing_is_forcing_over_feedback(layers: HeatLayers) -> None:
    modes = modes_of(layers)
    level = modes.gain * 3.93 / (1.0 - modes.kept)  # where a further year changes nothing
    stepped = np.empty_like(level)
    step_modes(modes, level, np.array([3.93]), out=stepped)
    assert stepped == pytest.approx(level, rel=1e-9)
    assert level.sum(axis=0) == pytest.approx(3.93 / layers.heat_transfer[0], rel=1e-9)


@given(LAYERS)
@settings(max_examples=20, deadline=None)
def test_the_modes_follow_the_layers_integrated_in_small_steps(layers: HeatLayers) -> None:
    c, k, e = layers.heat_capacity[:, 0], layers.heat_transfer[:, 0], layers.deep_efficacy[0]

    def slope(t: np.ndarray) -> np.ndarray:
        up, deep = k[1] * (t[0] - t[1]), k[2] * (t[1] - t[2])
        return np.array([3.0 - k[0] * t[0] - up, up - e * deep, deep]) / c

    t, steps = np.zeros(3), 50
    for _ in range(20 * steps):
        middle = t + 0.5 / steps * slope(t)
        t = t + slope(middle) / steps
    course = held(layers, 3.0, 20)
    modes = modes_of(layers)
    assert layer_temperatures(modes, course[-1])[:, 0] == pytest.approx(t, abs=2e-4)


@given(LAYERS)
@settings(max_examples=20, deadline=None)
def test_heat_that_comes_in_stays_in(layers: HeatLayers) -> None:
    """Heat content grows by forcing less what is radiated away (with the efficacy's share)."""
    modes = modes_of(layers)
    course = held(layers, 3.0, 400)
    at_end = layer_temperatures(modes, course[-1])
    warm = np.array([layer_temperatures(modes, state)[:, 0] for state in course])
    k, e = layers.heat_transfer[:, 0], layers.deep_efficacy[0]
    imbalance = 3.0 - k[0] * warm[:, 0] - (e - 1.0) * k[2] * (warm[:, 1] - warm[:, 2])
    came_in = np.trapezoid(imbalance[50:])
    gained = heat_content(layers, at_end) - heat_content(
        layers, layer_temperatures(modes, course[50])
    )
    assert gained == pytest.approx(came_in, rel=5e-3)


def test_sensitivity_and_transient_response_are_as_assessed(ensemble: Ensemble) -> None:
    """IPCC AR6 WG1 7.5.5: ECS 3.0 (2.0-5.0), TCR 1.8 (1.2-2.4) degC, 5-95 %."""
    doubling = doubled_co2_erf(ensemble.members["co2_scale"])
    ecs = equilibrium_sensitivity_c(ensemble.members.layers, doubling)
    tcr = transient_response_c(ensemble.members.modes, doubling)
    assert np.quantile(ecs, (0.05, 0.5, 0.95)) == pytest.approx([2.0, 3.0, 5.0], abs=0.2)
    assert np.quantile(tcr, (0.05, 0.5, 0.95)) == pytest.approx([1.2, 1.8, 2.4], abs=0.15)
    assert np.all(tcr < ecs)
