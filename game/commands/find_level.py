"""Finds the level named on the command line, by id or path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.named_files import require_file
from game.commands.output import Exit, Refusal
from game.paths import user_levels_dir
from game.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from game.levels.loader import Level
    from game.session.log import Log
    from game.session.session import Session


def level_named(name: str, texts: Texts) -> Level:
    """Return a level fit to play, or a refusal: there is none, or it is broken and how."""
    from game.levels.finder import find_level, find_levels

    entry = find_level(name, user_levels_dir(), texts)
    if entry is None:
        known = ", ".join(each.id for each in find_levels(user_levels_dir(), texts))
        raise Refusal(texts("cli.level.none", level=name, known=known))
    if entry.level is None:
        lines = [problem.as_text() for problem in entry.problems]
        raise Refusal("\n".join([texts("cli.level.broken", level=name), *lines]), Exit.BAD)
    return entry.level


def log_in(path: Path, texts: Texts) -> Log:
    """Return the log in a file, or a refusal: there is none, or it cannot be read and why."""
    from game.session.log import LogBroken, read_log

    require_file(path, texts)
    try:
        return read_log(path, texts)
    except LogBroken as broken:
        raise Refusal(str(broken), Exit.BAD) from None


def level_of(log: Log, texts: Texts) -> Level:
    """Return the level a log was played on, or a refusal: it is not here, or broken."""
    from game.levels.finder import find_level

    name = log.header.level_id
    if find_level(name, user_levels_dir(), texts) is None:
        raise Refusal(texts("cli.level.of_log_is_not_here", level=name), Exit.BAD)
    return level_named(name, texts)


def game_in(path: Path, level: str | None, texts: Texts) -> Session:
    """Return the position at the end of a log, on its level or a named one; or a refusal."""
    from game.session.session import SaveRefused, Session

    log = log_in(path, texts)
    played_on = level_named(level, texts) if level else level_of(log, texts)
    try:
        return Session.replayed(path, played_on, texts)
    except SaveRefused as refused:
        raise Refusal(str(refused), Exit.BAD) from None
