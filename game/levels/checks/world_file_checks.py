"""What the fields of a world file alone cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.climate.world import FOSSIL
from game.levels.checks.references import Finding, unknown
from game.levels.world_file import BlocField, WorldField
from game.levels.yaml_document import Path_

YEAR = re.compile(r"(18|19|20|21)[0-9]{2}", re.ASCII)


def check_world(world: WorldField) -> Iterator[Finding]:
    """Everything wrong with a world whose fields are right; nothing in it is ever skipped."""
    sectors = [sector.id for sector in world.sectors]
    for place, name in enumerate(sectors):
        if name in sectors[:place]:
            yield Finding(("sectors", place, "id"), "id_twice", {"id": name})
    if not any(sector.gas == FOSSIL for sector in world.sectors):
        yield Finding(("sectors",), "no_fossil_sector", {"gas": FOSSIL})
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


def _years(years: Iterable[str], at: Path_) -> Iterator[Finding]:
    for year in years:
        if not YEAR.fullmatch(year):
            yield Finding((*at, year), "no_year", {"year": year})
