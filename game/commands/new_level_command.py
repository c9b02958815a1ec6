"""`new-level`: a playable, commented copy of a level to start from."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.find_level import level_named
from game.commands.options import add_command, add_file_option
from game.commands.output import Exit, Refusal, tell
from game.paths import user_levels_dir
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from pathlib import Path


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`new-level ID [--from LEVEL] [--dir DIR]`."""
    parser = add_command(commands, "new-level", texts)
    parser.add_argument("id", metavar="ID", help=texts("cli.new_level.id"))
    parser.add_argument(
        "--from", dest="source", metavar="LEVEL", help=texts("cli.new_level.source")
    )
    add_file_option(parser, "--dir", "DIR", texts("cli.new_level.dir"), texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Copy the level, and say where it is and what can be done with it."""
    from game.levels.finder import find_levels
    from game.levels.scaffold import NoNewLevel, new_level

    source = level_named(args.source or find_levels()[0].id, texts)
    is_users = args.dir is None
    into = user_levels_dir() if is_users else args.dir
    try:
        folder = new_level(source, args.id, into, texts)
    except NoNewLevel as why:
        raise Refusal(str(why)) from None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise Refusal(texts("cli.new_level.disk", folder=into, reason=reason)) from None
    name = args.id if is_users else _as_argument(folder)
    tell(texts("cli.new_level.made", title=source.title, folder=_as_argument(folder), name=name))
    return Exit.DONE


def _as_argument(folder: Path) -> str:
    """As it is typed in a command, in quotes where it has spaces."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
