"""A finding: where in a file, which sentence, how severe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

Path_ = tuple[str | int, ...]
CODES = {  # of the sentences on fields, for scripts; every other code is the last word of its key
    "level.field.missing_field": "missing_field",
    "level.field.unknown_field": "unknown_field",
    "level.field.unknown_near": "unknown_field",
    "level.field.comma": "unknown_field",
}


class Mark(NamedTuple):
    """A line and a column of a file, from 1."""

    line: int
    column: int


START = Mark(1, 1)


class Severity(StrEnum):
    """An error keeps a level from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing wrong.

    path: of keys, to what is wrong; or the mark itself, where the file could not be read that far
    key: of its sentence; that of the remedy is `<key>.hint`
    is_of_name: the name of the field is wrong, not what it holds
    """

    path: Path_ | Mark
    key: str
    fields: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    is_of_name: bool = False

    @property
    def code(self) -> str:
        """The word by which scripts know it."""
        if self.key.startswith("level.field."):
            return CODES.get(self.key, "bad_value")
        return self.key.rpartition(".")[2]


def error(path: Path_, code: str, fields: Mapping[str, object] | None = None) -> Finding:
    """Return a check's finding that keeps the level from being played."""
    return Finding(path, f"level.check.{code}", fields or {})


def warning(path: Path_, code: str, fields: Mapping[str, object] | None = None) -> Finding:
    """Return a check's finding that does not keep the level from being played."""
    return Finding(path, f"level.check.{code}", fields or {}, Severity.WARNING)


def unknown(
    path: Path_, what: str, name: str, known: Iterable[str], *, is_of_name: bool = False
) -> Finding:
    """Return what is said of a name that refers to nothing, with the nearest that would."""
    names = sorted(set(known))
    near = get_close_matches(name, names, 1)
    fields = {
        "what": what,
        "name": name,
        "near": near[0] if near else "",
        "known": ", ".join(names),
    }
    key = "level.check.unknown_near" if near else "level.check.unknown"
    return Finding(path, key, fields, is_of_name=is_of_name)
