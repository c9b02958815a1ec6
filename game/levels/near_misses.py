"""Files in a levels folder that were meant as levels but are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.levels.findings import Finding, Severity
from game.levels.problems import Problem, report
from game.levels.schema.fields import LEVEL_FILE
from game.levels.world_file import WORLDS_FOLDER
from game.levels.yaml_document import Document
from game.texts import Texts

NAMES_MEANT = ("level.yml", "level.yaml.txt", "level.yaml.yaml", "level.yml.txt", "level.txt")
PACKED = (".zip", ".rtg", ".tar", ".gz", ".7z", ".rar")
LEFT_BY_SYSTEMS = ("__MACOSX", WORLDS_FOLDER)
DEEPEST = 2  # folders below a levels folder in which a level is looked for


def near_misses(root: Path, texts: Texts) -> list[Problem]:
    """Return a problem for each thing in a levels folder that is nearly a level, by path."""
    found: list[tuple[Path, str]] = []
    try:
        entries = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except OSError:
        return []
    for path in entries:
        if path.name in LEFT_BY_SYSTEMS:
            continue
        if path.is_dir():
            found += _in_folder(path, DEEPEST)
        elif path.name.lower() == LEVEL_FILE or path.name.lower() in NAMES_MEANT:
            found.append((path, "loose"))
        elif path.suffix.lower() in PACKED:
            found.append((path, "packed"))
    return [_problem(path, why, texts) for path, why in found]


def _in_folder(folder: Path, deeper: int) -> Iterator[tuple[Path, str]]:
    """Yield the files that were meant as a level's in a folder that holds none."""
    try:
        names = {path.name: path for path in folder.iterdir()}
    except OSError:
        return
    if LEVEL_FILE in names:
        if deeper < DEEPEST:
            yield names[LEVEL_FILE], "nested"
        return
    meant = [
        path
        for name, path in sorted(names.items())
        if (name.lower() == LEVEL_FILE or name.lower() in NAMES_MEANT) and path.is_file()
    ]
    if meant:
        yield meant[0], "misnamed"
        return
    for name, path in sorted(names.items()):
        if deeper > 0 and path.is_dir() and name not in LEFT_BY_SYSTEMS and name[0] != ".":
            yield from _in_folder(path, deeper - 1)


def _problem(path: Path, why: str, texts: Texts) -> Problem:
    fields = {"file": path.name, "wanted": LEVEL_FILE}
    finding = Finding((), f"level.near_miss.{why}", fields, Severity.WARNING)
    return report(finding, Document(path), texts)
