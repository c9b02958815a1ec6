"""The record: world emissions from 1750 to 2021, and the model's given drivers."""

from dataclasses import dataclass

import numpy as np

from game.climate.arrays import FloatArray, IntArray
from game.climate.pathway import FIRST_YEAR, LAST_HISTORY_YEAR, LAST_YEAR, SPECIES

GIVEN: tuple[str, ...] = (
    "montreal_erf_wm2",
    "eesc_ppt",
    "aviation_share_of_2019",
    "solar_erf_wm2",
    "volcanic_erf_wm2",
    "f_gas_share_13yr",
    "f_gas_share_35yr",
    "f_gas_share_230yr",
    "f_gas_share_5000yr",
)


@dataclass(frozen=True)
class Record:
    """History and the given drivers.

    years: 1750-2021; emissions: shape (272, len(SPECIES)), in the species' own units
    given: shape (351, len(GIVEN)), 1750-2100: gases on their documented decline, sun, volcanoes
    """

    years: IntArray
    emissions: FloatArray
    given: FloatArray

    def of(self, species: str) -> FloatArray:
        """Yearly emissions of one species, 1750-2021."""
        column: FloatArray = self.emissions[:, SPECIES.index(species)]
        return column

    def in_year(self, species: str, year: int) -> float:
        """Emissions of one species in one year."""
        return float(self.emissions[year - FIRST_YEAR, SPECIES.index(species)])

    def driver(self, name: str, first_year: int, last_year: int) -> FloatArray:
        """One given driver over the years first..last, both included."""
        column: FloatArray = self.given[
            first_year - FIRST_YEAR : last_year + 1 - FIRST_YEAR, GIVEN.index(name)
        ]
        return column


def read_record(history_csv: str, given_csv: str) -> Record:
    """Return the record from the texts of `history.csv` and `given.csv`.

    Lines from # on are notes.
    """
    history = _table(history_csv, SPECIES, LAST_HISTORY_YEAR)
    given = _table(given_csv, GIVEN, LAST_YEAR)
    return Record(np.arange(FIRST_YEAR, LAST_HISTORY_YEAR + 1), history, given)


def _table(text: str, columns: tuple[str, ...], last_year: int) -> FloatArray:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if lines[0].split(",") != ["year", *columns]:
        raise ValueError(f"the climate record has columns {lines[0]}, not {', '.join(columns)}")
    table = np.array([line.split(",") for line in lines[1:]], dtype=float)
    if not np.array_equal(table[:, 0], np.arange(FIRST_YEAR, last_year + 1)):
        raise ValueError(f"the climate record does not run yearly from {FIRST_YEAR} to {last_year}")
    return np.ascontiguousarray(table[:, 1:])
