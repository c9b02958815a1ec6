"""A party's commitments: a measure in one sector, or a cap on its whole economy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AfterRule(StrEnum):
    """The rule after the last target year, if there is no net-zero year.

    HOLD_SHARE: the cut stays the same share of the current-policy emissions.
    KEEP_PACE: emissions go on falling by the yearly amount of the target period, to zero; where
        they rose in it they stay at what the target left. Lower current policies stay lower.
    """

    HOLD_SHARE = "hold_share"
    KEEP_PACE = "keep_pace"


@dataclass(frozen=True)
class SectorCut:
    """A measure in one sector of one bloc.

    cut_gtco2e: what it takes off current-policy emissions in `target_year`, GtCO2e/yr >= 0;
        phased in on a straight line from `start_year`
    """

    bloc: str
    sector: str
    cut_gtco2e: float
    start_year: int = 2022
    target_year: int = 2030
    after: AfterRule = AfterRule.HOLD_SHARE


@dataclass(frozen=True)
class Cap:
    """A limit on all greenhouse gases of one bloc.

    below_percent: how far below the base the bloc stays in `target_year`, percent
    base_year: a year of the record; None measures against current policies in `target_year`
    net_zero_year: when the limit reaches zero on a straight line; None leaves it to `after`
    """

    bloc: str
    below_percent: float
    base_year: int | None = None
    target_year: int = 2030
    start_year: int = 2022
    net_zero_year: int | None = None
    after: AfterRule = AfterRule.HOLD_SHARE


Commitment = SectorCut | Cap
