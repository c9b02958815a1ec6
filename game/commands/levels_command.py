"""`levels`: lists the levels, broken ones too."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.options import add_command, add_format
from game.commands.output import Exit, print_json, tell
from game.levels.level_size import facts_told
from game.paths import user_levels_dir
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.levels.finder import LevelEntry


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`levels [--format json]`."""
    parser = add_command(commands, "levels", texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """List every level, the tutorial first."""
    from game.levels.finder import find_levels

    entries = find_levels(user_levels_dir(), texts)
    if args.format == "json":
        print_json({"levels": [document(entry) for entry in entries]})
    else:
        for entry in entries:
            tell(line(entry, texts))
        tell(texts("cli.levels.own", folder=user_levels_dir()))
    return Exit.DONE


def document(entry: LevelEntry) -> dict[str, object]:
    """One level as scripts read it; the counts of a broken one are null."""
    field = entry.level.field if entry.level is not None else None
    return {
        "id": entry.id,
        "title": field.title if field else entry.id,
        "path": str(entry.path),
        "ok": field is not None,
        "rounds": len(field.rounds) if field else None,
        "delegations": len(field.delegations) if field else None,
        "issues": len(field.issues) if field else None,
        "seats": list(entry.level.seats) if entry.level else None,
        "table": field.table if field else None,
        "clauses": 0 if field else None,  # no level has a text of all yet
        "author": field.author if field else None,
        "version": field.version if field else None,
        "problems": [problem.as_json() for problem in entry.problems],
    }


def line(entry: LevelEntry, texts: Texts) -> str:
    """One level as people read it."""
    if entry.level is None:
        reasons = "".join(f"\n    {problem.as_text()}" for problem in entry.problems)
        return texts("cli.levels.broken", id=entry.id, path=entry.path) + reasons
    field = entry.level.field
    facts = facts_told(field, texts)
    return texts("cli.levels.line", id=entry.id, title=field.title, facts=facts)
