"""Writes a level file with each field explained where it first appears.

The explanations are the descriptions of `fields.py`; here they become comments of the file.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.levels.findings import Path_
from game.levels.schema.fields import LevelField
from game.levels.schema.shape import Fields, kind_of, models_in, words_in
from game.levels.yaml_document import Document, parse_document

WIDTH = 100
LINE_ENDS = re.compile("(?<=\n)|(?<=\r)(?!\n)|(?<=[\x85\u2028\u2029])")  # as YAML counts lines
LINE_START = re.compile(r"\s*(- +)*")  # what stands before a key that begins its line


class Use(NamedTuple):
    """A field used in a file: its line, from 1, and what it is."""

    line: int
    column: int
    path: Path_
    model: Fields
    name: str

    @property
    def description(self) -> str:
        """What the field means."""
        return _description(self.model.model_fields[self.name])


def explained(text: str, level: LevelField) -> str:
    """Return a level file's text with a comment above each field's first use.

    Fields within braces are explained above the line on which the braces begin. Raises Unreadable.
    """
    document = parse_document(text)
    lines = LINE_ENDS.split(text)
    above: dict[int, list[str]] = {}
    for use in _first_uses(level, document):
        line, within = _host(use, document, lines)
        indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
        said = f"{use.name}: {use.description}" if within else use.description
        above.setdefault(line, []).extend(_comment(said, indent))
    return "".join(
        "".join(f"{comment}\n" for comment in above.get(number, ())) + line
        for number, line in enumerate(lines)
    )


def left_out(level: LevelField) -> list[str]:
    """Return a comment for each field that a level nowhere uses, by its path.

    `issues[].opens: ...`.
    """
    used = {(model, name) for model, name, _ in _present(level, ())}
    comments: list[str] = []
    for model, name, path in _possible(LevelField, ""):
        if (model, name) not in used:
            used.add((model, name))
            comments += _comment(f"{path}: {_description(model.model_fields[name])}", "")
    return comments


def _first_uses(level: LevelField, document: Document) -> Iterator[Use]:
    uses = [Use(*document.place(path), path, m, name) for m, name, path in _present(level, ())]
    seen: set[tuple[Fields, str]] = set()
    for use in sorted(uses, key=lambda use: (use.line, use.column)):
        if (use.model, use.name) not in seen:
            seen.add((use.model, use.name))
            yield use


def _host(use: Use, document: Document, lines: list[str]) -> tuple[int, bool]:
    """Return the line, from 0, above which a field is explained, and whether it is indented."""
    path = use.path
    while path:
        line, column = document.place(path)
        if LINE_START.fullmatch(lines[line - 1][: column - 1]):
            return line - 1, path != use.path
        path = path[:-1]
    return 0, True


def _description(info: FieldInfo) -> str:
    """Return what a field means, with the words it can take where they are not named there."""
    said = info.description or ""
    words = words_in(info.annotation)
    if len(words) < 2 or all(word in said for word in words):
        return said
    return f"{said}; one of {', '.join(words)}"


def _comment(said: str, indent: str) -> list[str]:
    wrapped = textwrap.wrap(said, max(WIDTH - len(indent) - 2, 40), subsequent_indent="  ")
    return [f"{indent}# {part}" for part in wrapped]


def _present(item: BaseModel, path: Path_) -> Iterator[tuple[Fields, str, Path_]]:
    """Every field that is written down, with its path."""
    for name in type(item).model_fields:
        if name not in item.model_fields_set:
            continue
        value, here = getattr(item, name), (*path, name)
        yield type(item), name, here
        if isinstance(value, BaseModel):
            yield from _present(value, here)
        elif isinstance(value, list):
            for place, inner in enumerate(value):
                if isinstance(inner, BaseModel):
                    yield from _present(inner, (*here, place))


def _possible(model: Fields, before: str) -> Iterator[tuple[Fields, str, str]]:
    """Every field that could be written down, with its path: `[]` for a list, `[cap]` by form."""
    for name, info in model.model_fields.items():
        path = f"{before}{name}"
        yield model, name, path
        for inner, in_list in models_in(info.annotation):
            entry = f"[{kind_of(inner) or ''}]" if in_list else ""
            yield from _possible(inner, f"{path}{entry}.")
