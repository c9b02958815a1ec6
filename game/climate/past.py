"""The past that every pathway shares: the record run through every member."""

from dataclasses import dataclass

import numpy as np

from game.climate.arrays import FloatArray
from game.climate.chain import ClimateState, Trace, co2_ppm, run, state_in_1750
from game.climate.members import Members
from game.climate.pathway import FIRST_YEAR, LAST_HISTORY_YEAR

QUANTILES: tuple[float, ...] = (0.05, 0.17, 0.33, 0.50, 0.67, 0.83, 0.95)
FIRST_SHOWN_YEAR = 1850
BASELINE = (1850, 1900)  # the IPCC's stand-in for before industry
PEAK_FROM = 2015


@dataclass(frozen=True)
class Past:
    """Every member at the end of the record: computed once, since no pathway changes it.

    end: the state at the start of 2022
    baseline_c: each member's mean warming of 1850-1900 above 1750, shape (members,)
    warming_c: quantiles of annual warming above it, 1850-2021, shape (len(QUANTILES), years)
    co2_ppm_p50: annual mean, 1850-2021, shape (years,)
    peak_c: highest annual warming of 2015-2021, shape (members,)
    """

    end: ClimateState
    baseline_c: FloatArray
    warming_c: FloatArray
    co2_ppm_p50: FloatArray
    peak_c: FloatArray


def past_of(members: Members) -> Past:
    """Run the record, 1750-2021, for all members."""
    start = state_in_1750(len(members))
    return summarise(members, run(members, FIRST_YEAR, members.record.emissions, start))


def summarise(members: Members, trace: Trace) -> Past:
    """Return the past from a run that started in 1750 and reaches 2021 or beyond."""
    years = slice(FIRST_SHOWN_YEAR - FIRST_YEAR, LAST_HISTORY_YEAR + 2 - FIRST_YEAR)
    surface_c = annual_means(trace.surface_c[years])
    baseline_c = surface_c[: BASELINE[1] + 1 - BASELINE[0]].mean(axis=0)
    warming_c = surface_c - baseline_c
    airborne = annual_means(trace.airborne_gtco2[years])
    return Past(
        end=trace.end,
        baseline_c=baseline_c,
        warming_c=quantiles(warming_c, QUANTILES),
        co2_ppm_p50=median_of_years(co2_ppm(members, airborne)),
        peak_c=warming_c[PEAK_FROM - FIRST_SHOWN_YEAR :].max(axis=0),
    )


def annual_means(at_bounds: FloatArray) -> FloatArray:
    """Means of the years from values at their bounds: shape (years + 1, ...) to (years, ...)."""
    means: FloatArray = 0.5 * (at_bounds[1:] + at_bounds[:-1])
    return means


def quantiles(values: FloatArray, shares: tuple[float, ...]) -> FloatArray:
    """Quantiles over members, shape (len(shares), years), of values (years, members).

    One sort serves all shares; between two members the value lies on a straight line, as in
    numpy's default.
    """
    ranked = np.sort(values, axis=1)
    place = np.asarray(shares) * (values.shape[1] - 1)
    below = np.floor(place).astype(int)
    above = np.minimum(below + 1, values.shape[1] - 1)
    part = place - below
    between: FloatArray = (ranked[:, below] * (1.0 - part) + ranked[:, above] * part).T
    return between


def median_of_years(values: FloatArray) -> FloatArray:
    """Median over members, shape (years,), of values (years, members)."""
    median: FloatArray = quantiles(values, (0.5,))[0]
    return median
