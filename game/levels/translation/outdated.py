"""Finds outdated translations in a level that was copied and then rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from game.levels.findings import Path_
from game.levels.schema.fields import LEVEL_FILE, LevelField
from game.levels.translation.text_places import text_places
from game.levels.yaml_document import Unreadable, read_document, within
from game.paths import builtin_levels_dir

TITLE: Path_ = ("title",)


def title_of_copy(level_id: str) -> str:
    """Return what a copy is called until its author names it."""
    return level_id.replace("_", " ").strip().capitalize()


def stale(level: LevelField, folder: Path, file: Path, said: object) -> Iterator[Path_]:
    """Yield the texts that were rewritten in a level and not in one of its files of translations.

    said: what stands in that file. A text is known to be old where a level that ships with the
    game has the very same translation for other words.
    """
    if folder.resolve().parent == builtin_levels_dir().resolve():
        return
    named = title_of_copy(level.id)
    if within(said, TITLE) == named != level.title:
        yield TITLE
    shipped = [
        _shipped(found.parent, file.parent.name, file.name)
        for found in sorted(builtin_levels_dir().glob(f"*/{LEVEL_FILE}"))
    ]
    for keys, words in _words(level).items():
        text = within(said, keys)
        translated = [theirs.get(keys) for theirs, there in shipped if within(there, keys) == text]
        if text is not None and translated and words not in translated:
            yield keys


@lru_cache(maxsize=16)
def _shipped(folder: Path, texts: str, name: str) -> tuple[dict[Path_, object], object]:
    """Return the words of one of the game's own levels, and what its file of translations holds.

    None of either where it cannot be read: that is told where that level is looked at.
    """
    try:
        field = LevelField.model_validate(read_document(folder / LEVEL_FILE).data)
        translated = read_document(folder / texts / name).data
    except (Unreadable, ValidationError):
        return {}, None
    return _words(field), translated


def _words(level: LevelField) -> dict[Path_, object]:
    """Every text of a level, under its path in a file of translations."""
    data = level.model_dump()
    return {keys: within(data, path) for keys, path in text_places(level).items()}
