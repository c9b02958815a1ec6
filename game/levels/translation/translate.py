"""Reads a level's translation, `texts/<language>.yaml`, and applies it.

The file says the level's words again under paths of ids (`issues.methane.options.plan`). It changes
no rule and is no part of the level's hash. What it lacks is said as the level itself says it; what
it says wrongly is named with its line and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.levels.findings import Finding, Path_, Severity
from game.levels.problems import Problem, report
from game.levels.schema.fields import LevelField
from game.levels.translation.outdated import stale
from game.levels.translation.text_places import text_places
from game.levels.yaml_document import Document, Unreadable, read_document, within
from game.texts import Texts, available_languages

TEXTS_FOLDER = "texts"
OF_NAMES = {"unknown", "unknown_near", "not_a_branch"}  # findings on the name of a field


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
    document, findings = _looked_through(level, file)
    return (report(finding, document, words) for finding in findings)


def _looked_through(level: LevelField, file: Path) -> tuple[Document, list[Finding]]:
    """Return a file of translations, and what is wrong or missing in it."""
    if file.is_symlink():
        return Document(file), [Finding((), "level.yaml.link", {}, Severity.WARNING)]
    findings = []
    if file.stem not in available_languages():
        fields = {"name": file.stem, "known": ", ".join(available_languages())}
        findings.append(flaw((), "no_such_language", fields))
    try:
        document = read_document(file)
    except Unreadable as broken:
        faults = [replace(fault, severity=Severity.WARNING) for fault in broken.findings]
        return broken.document, findings + faults
    places = text_places(level)
    findings += [*_strange(document.data, _tree(places)), *_said(level, document, places)[1]]
    findings += _missing(document.data, _tree(_written(level, places)))
    for keys in stale(level, file.parent.parent, file, document.data):
        findings.append(flaw(keys, "stale", {"where": _dotted(keys)}))
    return document, findings


def flaw(
    path: Path_, code: str, fields: Mapping[str, object], severity: Severity = Severity.WARNING
) -> Finding:
    """Return a finding in a file of translations."""
    return Finding(path, f"level.told.{code}", fields, severity, is_of_name=code in OF_NAMES)


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
) -> tuple[LevelField, list[Finding]]:
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
    flaws: list[Finding] = []
    for keys, path in places.items():
        if path in refused:
            fields = {"where": _dotted(keys), "what": refused[path]}
            flaws.append(flaw(keys, "bad_text", fields))
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


def _strange(data: object, tree: Tree, path: Path_ = ()) -> Iterator[Finding]:
    """Yield what stands in a file and belongs to nothing in the level."""
    for key, value in _entries(data):
        here = (*path, key)
        if key not in tree:
            yield _unknown(here, tree)
        elif isinstance(tree[key], dict):
            if isinstance(value, dict | list):
                yield from _strange(value, tree[key], here)
            elif value is not None:
                yield flaw(here, "not_a_branch", {"where": _dotted(here)})


def _unknown(path: Path_, tree: Tree) -> Finding:
    known = [str(key) for key in tree]
    near = get_close_matches(str(path[-1]), known, 1)
    fields = {
        "where": _dotted(path[:-1]) or "level.yaml",
        "name": str(path[-1]),
        "near": near[0] if near else "",
        "known": ", ".join(known),
    }
    return flaw(path, "unknown_near" if near else "unknown", fields)


def _missing(data: object, tree: Tree, path: Path_ = ()) -> Iterator[Finding]:
    """Yield what the level says and a file does not, one note for the topmost that is missing."""
    entries = dict(_entries(data))
    for key, branch in tree.items():
        here, value = (*path, key), entries.get(key)
        if value is None:
            yield flaw(here, "missing", {"where": _dotted(here)}, Severity.NOTE)
        elif isinstance(branch, dict) and isinstance(value, dict | list):
            yield from _missing(value, branch, here)


def _entries(data: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _dotted(path: Path_) -> str:
    return ".".join(str(part) for part in path)
