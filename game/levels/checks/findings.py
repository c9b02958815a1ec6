"""A finding of a check: place, sentence, severity, and the name probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from game.levels.problems import Severity
from game.levels.yaml_document import Path_

Fields = Mapping[str, str | int]


@dataclass(frozen=True)
class Finding:
    """A problem at a path of keys; `code` names its sentence, `level.check.<code>`."""

    path: Path_
    code: str
    fields: Fields = field(default_factory=dict)
    severity: Severity = Severity.ERROR


def warning(path: Path_, code: str, fields: Fields) -> Finding:
    """Return a finding that does not keep the level from being played."""
    return Finding(path, code, fields, Severity.WARNING)


def unknown(path: Path_, what: str, name: str, known: Iterable[str]) -> Finding:
    """Return the finding for a name that refers to nothing, with the nearest name that would."""
    names = sorted(set(known))
    near = get_close_matches(name, names, 1)
    return Finding(
        path,
        "unknown_near" if near else "unknown",
        {"what": what, "name": name, "near": near[0] if near else "", "known": ", ".join(names)},
    )
