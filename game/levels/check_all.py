"""Checks many levels at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.levels.finder import folders_in, holds_level
from game.levels.findings import Severity
from game.levels.loader import load_level
from game.levels.near_misses import near_misses
from game.levels.problems import LevelBroken, Problem
from game.levels.schema.fields import LEVEL_FILE
from game.levels.translation.translate import check_texts
from game.texts import Texts


@dataclass(frozen=True)
class Checked:
    """The result of a check. files: the level files looked at; problems: all of them, in order."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        """How many problems of one severity there are."""
        return sum(problem.severity is severity for problem in self.problems)


class NothingToCheck(Exception):
    """A path that is no level, no level file and no folder of levels."""


def check_paths(paths: Iterable[Path], texts: Texts | None = None) -> Checked:
    """Check levels; each path is a level folder, its file, or a folder of levels.

    Raises NothingToCheck with the path where there is no level.
    """
    words = texts or Texts.load()
    problems: list[Problem] = []
    folders: dict[Path, None] = {}  # each once, in order
    for path in paths:
        found = _folders_of(path)
        missed = [] if holds_level(path) else near_misses(path, words)
        if not (found or missed):
            raise NothingToCheck(str(path))
        problems += missed
        folders.update(dict.fromkeys(found))
    for folder in folders:
        try:
            level = load_level(folder, words, is_tried=True)
        except LevelBroken as broken:
            problems.extend(broken.problems)
        else:
            problems.extend([*level.warnings, *check_texts(level.field, folder, words)])
    return Checked(tuple(folder / LEVEL_FILE for folder in folders), tuple(problems))


def _folders_of(path: Path) -> list[Path]:
    if path.name == LEVEL_FILE:
        return [path.parent]
    return [path] if holds_level(path) else folders_in(path)
