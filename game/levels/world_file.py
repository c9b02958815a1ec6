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

    licence: Name | None = Field(None, description="its licence, if it asks to be named")


class SectorField(Strict):
    """A part of every bloc's economy that emits one gas."""

    id: Id = Field(description="how levels and blocs name this sector")
    gas: Gas = Field(description="the gas it emits")
    name: Name = Field(description="its name for players")
    abatable: Annotated[float, Field(ge=0, le=1)] = Field(
        description="the share of its emissions that a limit on the bloc can remove, 0 to 1"
    )


class BlocField(Strict):
    """A group of countries: greenhouse gases of base years, and paths of its sectors."""

    name: Name = Field(description="its name for players")
    kind: Literal["party", "bunker", "residual"] = Field(
        description="party: countries that can promise; bunker: international ships and planes; "
        "residual: all other countries"
    )
    ghg: Figures = Field(
        description="all its greenhouse gases in past years, GtCO2e: the years that a limit of a "
        "level can name as its base_year"
    )
    sectors: dict[Id, SomeFigures] = Field(
        description="its emissions on current policies, sector by sector, GtCO2e a year by year; "
        "straight lines between those years"
    )


class ScenarioCapField(Strict):
    """A cap in a set of commitments."""

    bloc: Id = Field(description="the bloc it limits")
    below_percent: float = Field(description="how far below the base in 2030, percent")
    base_year: int | None = Field(
        None, description="the year to compare with; left out: current policies"
    )
    net_zero_year: int | None = Field(None, description="the year of net zero, if it has one")
    basis: Text = Field(description="the words of the commitment it stands for")


class ScenarioField(Strict):
    """A published set of commitments, to hold the model against."""

    name: Name = Field(description="its name")
    source: SourceField = Field(description="who published it")
    caps: list[ScenarioCapField] = Field(description="its limits, bloc by bloc")


class WorldField(Strict):
    """The world a level starts from."""

    format: Literal[1] = Field(description="the format of this file; 1 is the only one so far")
    id: Id = Field(description="the name of the world and of its file: small letters, digits, _")
    title: Name = Field(description="its name for people")
    sources: list[WorldSource] = Field(min_length=1, description="sources of the figures")
    notes: list[Text] = Field(default=[], description="how the figures were made")
    sectors: list[SectorField] = Field(
        min_length=1, description="the parts of every bloc's economy"
    )
    blocs: dict[Id, BlocField] = Field(
        min_length=1, description="all countries of the world in groups, each once"
    )
    scenarios: dict[Id, ScenarioField] = Field(
        default={}, description="published sets of commitments, to compare the model with"
    )


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
