"""Methane, nitrous oxide and F-gases keep their levels, and leave the air in their own time."""

import numpy as np
import pytest

from game.climate.forcing import CH4_1750_PPB, N2O_1750_PPB
from game.climate.gases import (
    AGWP100_CO2_WM2_YR_PER_GT,
    CARBON_RESPONSE_IN_GWP,
    CH4_HELD_MT,
    EESC_1750_PPT,
    N2O_HELD_MT,
    MethaneCycle,
    f_gas_forcings,
    methane_lifetime_drivers,
    n2o_concentrations,
)

ONE = np.ones(1)


def lifetimes(years: int, nox: float = 0.0) -> np.ndarray:
    flat = np.ones(years)
    return methane_lifetime_drivers(
        nox * flat, 0.0 * flat, N2O_1750_PPB * flat, EESC_1750_PPT * flat
    )


def added_after(emissions: np.ndarray, warming_c: float = 0.0, nox: float = 0.0) -> float:
    cycle = MethaneCycle(emissions, lifetimes(len(emissions), nox))
    added = np.zeros(1)
    for year in range(len(emissions)):
        added = cycle.step(year, added, warming_c * ONE)
    return float(added[0])


def test_methane_stays_where_it_was_in_1750_without_more_emissions() -> None:
    assert added_after(np.full(300, CH4_HELD_MT)) == pytest.approx(0.0, abs=1e-9)


def test_methane_settles_within_decades() -> None:
    fifty = added_after(np.full(80, 300.0), nox=100.0)
    long = added_after(np.full(400, 300.0), nox=100.0)
    assert fifty == pytest.approx(long, rel=0.01)


def test_more_methane_lives_longer_and_warmth_or_nox_shorten_its_life() -> None:
    once, twice = (added_after(np.full(200, CH4_HELD_MT + x)) for x in (100.0, 200.0))
    assert twice > 2.0 * once
    assert added_after(np.full(200, 300.0), warming_c=2.0) < added_after(np.full(200, 300.0))
    assert added_after(np.full(200, 300.0), nox=100.0) < added_after(np.full(200, 300.0))


def test_methane_never_falls_below_nothing() -> None:
    added = added_after(np.zeros(500), warming_c=1.0)
    assert -CH4_1750_PPB < added < 0.0


def test_nitrous_oxide_stays_where_it_was_in_1750_without_more_emissions() -> None:
    levels = n2o_concentrations(np.full(200, N2O_HELD_MT), N2O_1750_PPB)
    assert levels == pytest.approx(np.full(201, N2O_1750_PPB), abs=1e-9)


def test_a_pulse_of_nitrous_oxide_is_down_to_a_third_after_its_lifetime() -> None:
    emissions = np.full(110, N2O_HELD_MT)
    emissions[0] += 100.0
    levels = n2o_concentrations(emissions, N2O_1750_PPB) - N2O_1750_PPB
    assert levels[110] / levels[1] == pytest.approx(np.exp(-1.0), rel=1e-9)


@pytest.mark.parametrize("which", range(4))
def test_a_tonne_of_co2_equivalent_forces_alike_over_a_century_whatever_the_gas(which: int) -> None:
    """The definition of the GWP100, AR6 WG1 table 7.SM.6: 0.0895 W m-2 yr per GtCO2."""
    emissions, shares = np.zeros(101), np.zeros((101, 4))
    emissions[0], shares[:, which] = 1.0, 1.0
    bounds = f_gas_forcings(emissions, shares, np.zeros(4)).sum(axis=1)
    over_century = 0.5 * (bounds[1:] + bounds[:-1]).sum()
    aimed_at = AGWP100_CO2_WM2_YR_PER_GT / CARBON_RESPONSE_IN_GWP
    assert over_century == pytest.approx(aimed_at, rel=0.01)
