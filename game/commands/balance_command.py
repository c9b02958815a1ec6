"""`balance`: can a level be won, does one style win too often, what goes unused."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.find_level import level_named
from game.commands.many_games import progress_of, told_of_lost_workers
from game.commands.named_files import cannot_write, place_to_write
from game.commands.options import (
    add_command,
    add_file_option,
    add_format,
    add_games,
    add_jobs,
    add_level,
    add_seed,
)
from game.commands.output import Exit, Refusal, print_json, tell
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.bots.balance_games import Balance

GAMES = 200
STYLES_SHOWN = 10  # on a terminal; a document has them all


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`balance LEVEL [--games N] [--seed S] [--jobs J] [--out FILE.md] [--format json]`."""
    parser = add_command(commands, "balance", texts)
    add_level(parser, texts)
    add_games(parser, texts("cli.balance.games", n=GAMES), texts, GAMES)
    add_seed(parser, texts("cli.simulate.seed"), texts)
    add_jobs(parser, texts)
    add_file_option(parser, "--out", "FILE.md", texts("cli.balance.out"), texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Play the games and report; a level out of balance is a finding, not a failure."""
    level = level_named(args.level, texts)
    place = None if args.out is None else place_to_write(args.out, texts)
    if place is not None and not place.parent.is_dir():
        raise Refusal(texts("cli.balance.no_place", path=args.out))

    from game.bots.balance_games import measure, number_of_games

    with told_of_lost_workers(args.jobs, texts):
        progress = progress_of(number_of_games(args.games))
        balance = measure(level, args.games, args.seed, args.jobs, progress)
    command = shlex.join(
        ["balance", args.level, "--games", str(args.games), "--seed", str(args.seed)]
    )
    if place is not None:
        _write(place, balance, texts, command)
    if args.format == "json":
        from game.commands.balance_document import document

        print_json(document(balance, texts))
    else:
        from game.commands.balance_page import sections
        from game.commands.report_page import as_text

        tell(as_text(sections(balance, texts, command, STYLES_SHOWN)), end="")
    return Exit.DONE


def _write(path: Path, balance: Balance, texts: Texts, command: str) -> None:
    """Write the document."""
    from game.commands.balance_page import sections
    from game.commands.report_page import as_markdown
    from game.writing import write_whole

    pages = sections(balance, texts, command, len(balance.styles))
    try:
        write_whole(path, as_markdown(pages).encode())
    except OSError as problem:
        raise cannot_write(path, problem, texts) from None
