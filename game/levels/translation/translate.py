"""Reads a level's translation, `texts/<language>.yaml`, and applies it.

The file says the level's words again under paths of ids (`issues.methane.options.plan`). It changes
no rule and is no part of the level's hash. What it lacks is said as the level itself says it; what
it says wrongly is named with its line and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.levels.problems import Problem, Severity, problem_of
from game.levels.schema.fields import LevelField
from game.levels.translation.outdated import stale
from game.levels.translation.text_places import text_places
from game.levels.yaml_document import Document, Fault, Path_, Unreadable, read_document, within
from game.texts import Texts, available_languages

TEXTS_FOLDER = "texts"


@dataclass(frozen=True)
class Flaw:
    """Something wrong in a file of translations; `code` names its sentence, `level.told.<code>`."""

    path: Path_
    code: str
    fields: dict[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.WARNING


def text_file(folder: Path, language: str) -> Path:
    """Return the file of a level's words in a language, if there is one."""
    return folder / TEXTS_FOLDER / f"{language}.yaml"


def told(level: LevelField, folder: Path, language: str) -> LevelField:
    """Return the level with its words in a language.

    Those that are missing or wrong as it has them.
    """
    file = text_file(folder, language)
    if not file.is_file() or file.is_symlink():
        return level
    try:
        document = read_document(file)
    except Unreadable:
        return level
    return _said(level, document, text_places(level))[0]


def check_texts(level: LevelField, folder: Path, words: Texts) -> list[Problem]:
    """Return what is wrong or missing in each translation of a level, in line order."""
    problems: list[Problem] = []
    for file in sorted((folder / TEXTS_FOLDER).glob("*.yaml")):
        problems += sorted(_check_file(level, file, words))
    return problems


def _check_file(level: LevelField, file: Path, words: Texts) -> Iterator[Problem]:
    if file.is_symlink():
        yield problem_of(words, "level.yaml.link", file, (1, 1), "link", {}, Severity.WARNING)
        return
    if file.stem not in available_languages():
        known = ", ".join(available_languages())
        fields: dict[str, str | int] = {"name": file.stem, "known": known}
        key, code = "level.told.no_such_language", "no_such_language"
        yield problem_of(words, key, file, (1, 1), code, fields, Severity.WARNING)
    try:
        document = read_document(file)
    except Unreadable as broken:
        yield from (_unreadable(file, words, fault) for fault in broken.faults)
        return
    places = text_places(level)
    flaws = [*_strange(document.data, _tree(places)), *_said(level, document, places)[1]]
    flaws += _missing(document.data, _tree(_written(level, places)))
    for keys in stale(level, file.parent.parent, file, document.data):
        flaws.append(Flaw(keys, "stale", {"where": _dotted(keys)}))
    for flaw in flaws:
        at = document.place(flaw.path)
        key = f"level.told.{flaw.code}"
        yield problem_of(words, key, file, at, flaw.code, flaw.fields, flaw.severity)


def _unreadable(file: Path, words: Texts, fault: Fault) -> Problem:
    at, key = (fault.line, fault.column), f"level.yaml.{fault.code}"
    return problem_of(words, key, file, at, fault.code, fault.fields, Severity.WARNING)


Tree = dict[str | int, Any]  # what may stand in a file: branches by key or place, None at a text


def _tree(places: Iterable[Path_]) -> Tree:
    root: Tree = {}
    for keys in places:
        branch = root
        for key in keys[:-1]:
            branch = branch.setdefault(key, {})
        branch[keys[-1]] = None
    return root


def _said(
    level: LevelField, document: Document, places: dict[Path_, Path_]
) -> tuple[LevelField, list[Flaw]]:
    """Return the level with all that can be taken over, and the texts that cannot be."""
    written, data = level.model_dump(), level.model_dump()
    for keys, path in places.items():
        text = within(document.data, keys)
        if text is not None:
            _put(data, path, text)
    try:
        return LevelField.model_validate(data), []
    except ValidationError as wrong:
        refused = {error["loc"]: error["msg"] for error in wrong.errors(include_url=False)}
    flaws = []
    for keys, path in places.items():
        if path in refused:
            fields: dict[str, str | int] = {"where": _dotted(keys), "what": refused[path]}
            flaws.append(Flaw(keys, "bad_text", fields))
            _put(data, path, within(written, path))
    return LevelField.model_validate(data), flaws


def _written(level: LevelField, places: dict[Path_, Path_]) -> list[Path_]:
    """Return the texts that the level itself has; it may leave some out."""
    data = level.model_dump()
    return [keys for keys, path in places.items() if within(data, path) is not None]


def _put(data: Any, path: Path_, text: object) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = text


def _strange(data: object, tree: Tree, path: Path_ = ()) -> Iterator[Flaw]:
    """Yield what stands in a file and belongs to nothing in the level."""
    for key, value in _entries(data):
        here = (*path, key)
        if key not in tree:
            yield _unknown(here, tree)
        elif isinstance(tree[key], dict):
            if isinstance(value, dict | list):
                yield from _strange(value, tree[key], here)
            elif value is not None:
                yield Flaw(here, "not_a_branch", {"where": _dotted(here)})


def _unknown(path: Path_, tree: Tree) -> Flaw:
    known = [str(key) for key in tree]
    near = get_close_matches(str(path[-1]), known, 1)
    fields: dict[str, str | int] = {
        "where": _dotted(path[:-1]) or "level.yaml",
        "name": str(path[-1]),
        "near": near[0] if near else "",
        "known": ", ".join(known),
    }
    return Flaw(path, "unknown_near" if near else "unknown", fields)


def _missing(data: object, tree: Tree, path: Path_ = ()) -> Iterator[Flaw]:
    """Yield what the level says and a file does not, one note for the topmost that is missing."""
    entries = dict(_entries(data))
    for key, branch in tree.items():
        here, value = (*path, key), entries.get(key)
        if value is None:
            yield Flaw(here, "missing", {"where": _dotted(here)}, Severity.NOTE)
        elif isinstance(branch, dict) and isinstance(value, dict | list):
            yield from _missing(value, branch, here)


def _entries(data: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _dotted(path: Path_) -> str:
    return ".".join(str(part) for part in path)
