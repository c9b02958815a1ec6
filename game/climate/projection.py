"""The warming of a pathway: the whole ensemble, its quantiles and odds."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.chain import Trace, co2_ppm, run, state_in_1750
from game.climate.defaults import complete_emissions
from game.climate.ensemble import Ensemble
from game.climate.members import Members
from game.climate.past import (
    FIRST_SHOWN_YEAR,
    QUANTILES,
    Past,
    annual_means,
    median_of_years,
    quantiles,
    summarise,
)
from game.climate.pathway import FIRST_YEAR, LAST_HISTORY_YEAR, LAST_YEAR, Pathway

Summary = tuple[float, float, float]
LEAST_CO2_PPM = 172.0  # the lowest of the last 800,000 years; Lüthi et al. (2008), Nature 453, 379


class OutsideModel(ValueError):
    """A pathway on which the model does not hold: CO2 in the air falls below LEAST_CO2_PPM.

    year: the first in which it does for some member
    """

    def __init__(self, year: int) -> None:
        super().__init__(f"CO2 falls below {LEAST_CO2_PPM:g} ppm in {year}")
        self.year = year


@dataclass(frozen=True)
class Projection:
    """The effect of a pathway on the climate, over all members.

    years: 1850-2100
    warming_c: shape (len(QUANTILES), years), quantiles of annual global surface air temperature
        above each member's own mean of 1850-1900, degC, forced (no weather)
    co2_ppm_p50: shape (years,), median annual mean
    warming_2100_c, peak_warming_c: shape (members,); the peak is over 2015-2100
    """

    years: IntArray
    warming_c: FloatArray
    co2_ppm_p50: FloatArray
    warming_2100_c: FloatArray
    peak_warming_c: FloatArray

    def probability_below(self, limit_c: float, when: Literal["peak", "2100"]) -> float:
        """Return the share of members that never reach a limit (peak), or lie below it in 2100."""
        warming = self.peak_warming_c if when == "peak" else self.warming_2100_c
        return float(np.mean(warming < limit_c))

    @property
    def summary_2100(self) -> Summary:
        """5 %, median and 95 % of warming in 2100, degC."""
        return _summary(self.warming_2100_c)

    @property
    def summary_peak(self) -> Summary:
        """5 %, median and 95 % of peak warming, degC."""
        return _summary(self.peak_warming_c)


def project(pathway: Pathway, ensemble: Ensemble) -> Projection:
    """Run a pathway through every member.

    One that begins in 2022 goes on from where the record ends; one that begins earlier has
    the record before its first year and its own emissions after it. Raises OutsideModel.
    """
    members, past = ensemble.members, ensemble.past
    emissions = complete_emissions(pathway, members.record)
    with _numbers_may_fail():
        if int(pathway.years[0]) == LAST_HISTORY_YEAR + 1:
            after = run(members, LAST_HISTORY_YEAR + 1, emissions, past.end)
            return _join(members, past, after)
        recorded = members.record.emissions[: pathway.years[0] - FIRST_YEAR]
        start = state_in_1750(len(members))
        whole = run(members, FIRST_YEAR, np.vstack([recorded, emissions]), start)
    return _join(members, summarise(members, whole), _from_2022(whole))


def _from_2022(whole: Trace) -> Trace:
    later = slice(LAST_HISTORY_YEAR + 1 - FIRST_YEAR, None)
    return whole._replace(
        surface_c=whole.surface_c[later],
        airborne_gtco2=whole.airborne_gtco2[later],
    )


def _join(members: Members, past: Past, after: Trace) -> Projection:
    """Past and future in one: `after` starts in 2022."""
    warming_c = annual_means(after.surface_c)
    warming_c -= past.baseline_c
    co2 = co2_ppm(members, annual_means(after.airborne_gtco2))
    holds = co2.min(axis=1) >= LEAST_CO2_PPM  # false for what is no number, too
    if not holds.all():
        raise OutsideModel(LAST_HISTORY_YEAR + 1 + int(np.argmin(holds)))
    return Projection(
        years=np.arange(FIRST_SHOWN_YEAR, LAST_YEAR + 1),
        warming_c=np.hstack([past.warming_c, quantiles(warming_c, QUANTILES)]),
        co2_ppm_p50=np.concatenate([past.co2_ppm_p50, median_of_years(co2)]),
        warming_2100_c=warming_c[-1].copy(),
        peak_warming_c=np.maximum(past.peak_c, warming_c.max(axis=0)),
    )


def _numbers_may_fail() -> np.errstate:
    """Where a pathway leaves the model's bounds no warning is printed: `_join` says so."""
    return np.errstate(invalid="ignore", over="ignore", divide="ignore")


def _summary(warming_c: FloatArray) -> Summary:
    low, middle, high = quantiles(warming_c[None, :], (0.05, 0.5, 0.95))[:, 0].tolist()
    return low, middle, high
