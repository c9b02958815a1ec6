"""Slips of unit: columns far from the record, and the unit they are probably in."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.climate.pathway import LAST_HISTORY_YEAR, SPECIES, Pathway
from game.climate.record import Record

LAST_COMPARED = 2025  # a pathway of today may part from the record, but not by a unit
# What the figure in the file is, as a share of the one in the unit the column's name wears.
SLIPS: dict[str, dict[str, float]] = {
    "co2_ffi_gtco2": {"GtC": 12.011 / 44.009, "MtCO2": 1e3, "MtC": 1e3 * 12.011 / 44.009},
    "co2_afolu_gtco2": {"GtC": 12.011 / 44.009, "MtCO2": 1e3, "MtC": 1e3 * 12.011 / 44.009},
    "ch4_mtch4": {"GtCH4": 1e-3, "ktCH4": 1e3, "MtC": 12.011 / 16.043},
    "n2o_mtn2o": {"MtN2O-N": 28.014 / 44.013, "ktN2O": 1e3, "GtN2O": 1e-3},
    "so2_mtso2": {"MtS": 32.06 / 64.06, "ktSO2": 1e3},
    "nh3_mtnh3": {"ktNH3": 1e3},
    "nox_mtno2": {"MtN": 14.007 / 46.005, "ktNO2": 1e3},
    "bc_mtbc": {"ktBC": 1e3},
    "oc_mtoc": {"ktOC": 1e3},
    "co_mtco": {"ktCO": 1e3},
    "nmvoc_mtvoc": {"ktVOC": 1e3},
    "f_gases_gtco2e": {"MtCO2e": 1e3},
}
NEAR = 1.12  # ratio within which a figure counts as the slip's
FAR = {"co2_afolu_gtco2": 4.0}  # land use is uncertain by half and differs by source
FAR_USUALLY = 1.5


@dataclass(frozen=True)
class UnitNote:
    """A column far from the record.

    year, found, record: the first compared year, the file's figure, and the record's
    likely: the unit the file probably has; "" where none fits
    """

    column: str
    year: int
    found: float
    record: float
    likely: str


def unit_notes(pathway: Pathway, record: Record) -> list[UnitNote]:
    """Return a note for every given column whose first years do not look like the record's."""
    years = [int(year) for year in pathway.years if 1990 <= year <= LAST_COMPARED]
    if not years:
        return []
    notes = [_note(pathway, record, column, years) for column in SPECIES]
    return [note for note in notes if note is not None]


def _note(pathway: Pathway, record: Record, column: str, years: list[int]) -> UnitNote | None:
    given = pathway.of(column)
    if np.isnan(given[0]):
        return None
    at = [year - int(pathway.years[0]) for year in years]
    found = float(np.mean(given[at]))
    known = float(np.mean([record.in_year(column, min(year, LAST_HISTORY_YEAR)) for year in years]))
    if found <= 0.0 or known <= 0.0:
        return None
    ratio = found / known
    likely = [unit for unit, share in SLIPS[column].items() if _apart(ratio, share) < NEAR]
    if likely and _apart(ratio, 1.0) > NEAR:
        return UnitNote(column, years[0], float(given[at[0]]), known, likely[0])
    if _apart(ratio, 1.0) > FAR.get(column, FAR_USUALLY):
        return UnitNote(column, years[0], float(given[at[0]]), known, "")
    return None


def _apart(one: float, other: float) -> float:
    """Return the larger of two figures as a multiple of the smaller."""
    return math.exp(abs(math.log(one / other)))
