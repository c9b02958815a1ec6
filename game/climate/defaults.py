"""Emissions of the pollutants a pathway leaves out: they follow fuels and fires."""

from typing import NamedTuple

import numpy as np

from game.climate.arrays import FloatArray
from game.climate.pathway import LAST_HISTORY_YEAR, SPECIES, Pathway
from game.climate.record import Record


class Origin(NamedTuple):
    """Where a pollutant comes from.

    from_fuels, from_land: shares of the emissions of 2021 that move with fossil CO2 and with
        land-use CO2 (each counted down to zero, not below); the rest stays as it is
    cleaner_a_year: by how much one unit of fuel gets cleaner every year
    """

    from_fuels: float
    from_land: float
    cleaner_a_year: float


# Fitted by least squares, and rounded, to how these emissions move in eight SSPs of 2021-2100
# (RCMIP 5.1.0, Nicholls et al. 2020; Gidden et al. 2019). Typical misfit: a fifth of 2021's level.
ORIGINS: dict[str, Origin] = {
    "so2_mtso2": Origin(0.63, 0.13, 0.020),
    "bc_mtbc": Origin(0.42, 0.21, 0.018),
    "oc_mtoc": Origin(0.23, 0.20, 0.028),
    "nh3_mtnh3": Origin(0.04, 0.0, 0.0),
    "nox_mtno2": Origin(0.52, 0.12, 0.014),
    "co_mtco": Origin(0.24, 0.21, 0.017),
    "nmvoc_mtvoc": Origin(0.24, 0.24, 0.007),
    "f_gases_gtco2e": Origin(0.50, 0.0, 0.0),
}


def complete_emissions(pathway: Pathway, record: Record) -> FloatArray:
    """Return the pathway's emissions with nothing left open, shape (years, len(SPECIES)).

    A species the pathway does not give follows the record to 2021 and `ORIGINS` after it.
    """
    open_species = [name for name in ORIGINS if np.isnan(pathway.of(name)[0])]
    if not open_species:
        return pathway.emissions
    emissions = pathway.emissions.copy()
    for name in open_species:
        emissions[:, SPECIES.index(name)] = _default(name, pathway, record)
    return emissions


def _default(name: str, pathway: Pathway, record: Record) -> FloatArray:
    origin, last = ORIGINS[name], LAST_HISTORY_YEAR
    fuels = np.maximum(pathway.of("co2_ffi_gtco2"), 0.0) / record.in_year("co2_ffi_gtco2", last)
    land = np.maximum(pathway.of("co2_afolu_gtco2"), 0.0) / record.in_year("co2_afolu_gtco2", last)
    cleaner = (1.0 - origin.cleaner_a_year) ** np.maximum(pathway.years - last, 0)
    share = (
        origin.from_fuels * cleaner * fuels
        + origin.from_land * land
        + (1.0 - origin.from_fuels - origin.from_land)
    )
    follows = share * record.in_year(name, last)
    past = pathway.years <= last
    follows[past] = record.of(name)[pathway.years[past] - record.years[0]]
    filled: FloatArray = follows
    return filled
