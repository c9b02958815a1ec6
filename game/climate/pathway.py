"""A pathway: the world's emissions by year, read from a CSV file."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.spreadsheet import AmbiguousComma, SheetRow, read_sheet

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


class PathwayUnreadable(ValueError):
    """Text that is no pathway.

    what: the sentence's key is `cli.pathway.<what>`, and `more` its fields
    row: of the file, the header is 1; 0 where it is about no row; column: "" where about none
    """

    def __init__(self, what: str, row: int = 0, column: str = "", **more: object) -> None:
        super().__init__(f"{what} in row {row}, column {column!r}")
        self.what, self.row, self.column, self.more = what, row, column, more


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
            raise ValueError(problem)

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


def read_pathway_csv(text: str) -> Pathway:
    """Read a pathway from CSV text, in any form a spreadsheet writes it (see `spreadsheet`).

    Rows are years in rising order; gaps between them are filled on straight lines. An optional
    column that is missing, or blank throughout, is left open. Raises PathwayUnreadable.
    """
    if len(text) > MOST_CHARACTERS:
        raise PathwayUnreadable("too_long", characters=len(text), most=MOST_ROWS)
    try:
        rows = read_sheet(text)
    except csv.Error:
        raise PathwayUnreadable("no_table") from None
    except AmbiguousComma as comma:
        raise PathwayUnreadable("two_meanings", comma.row, found=_shown(comma.cell)) from None
    columns = _columns(rows[0] if rows else SheetRow(1, ()))
    rows, columns = _without_open_columns(rows, columns)
    years, values = _values(rows[1:], columns)
    _check_span(years)
    return _pathway(years, values, columns)


def _without_open_columns(
    rows: Sequence[SheetRow], columns: Sequence[str]
) -> tuple[list[SheetRow], list[str]]:
    """Leave out the optional columns that are blank in every row."""
    width = len(columns)
    is_open = [
        name in OPTIONAL
        and len(rows) > 1
        and all(len(row.cells) == width and not row.cells[i] for row in rows[1:])
        for i, name in enumerate(columns)
    ]
    if not any(is_open):
        return list(rows), list(columns)
    kept = [i for i in range(width) if not is_open[i]]
    short = [SheetRow(row.line, tuple(row.cells[i] for i in kept)) for row in rows]
    return short, [columns[i] for i in kept]


def _columns(header: SheetRow) -> list[str]:
    columns = [cell.lower() for cell in header.cells]
    line = header.line
    if not any(columns):
        raise PathwayUnreadable("empty", known=_listed(("year", *REQUIRED)))
    for column in columns:
        if column != "year" and column not in SPECIES:
            known = _listed(("year", *SPECIES))
            raise PathwayUnreadable("unknown_column", line, found=_shown(column), known=known)
        if columns.count(column) > 1:
            raise PathwayUnreadable("column_twice", line, found=column)
    for column in ("year", *REQUIRED):
        if column not in columns:
            raise PathwayUnreadable("missing_column", line, wanted=column)
    return columns


def _values(
    rows: Sequence[SheetRow], columns: Sequence[str]
) -> tuple[list[int], list[list[float]]]:
    years: list[int] = []
    values: list[list[float]] = []
    for each in rows:
        row, cells = each.line, each.cells
        if len(values) == MOST_ROWS:
            raise PathwayUnreadable("many_rows", row, first=FIRST_YEAR, last=LAST_YEAR)
        if len(cells) != len(columns):
            raise PathwayUnreadable("wrong_count", row, n=len(cells), columns=len(columns))
        numbers = [_number(cell, column, row) for cell, column in zip(cells, columns, strict=True)]
        years.append(_year(numbers[columns.index("year")], years, row))
        values.append(numbers)
    return years, values


def _number(cell: str, column: str, row: int) -> float:
    written = _shown(cell.strip())
    try:
        number = float(cell)
    except ValueError:
        what = "no_number" if cell.strip() else "empty_cell"
        raise PathwayUnreadable(what, row, column, found=written) from None
    if not math.isfinite(number):
        raise PathwayUnreadable("not_finite", row, column, found=written)
    if column == "year":
        return number
    if number < 0.0 and column not in MAY_BE_NEGATIVE:
        raise PathwayUnreadable("negative", row, column, found=f"{number:g}")
    if abs(number) > LARGEST[column]:
        most = f"{LARGEST[column]:g}"
        raise PathwayUnreadable("too_large", row, column, found=f"{number:g}", most=most)
    return number


def _year(number: float, years: Sequence[int], row: int) -> int:
    if number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
        span = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise PathwayUnreadable("no_year", row, "year", found=f"{number:g}", **span)
    year = int(number)
    if years and year <= years[-1]:
        what = "year_twice" if year == years[-1] else "year_late"
        raise PathwayUnreadable(what, row, "year", year=year, before=years[-1])
    return year


def _check_span(years: Sequence[int]) -> None:
    if not years:
        raise PathwayUnreadable("no_years", last=LAST_YEAR)
    if years[0] > LAST_HISTORY_YEAR + 1:
        record = {"record": LAST_HISTORY_YEAR, "latest": LAST_HISTORY_YEAR + 1}
        raise PathwayUnreadable("begins_late", 2, "year", year=years[0], **record)
    if years[-1] != LAST_YEAR:
        row = len(years) + 1
        raise PathwayUnreadable("ends_early", row, "year", year=years[-1], last=LAST_YEAR)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


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
    """Return a quoted, shortened and printable form of what a file said."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f'"{clean[:40]}{"..." if len(clean) > 40 else ""}"'
