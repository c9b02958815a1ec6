"""A pathway: the world's emissions by year, read from a CSV file a person may have written."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.climate.arrays import FloatArray, IntArray

if TYPE_CHECKING:
    import _csv

REQUIRED: tuple[str, ...] = ("co2_ffi_gtco2", "co2_afolu_gtco2", "ch4_mtch4", "n2o_mtn2o")
OPTIONAL: tuple[str, ...] = (
    "so2_mtso2",
    "bc_mtbc",
    "oc_mtoc",
    "nh3_mtnh3",
    "nox_mtno2",
    "co_mtco",
    "nmvoc_mtvoc",
    "f_gases_gtco2e",
)
SPECIES: tuple[str, ...] = REQUIRED + OPTIONAL
FIRST_YEAR = 1750
LAST_YEAR = 2100
LAST_HISTORY_YEAR = 2021
MAY_BE_NEGATIVE = frozenset({"co2_ffi_gtco2", "co2_afolu_gtco2"})
# Far beyond any published scenario; what is larger is a slip of units (Mt for Gt, kt for Mt).
LARGEST: dict[str, float] = {
    "co2_ffi_gtco2": 300.0,
    "co2_afolu_gtco2": 100.0,
    "ch4_mtch4": 3000.0,
    "n2o_mtn2o": 150.0,
    "so2_mtso2": 1000.0,
    "bc_mtbc": 100.0,
    "oc_mtoc": 300.0,
    "nh3_mtnh3": 1000.0,
    "nox_mtno2": 1500.0,
    "co_mtco": 10000.0,
    "nmvoc_mtvoc": 3000.0,
    "f_gases_gtco2e": 100.0,
}
MOST_CHARACTERS = 1_000_000
MOST_ROWS = LAST_YEAR - FIRST_YEAR + 1


class PathwayError(ValueError):
    """A pathway that cannot be used; the text says where and why, fit for the one who wrote it."""


@dataclass(frozen=True)
class Pathway:
    """World emissions, yearly and contiguous, to 2100.

    years: shape (years,); the first lies in 1750-2022, before it the model's own history holds
    emissions: shape (years, len(SPECIES)), in the units the species' names wear; an optional
        species that is left open is NaN throughout (`game.climate.defaults` fills it in)
    """

    years: IntArray
    emissions: FloatArray

    def __post_init__(self) -> None:
        """Refuse what no reader of a pathway could make sense of."""
        problem = _shape_problem(self.years, self.emissions)
        if problem:
            raise PathwayError(f"The pathway cannot be used: {problem}.")

    def of(self, species: str) -> FloatArray:
        """Yearly emissions of one species, shape (years,)."""
        column: FloatArray = self.emissions[:, SPECIES.index(species)]
        return column


def _shape_problem(years: IntArray, emissions: FloatArray) -> str:
    if years.ndim != 1 or emissions.shape != (len(years), len(SPECIES)):
        return f"it needs one row of {len(SPECIES)} species for every year"
    if len(years) == 0 or np.any(np.diff(years) != 1):
        return "its years do not follow one another"
    if not FIRST_YEAR <= years[0] <= LAST_HISTORY_YEAR + 1 or years[-1] != LAST_YEAR:
        return (
            f"it must begin between {FIRST_YEAR} and {LAST_HISTORY_YEAR + 1} and end in {LAST_YEAR}"
        )
    left_open = np.all(np.isnan(emissions), axis=0)
    if np.any(left_open[: len(REQUIRED)]):
        return f"it needs {', '.join(REQUIRED)}"
    if not np.all(np.isfinite(emissions[:, ~left_open])):
        return "an emission is not a finite number"
    return ""


def read_pathway_csv(text: str, name: str) -> Pathway:
    """Read a pathway from CSV text; `name` is what the file is called in messages.

    Rows are years in rising order; gaps between them are filled on straight lines. A missing
    optional column is left open. Raises PathwayError with one sentence that
    names the row (the header is row 1) and the column.
    """
    if len(text) > MOST_CHARACTERS:
        raise PathwayError(
            f"{name} is too long for a pathway ({len(text)} characters); "
            f"give one row a year, at most {MOST_ROWS} rows."
        )
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    try:
        header = next(rows, [])
        columns = _columns(header, name)
        years, values = _values(rows, columns, name)
    except csv.Error as error:
        raise PathwayError(f"{name}: this is not a CSV table ({error}).") from error
    _check_span(years, name)
    return _pathway(years, values, columns)


def _columns(header: Sequence[str], name: str) -> list[str]:
    columns = [cell.strip() for cell in header]
    if not any(columns):
        raise PathwayError(
            f"{name} is empty; its first row must name the columns year, {', '.join(REQUIRED)}."
        )
    for column in columns:
        if column != "year" and column not in SPECIES:
            raise PathwayError(
                f"{name}, row 1: there is no column {_shown(column)}; "
                f"the columns are year, {', '.join(SPECIES)}."
            )
        if columns.count(column) > 1:
            raise PathwayError(f"{name}, row 1: the column {column} is there twice; keep one.")
    for column in ("year", *REQUIRED):
        if column not in columns:
            raise PathwayError(f"{name}, row 1: the column {column} is missing; add it.")
    return columns


def _values(
    rows: "_csv.Reader", columns: Sequence[str], name: str
) -> tuple[list[int], list[list[float]]]:
    years: list[int] = []
    values: list[list[float]] = []
    for cells in rows:
        row = rows.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(values) == MOST_ROWS:
            raise PathwayError(
                f"{name}, row {row}: there are more rows than the years "
                f"{FIRST_YEAR}-{LAST_YEAR}; give one row a year."
            )
        if len(cells) != len(columns):
            raise PathwayError(
                f"{name}, row {row}: there are {len(cells)} values for {len(columns)} columns."
            )
        numbers = [
            _number(cell, column, row, name) for cell, column in zip(cells, columns, strict=True)
        ]
        years.append(_year(numbers[columns.index("year")], years, row, name))
        values.append(numbers)
    return years, values


def _number(cell: str, column: str, row: int, name: str) -> float:
    where = f"{name}, row {row}, column {column}"
    try:
        number = float(cell)
    except ValueError:
        found = "the cell is empty" if not cell.strip() else f"{_shown(cell.strip())} is no number"
        raise PathwayError(f"{where}: {found}; write a number.") from None
    if not math.isfinite(number):
        raise PathwayError(f"{where}: {_shown(cell.strip())} is not a finite number.")
    if column == "year":
        return number
    if number < 0.0 and column not in MAY_BE_NEGATIVE:
        raise PathwayError(f"{where}: {number:g} is negative; only CO2 can be taken out again.")
    if abs(number) > LARGEST[column]:
        raise PathwayError(
            f"{where}: {number:g} is beyond anything possible "
            f"(at most {LARGEST[column]:g}); check the unit."
        )
    return number


def _year(number: float, years: Sequence[int], row: int, name: str) -> int:
    where = f"{name}, row {row}, column year"
    if number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
        raise PathwayError(f"{where}: {number:g} is no year between {FIRST_YEAR} and {LAST_YEAR}.")
    year = int(number)
    if years and year <= years[-1]:
        fault = "is there twice" if year == years[-1] else f"comes after {years[-1]}"
        raise PathwayError(f"{where}: {year} {fault}; put the years in rising order.")
    return year


def _check_span(years: Sequence[int], name: str) -> None:
    if not years:
        raise PathwayError(f"{name} has a header but no years; add rows up to {LAST_YEAR}.")
    if years[0] > LAST_HISTORY_YEAR + 1:
        raise PathwayError(
            f"{name}, row 2, column year: the first year is {years[0]}, but the record ends in "
            f"{LAST_HISTORY_YEAR}; begin in {LAST_HISTORY_YEAR + 1} or earlier."
        )
    if years[-1] != LAST_YEAR:
        raise PathwayError(
            f"{name}, row {len(years) + 1}, column year: the last year is {years[-1]}; "
            f"add rows up to {LAST_YEAR}."
        )


def _pathway(
    years: Sequence[int], values: Sequence[Sequence[float]], columns: Sequence[str]
) -> Pathway:
    table = np.array(values)
    every_year = np.arange(years[0], years[-1] + 1)
    emissions = np.full((len(every_year), len(SPECIES)), np.nan)
    for position, column in enumerate(columns):
        if column != "year":
            emissions[:, SPECIES.index(column)] = np.interp(every_year, years, table[:, position])
    return Pathway(every_year, emissions)


def _shown(text: str) -> str:
    """A quoted, shortened and printable form of what a file said."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f'"{clean[:40]}{"..." if len(clean) > 40 else ""}"'
