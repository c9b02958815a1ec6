"""Explains values that do not fit their fields, in a level author's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from game.levels.findings import Finding, Path_
from game.levels.schema.fields import LEVEL_FILE, CapField, LevelField, SectorCutField
from game.levels.schema.shape import Fields, fields_at, kind_of, patterns_in
from game.levels.schema.values import DAY_PATTERN, ID_PATTERN, LETTERS_PATTERN, NOT_A_DAY

Told = tuple[str, dict[str, object]]  # a key under `level.field.`, and the fields of its sentence
SCALAR_TYPES = {"string_type", "int_type", "float_type"}
MISSING, UNKNOWN = "missing", "extra_forbidden"
QUOTED = re.compile(r"'([^']*)'")
FORMS = (kind_of(SectorCutField), kind_of(CapField))
OF_PATTERN = {ID_PATTERN: "name", DAY_PATTERN: "day", LETTERS_PATTERN: "letters"}


class Contents(NamedTuple):
    """The content of a file that should fit a model."""

    data: object
    model: Fields = LevelField
    file: str = LEVEL_FILE

    @property
    def schema_command(self) -> str:
        """The command that explains the fields of such a file."""
        return "schema" if self.model is LevelField else "schema --world"

    def place(self, path: Path_) -> str:
        """Return a path as an author reads it; the file itself where it is empty."""
        return place(path, self.data) or self.file


def misfits(errors: Iterable[ErrorDetails], contents: Contents) -> list[Finding]:
    """Return what does not fit; a slip of spelling is told once, not twice."""
    errors = list(errors)
    lacking = {_path(error) for error in errors if error["type"] == MISSING}
    found = [_misfit(error, contents, lacking) for error in errors if error["type"] != MISSING]
    misspelled = {(*each.path[:-1], each.fields["near"]) for each in found if "near" in each.fields}
    for path in sorted(lacking - misspelled, key=str):
        where, field = contents.place(path[:-1]), str(path[-1])
        fields = {"where": where, "field": field, "command": contents.schema_command}
        found.append(_of_name(path, "missing_field", fields))
    return found


def place(path: Path_, data: object) -> str:
    """Return a path as an author reads it.

    Entries of lists by their ids, `delegations.china.home`.
    """
    words: list[str] = []
    for part in path:
        if isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
            name = data.get("id") if isinstance(data, dict) else None
            words.append(name if isinstance(name, str) else f"#{part + 1}")
        else:
            data = data.get(part) if isinstance(data, dict) else None
            words.append(str(part))
    return ".".join(words)


def _path(error: ErrorDetails) -> Path_:
    """Where an error stands in the file; the form chosen for a set of fields is no step of it."""
    steps = error["loc"]
    return tuple(
        part
        for at, part in enumerate(steps)
        if at < 2 or steps[at - 2] != "effects" or part not in FORMS
    )


def _misfit(error: ErrorDetails, contents: Contents, lacking: set[Path_]) -> Finding:
    path = _path(error)
    if error["type"] == UNKNOWN:
        return _unknown(path, contents, lacking)
    key, fields = _told(error, _pattern_at(path, contents))
    return Finding(path, f"level.field.{key}", {"where": contents.place(path), **fields})


def _of_name(path: Path_, key: str, fields: Mapping[str, object]) -> Finding:
    """Return a finding on the name of a field, there or missing."""
    return Finding(path, f"level.field.{key}", fields, is_of_name=True)


def _unknown(path: Path_, contents: Contents, lacking: set[Path_]) -> Finding:
    name, around = str(path[-1]), path[:-1]
    fields = {"where": contents.place(around), "field": name}
    if name.isdecimal():
        return _of_name(path, "comma", fields)
    model = fields_at(contents.model, around, contents.data)
    free = [str(each[-1]) for each in lacking if each[:-1] == around]
    known = list(model.model_fields) if model is not None else []
    near = get_close_matches(name, free, 1) or get_close_matches(name, known, 1)
    if near:
        return _of_name(path, "unknown_near", {**fields, "near": near[0]})
    return _of_name(path, "unknown_field", {**fields, "known": ", ".join(known)})


def _told(error: ErrorDetails, pattern: str | None) -> Told:
    """Return the sentence for a value that does not fit.

    What has none of its own is told as it came. pattern: what the text of the field must match
    """
    context: Mapping[str, Any] = error.get("ctx") or {}
    given = error["input"]
    if given is None and error["type"] in SCALAR_TYPES:
        return "nothing", {}
    if error["type"] == "string_type":
        return _no_text(given, pattern)
    if error["type"] in _SENTENCES:
        return _SENTENCES[error["type"]](context, error["input"])
    return "bad_value", {"what": error["msg"]}


def _no_text(given: object, pattern: str | None) -> Told:
    """Return what is said of a number, a truth, a list or a set where a text belongs."""
    if isinstance(given, dict | list):
        return "one_text", {}
    if pattern in (ID_PATTERN, DAY_PATTERN):
        return OF_PATTERN[pattern], {"given": _short(given)}
    return "text", {"given": _short(given)}


def _pattern_at(path: Path_, contents: Contents) -> str | None:
    """Return what the text of a field, or of an entry of its list, must match, if anything."""
    names = path[:-1] if path and isinstance(path[-1], int) else path
    model = fields_at(contents.model, names[:-1], contents.data) if names else None
    info = model.model_fields.get(str(names[-1])) if model is not None else None
    if info is None:
        return None
    return next(patterns_in([*info.metadata, info.annotation]), None)


def _plain(key: str) -> Callable[[Mapping[str, Any], object], Told]:
    return lambda _context, _given: (key, {})


def _limit(key: str, name: str) -> Callable[[Mapping[str, Any], object], Told]:
    return lambda context, _given: (key, {"limit": f"{context[name]:g}"})


def _count(key: str, name: str) -> Callable[[Mapping[str, Any], object], Told]:
    return lambda context, _given: (key, {"n": int(context[name])})


def _pattern(context: Mapping[str, Any], given: object) -> Told:
    return OF_PATTERN.get(str(context["pattern"]), "text"), {"given": _short(given)}


def _one_of(name: str) -> Callable[[Mapping[str, Any], object], Told]:
    def told(context: Mapping[str, Any], given: object) -> Told:
        known = QUOTED.findall(str(context[name])) or [str(context[name])]
        chosen = context.get("tag", given)
        near = get_close_matches(str(chosen), known, 1)
        fields: dict[str, object] = {"given": _short(chosen), "known": ", ".join(known)}
        return ("one_near", {**fields, "near": near[0]}) if near else ("one_of", fields)

    return told


def _short(given: object) -> str:
    """Return a value as its author wrote it, or nearly so."""
    if isinstance(given, bool):
        return "true" if given else "false"
    return f"{given:g}" if isinstance(given, float) else str(given)[:60]


_SENTENCES: dict[str, Callable[[Mapping[str, Any], object], Told]] = {
    "int_type": _plain("whole"),
    "int_from_float": _plain("whole"),
    "float_type": _plain("number"),
    "list_type": _plain("list"),
    "dict_type": _plain("set"),
    "model_type": _plain("set"),
    "model_attributes_type": _plain("set"),
    "string_pattern_mismatch": _pattern,
    NOT_A_DAY: lambda _context, given: ("day", {"given": _short(given)}),
    "string_too_short": _plain("empty_text"),
    "string_too_long": _count("long_text", "max_length"),
    "too_short": _count("few", "min_length"),
    "too_long": _count("many", "max_length"),
    "greater_than": _limit("above", "gt"),
    "greater_than_equal": _limit("at_least", "ge"),
    "less_than_equal": _limit("at_most", "le"),
    "literal_error": _one_of("expected"),
    "union_tag_invalid": _one_of("expected_tags"),
    "union_tag_not_found": _plain("no_kind"),
}
