"""Many levels checked at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.levels.finder import folders_in, holds_level
from game.levels.loader import load_level
from game.levels.near_misses import near_misses
from game.levels.problems import LevelBroken, Problem, Severity
from game.levels.schema.fields import LEVEL_FILE
from game.levels.translation.translate import check_texts
from game.texts import Texts


@dataclass(frozen=True)
class Checked:
    """What a check found. files: the level files looked at; problems: all of them, in order."""

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
    paths = list(paths)
    problems = [miss for path in paths if not holds_level(path) for miss in _misses(path, words)]
    folders = list(
        dict.fromkeys(folder for path in paths for folder in _folders_of(path, bool(problems)))
    )
    for folder in folders:
        try:
            level = load_level(folder, words, is_tried=True)
        except LevelBroken as broken:
            problems.extend(broken.problems)
        else:
            problems.extend([*level.warnings, *check_texts(level.field, folder, words)])
    return Checked(tuple(folder / LEVEL_FILE for folder in folders), tuple(problems))


def _misses(path: Path, texts: Texts) -> list[Problem]:
    """Return what was meant as a level in a folder of levels; nothing for a level's own file."""
    return near_misses(path, texts) if path.is_dir() else []


def _folders_of(path: Path, has_near_misses: bool) -> list[Path]:
    if path.name == LEVEL_FILE:
        return [path.parent]
    if holds_level(path):
        return [path]
    folders = folders_in(path)
    if not folders and not has_near_misses:
        raise NothingToCheck(str(path))
    return folders
