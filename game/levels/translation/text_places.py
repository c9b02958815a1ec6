"""The texts of a level that can be said in another language, each under a path of ids.

A path of ids stands still when a list is put in another order: the second sitting's title is
`rounds.second_day.title` in a file of translations, and `rounds[1].title` in the level. Red lines
and linkages have no ids; they are lists in the level's own order.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.levels.findings import Path_
from game.levels.schema.fields import LevelField
from game.levels.schema.values import Shown

Place = tuple[Path_, Path_]  # path of ids in a file of translations, path in the level's fields


def text_places(level: LevelField) -> dict[Path_, Path_]:
    """Every text of a level that is shown to players: path of ids -> path in the level.

    Those are the fields that are marked as shown. Sources are not: what a source is called does
    not change with the reader's language.
    """
    return dict(_texts_of(level, (), ()))


def _texts_of(fields: BaseModel, keys: Path_, path: Path_) -> Iterator[Place]:
    for name, info in type(fields).model_fields.items():
        value, here = getattr(fields, name), (*path, name)
        mark = _mark(info)
        if mark is not None:
            yield from _shown(value, keys if mark.alone else (*keys, name), here)
        elif isinstance(value, BaseModel):
            yield from _texts_of(value, (*keys, name), here)
        elif isinstance(value, list):
            yield from _texts_in(value, (*keys, name), here)


def _texts_in(entries: list[object], keys: Path_, path: Path_) -> Iterator[Place]:
    """Yield the texts of a list of sets of fields, each under its id, or its place without one."""
    for place, entry in enumerate(entries):
        if isinstance(entry, BaseModel):
            name = getattr(entry, "id", place)
            yield from _texts_of(entry, (*keys, name), (*path, place))


def _shown(value: object, keys: Path_, path: Path_) -> Iterator[Place]:
    """Yield a text, or every text of a list or a set; one that the level leaves out as well."""
    if isinstance(value, list):
        yield from (((*keys, place), (*path, place)) for place in range(len(value)))
    elif isinstance(value, dict):
        yield from (((*keys, name), (*path, name)) for name in value)
    else:
        yield keys, path


def _mark(info: FieldInfo) -> Shown | None:
    return next((each for each in info.metadata if isinstance(each, Shown)), None)
