"""Finds the levels: those that ship with the game and the user's own, broken ones too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.levels.findings import warning
from game.levels.loader import Level, load_level
from game.levels.near_misses import near_misses
from game.levels.problems import LevelBroken, Problem, report
from game.levels.schema.fields import LEVEL_FILE
from game.levels.yaml_document import Document
from game.paths import builtin_levels_dir
from game.texts import Texts


@dataclass(frozen=True)
class LevelEntry:
    """A level folder; `level` is None if it is broken, and `problems` say why.

    The level is told in the language of the texts it was found with.
    """

    id: str
    path: Path
    level: Level | None
    problems: tuple[Problem, ...]


def find_levels(user_dir: Path | None = None, texts: Texts | None = None) -> list[LevelEntry]:
    """Find every level folder, the tutorial first, and near misses last.

    Of two with one id the game's own comes first, and the other says that it is hidden.
    """
    words = texts or Texts.load()
    shipped = [_entry(folder, words) for folder in folders_in(builtin_levels_dir())]
    taken = {entry.id for entry in shipped}
    own = [_hidden(_entry(folder, words), taken, words) for folder in folders_in(user_dir)]
    meant = near_misses(user_dir, words) if user_dir is not None else []
    missed = [LevelEntry(Path(each.file).name, Path(each.file), None, (each,)) for each in meant]
    entries = [*shipped, *own, *missed]
    return sorted(entries, key=lambda entry: (entry.level is None, _order(entry), entry.id))


def find_level(
    name: str, user_dir: Path | None = None, texts: Texts | None = None
) -> LevelEntry | None:
    """Return the level of an id, or of a path to its folder or file; None if there is none."""
    path = Path(name)
    if path.name == LEVEL_FILE:
        path = path.parent
    if holds_level(path):
        return _entry(path, texts or Texts.load())
    return _entry_of_id(name, user_dir, texts)


def level_of_id(
    level_id: str, user_dir: Path | None = None, texts: Texts | None = None
) -> Level | None:
    """Return the level of an id, read without looking into the others.

    None where none can be played.
    """
    found = _entry_of_id(level_id, user_dir, texts)
    return found.level if found is not None else None


def folders_in(root: Path | None) -> list[Path]:
    """Return the level folders of a folder, by name; none that are hidden.

    What the system does not let us look into is taken for one: reading it says so.
    """
    if root is None:
        return []
    try:
        seen = [path for path in root.iterdir() if not path.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except PermissionError:
        return [root]
    return sorted(path for path in seen if holds_level(path))


def holds_level(folder: Path) -> bool:
    """Return True if a level's file is in a folder, or the folder is closed to us."""
    try:
        return (folder / LEVEL_FILE).is_file()
    except PermissionError:
        return True


def _entry_of_id(level_id: str, user_dir: Path | None, texts: Texts | None) -> LevelEntry | None:
    for root in (builtin_levels_dir(), user_dir):
        for folder in folders_in(root):
            if folder.name == level_id:
                return _entry(folder, texts or Texts.load())
    return None


def _entry(folder: Path, texts: Texts) -> LevelEntry:
    try:
        level = load_level(folder, texts).in_language(texts.language)
    except LevelBroken as broken:
        return LevelEntry(folder.name, folder, None, broken.problems)
    return LevelEntry(level.id, folder, level, level.warnings)


def _hidden(entry: LevelEntry, taken: set[str], texts: Texts) -> LevelEntry:
    """Return a level of the user's own with a warning where a shipped one has its id."""
    if entry.id not in taken:
        return entry
    finding = warning((), "hidden_by_shipped", {"id": entry.id})
    problem = report(finding, Document(entry.path / LEVEL_FILE), texts)
    return replace(entry, problems=(*entry.problems, problem))


def _order(entry: LevelEntry) -> int:
    return entry.level.field.order if entry.level else 0
