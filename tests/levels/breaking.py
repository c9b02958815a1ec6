"""A good level, and ways to break it."""

from __future__ import annotations

from pathlib import Path

from game.levels.loader import load_level
from game.levels.problems import LevelBroken, Problem
from game.levels.schema.fields import LEVEL_FILE
from game.paths import builtin_levels_dir
from tests.copying import copy_folder


def copy_of_tianjin(folder: Path) -> Path:
    """Return the first level, copied to be broken; its world comes from the game."""
    place = folder / "tianjin"
    copy_folder(builtin_levels_dir() / "tianjin", place)
    return place


def broken(place: Path, old: str, new: str) -> tuple[Problem, ...]:
    """Return what is said of the level after one piece of its text was replaced."""
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return problems_of(place)


def problems_of(place: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a level that must not load."""
    try:
        level = load_level(place)
    except LevelBroken as found:
        return found.problems
    raise AssertionError(f"{place} loads, with {level.warnings}")


def line_of(place: Path, text: str) -> int:
    """Return the line of the level file that holds a text."""
    lines = (place / LEVEL_FILE).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)
