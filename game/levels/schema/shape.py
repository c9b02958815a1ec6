"""The shape of a level file: how fields nest, and which words a field can take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from game.levels.findings import Path_
from game.levels.yaml_document import within

Fields = type[BaseModel]
KIND = "kind"  # the field that tells which of several forms a set of fields has


def models_in(annotation: Any, *, in_list: bool = False) -> Iterator[tuple[Fields, bool]]:
    """Yield the sets of fields that a field can hold, each with whether it is a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, in_list
    for part in get_args(annotation):
        yield from models_in(part, in_list=in_list or get_origin(annotation) is list)


def words_in(annotation: Any) -> tuple[str, ...]:
    """Return the words a field can take, where they are a closed list; else none."""
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return tuple(word for part in get_args(annotation) for word in words_in(part))


def patterns_in(annotation: Any) -> Iterator[str]:
    """Yield what texts must match, in a type, its constraints or a list of these."""
    parts = annotation if isinstance(annotation, list) else get_args(annotation)
    pattern = getattr(annotation, "pattern", None)
    if isinstance(pattern, str):
        yield pattern
    for part in parts:
        yield from patterns_in(part)


def kind_of(model: Fields) -> str | None:
    """Return the word by which a form is chosen among several; None if there is but one."""
    info = model.model_fields.get(KIND)
    words = words_in(info.annotation) if info is not None else ()
    return words[0] if len(words) == 1 else None


def fields_at(model: Fields, path: Path_, data: object) -> Fields | None:
    """Return the fields at a path of a file.

    None where no such set stands there.
    """
    found = [model]
    for part in path:
        data = within(data, (part,))
        if isinstance(part, str):
            infos = [form.model_fields[part] for form in found if part in form.model_fields]
            if infos:  # else a name of the file's own, under which one of these stands
                found = [inner for info in infos for inner, _ in models_in(info.annotation)]
    if len(found) > 1:
        kind = within(data, (KIND,))
        found = [form for form in found if kind_of(form) == kind]
    return found[0] if found else None
