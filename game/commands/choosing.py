"""The level a command was given, by id or by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.answering import Exit, Refusal
from game.paths import user_levels_dir
from game.texts import Texts

if TYPE_CHECKING:
    from game.levels.loader import Level


def level_named(name: str, texts: Texts) -> Level:
    """A level fit to play, or a refusal: there is none, or it is broken and how."""
    from game.levels.finder import find_level, find_levels

    entry = find_level(name, user_levels_dir(), texts)
    if entry is None:
        known = ", ".join(each.id for each in find_levels(user_levels_dir(), texts))
        raise Refusal(texts("cli.level.none", level=name, known=known))
    if entry.level is None:
        lines = [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in entry.problems]
        raise Refusal("\n".join([texts("cli.level.broken", level=name), *lines]), Exit.BAD)
    return entry.level
