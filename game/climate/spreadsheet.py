"""Tables as spreadsheets write them: separators, decimal commas, comments, blank columns.

What can be read in one way only is read so; what could mean two things is refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t")
COMMENT = "#"
MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-"})
SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
GROUPED_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?:\D|$))")
COMMA_DECIMAL = re.compile(r"[-+]?\d*,\d+(?:[eE][-+]?\d+)?")
COMMA_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
WITH_POINT = re.compile(r"[-+]?[\d,]*\.\d+")
POINT_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+,\d+")


class AmbiguousComma(ValueError):
    """A comma that could be a decimal or a thousands sign; row is that of the file, from 1."""

    def __init__(self, row: int, cell: str) -> None:
        super().__init__(f"row {row}: {cell!r}")
        self.row, self.cell = row, cell


@dataclass(frozen=True)
class SheetRow:
    """One row: its line in the file, from 1, and its cells as numbers are written in code."""

    line: int
    cells: tuple[str, ...]


def read_sheet(text: str) -> list[SheetRow]:
    """Return the rows of a table, the header first, without comments and blank columns.

    Raises csv.Error for what is no table, AmbiguousComma.
    """
    lines = text.lstrip("\ufeff").splitlines()
    separator = _separator(lines)
    rows = [
        SheetRow(line, tuple(cell.strip() for cell in cells))
        for line, cells in _parsed(lines, separator)
        if any(cell.strip() for cell in cells)
    ]
    rows = _without_blank_columns(rows)
    return rows[:1] + _with_points(rows[1:])


def _separator(lines: Sequence[str]) -> str:
    """Return the sign that parts the header, commas where none does."""
    header = next((line for line in lines if line.strip() and not _is_comment(line)), "")
    return max(SEPARATORS, key=lambda sign: (header.count(sign), sign == ","))


def _is_comment(line: str) -> bool:
    return line.lstrip('\ufeff \t"').startswith(COMMENT)


def _parsed(lines: Sequence[str], separator: str) -> list[tuple[int, list[str]]]:
    kept = ["" if _is_comment(line) else line for line in lines]
    reader = csv.reader(io.StringIO("\n".join(kept)), delimiter=separator)
    return [(reader.line_num, cells) for cells in reader]


def _without_blank_columns(rows: list[SheetRow]) -> list[SheetRow]:
    """Drop the columns at the end that nobody filled, as spreadsheets leave them."""
    if not rows:
        return rows
    width = max(len(row.cells) for row in rows)
    while width and all(not any(row.cells[width - 1 : width]) for row in rows):
        width -= 1
    return [SheetRow(row.line, row.cells[:width]) for row in rows]


def _with_points(rows: list[SheetRow]) -> list[SheetRow]:
    """Write every number with a decimal point and without thousands signs."""
    tidy = [SheetRow(row.line, tuple(map(_tidy, row.cells))) for row in rows]
    write = _decimal if _commas_are_decimal(tidy) else _without_commas
    return [SheetRow(row.line, tuple(map(write, row.cells))) for row in tidy]


def _tidy(cell: str) -> str:
    return GROUPED_SPACES.sub("", SPACES.sub(" ", cell.translate(MINUS)).strip())


def _decimal(cell: str) -> str:
    if POINT_THOUSANDS.fullmatch(cell):
        cell = cell.replace(".", "")
    return cell.replace(",", ".") if COMMA_DECIMAL.fullmatch(cell) else cell


def _without_commas(cell: str) -> str:
    return cell.replace(",", "")


def _commas_are_decimal(rows: list[SheetRow]) -> bool:
    """Return True if commas stand before decimals, or there are none; False before thousands.

    Raises AmbiguousComma.
    """
    cells = [cell for row in rows for cell in row.cells]
    with_comma = [(row.line, cell) for row in rows for cell in row.cells if "," in cell]
    if any(
        POINT_THOUSANDS.fullmatch(cell)
        or (COMMA_DECIMAL.fullmatch(cell) and not COMMA_THOUSANDS.fullmatch(cell))
        for _, cell in with_comma
    ):
        return True
    grouped = [COMMA_THOUSANDS.fullmatch(cell) is not None for _, cell in with_comma]
    if not any(grouped):
        return True
    if all(grouped) and any(WITH_POINT.fullmatch(cell) for cell in cells):
        return False
    raise AmbiguousComma(*with_comma[0])
