"""Reads the shared world file that levels refer to by id."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from game.climate.world import Gas, Sector, World, world_from_nodes
from game.levels.schema.values import Id, Name, SourceField, Strict, Text

WORLDS_FOLDER = "_worlds"
Figures = dict[str, Annotated[float, Field(ge=-20, le=60)]]  # GtCO2e by year
SomeFigures = Annotated[Figures, Field(min_length=1)]


class WorldSource(SourceField):
    """A source of the world's figures, with its licence if the source asks for it."""

    licence: Name | None = None


class SectorField(Strict):
    """A part of every bloc's economy that emits one gas."""

    id: Id
    gas: Gas
    name: Name
    abatable: Annotated[float, Field(ge=0, le=1)]


class BlocField(Strict):
    """A group of countries: greenhouse gases of base years, and paths of its sectors."""

    name: Name
    kind: Literal["party", "bunker", "residual"]
    ghg: Figures
    sectors: dict[Id, SomeFigures]


class ScenarioCapField(Strict):
    """A cap in a set of commitments."""

    bloc: Id
    below_percent: float
    base_year: int | None = None
    net_zero_year: int | None = None
    basis: Text


class ScenarioField(Strict):
    """A published set of commitments, to hold the model against."""

    name: Name
    source: SourceField
    caps: list[ScenarioCapField]


class WorldField(Strict):
    """The world a level starts from."""

    format: Literal[1]
    id: Id
    title: Name
    sources: list[WorldSource] = Field(min_length=1)
    notes: list[Text] = Field(default=[])
    sectors: list[SectorField] = Field(min_length=1)
    blocs: dict[Id, BlocField] = Field(min_length=1)
    scenarios: dict[Id, ScenarioField] = Field(default={})


def world_of(field: WorldField) -> World:
    """Return the world of a sound world file."""
    return world_from_nodes(
        field.id,
        [Sector(sector.id, sector.gas, sector.abatable) for sector in field.sectors],
        {
            bloc: {sector: _by_year(path) for sector, path in figures.sectors.items()}
            for bloc, figures in field.blocs.items()
        },
        {bloc: _by_year(figures.ghg) for bloc, figures in field.blocs.items()},
    )


def world_path(levels_dir: Path, world: str) -> Path:
    """Return the path of a world file."""
    return levels_dir / WORLDS_FOLDER / f"{world}.yaml"


def _by_year(figures: Figures) -> dict[int, float]:
    return {int(year): figure for year, figure in figures.items()}
