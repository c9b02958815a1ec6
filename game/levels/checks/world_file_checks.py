"""Checks a world file beyond its single fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.climate.world import FIRST_YEAR, FOSSIL
from game.levels.findings import Finding, Path_, error, unknown, warning
from game.levels.world_file import BlocField, WorldField

YEAR = re.compile(r"(18|19|20|21)[0-9]{2}", re.ASCII)


def check_world(world: WorldField, file_name: str) -> Iterator[Finding]:
    """Yield everything wrong with a world whose fields are right; nothing in it is skipped."""
    if file_name != f"{world.id}.yaml":
        yield error(("id",), "world_id_not_file", {"id": world.id, "file": file_name})
    sectors = [sector.id for sector in world.sectors]
    for place, name in enumerate(sectors):
        if name in sectors[:place]:
            yield error(("sectors", place, "id"), "id_twice", {"id": name})
    if not any(sector.gas == FOSSIL for sector in world.sectors):
        yield error(("sectors",), "no_fossil_sector", {"gas": FOSSIL})
    for name, bloc in world.blocs.items():
        yield from _bloc(bloc, ("blocs", name), sectors)
    for name, scenario in world.scenarios.items():
        for place, cap in enumerate(scenario.caps):
            at: Path_ = ("scenarios", name, "caps", place)
            if cap.bloc not in world.blocs:
                yield unknown((*at, "bloc"), "bloc", cap.bloc, world.blocs)


def _bloc(bloc: BlocField, at: Path_, sectors: list[str]) -> Iterator[Finding]:
    yield from _years(bloc.ghg, (*at, "ghg"))
    for sector, figures in bloc.sectors.items():
        where = (*at, "sectors", sector)
        if sector not in sectors:
            yield unknown(where, "sector", sector, sectors)
        yield from _years(figures, where)
        first = min((int(year) for year in figures if YEAR.fullmatch(year)), default=FIRST_YEAR)
        if first > FIRST_YEAR:
            fields = {"sector": sector, "first": first, "begins": FIRST_YEAR}
            yield warning(where, "world_starts_late", fields)


def _years(years: Iterable[str], at: Path_) -> Iterator[Finding]:
    for year in years:
        if not YEAR.fullmatch(year):
            yield replace(error((*at, year), "no_year", {"year": year}), is_of_name=True)
