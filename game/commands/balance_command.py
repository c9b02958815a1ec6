"""`balance`: can a level be won, does one style win too often, what goes unused."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.find_level import level_named
from game.commands.output import (
    MOST_GAMES,
    Exit,
    Refusal,
    add_format,
    place_to_write,
    print_json,
    tell,
    whole_number,
)
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterator

    from game.bots.balance_games import Balance
    from game.bots.simulation import Played

GAMES = 200
STYLES_SHOWN = 10  # on a terminal; a document has them all


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`balance LEVEL [--games N] [--seed S] [--jobs J] [--out FILE.md] [--format json]`."""
    parser = commands.add_parser(
        "balance", help=texts("cli.balance.help"), description=texts("cli.balance.about")
    )
    parser.add_argument("level", metavar="LEVEL", help=texts("cli.option.level"))
    count, from_zero = whole_number(texts, 1, MOST_GAMES), whole_number(texts, least=0)
    parser.add_argument(
        "--games", type=count, default=GAMES, metavar="N", help=texts("cli.balance.games", n=GAMES)
    )
    parser.add_argument(
        "--seed", type=from_zero, default=0, metavar="S", help=texts("cli.simulate.seed")
    )
    parser.add_argument(
        "--jobs", type=count, default=1, metavar="J", help=texts("cli.simulate.jobs")
    )
    parser.add_argument("--out", type=Path, metavar="FILE.md", help=texts("cli.balance.out"))
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Play the games and report; a level out of balance is a finding, not a failure."""
    level = level_named(args.level, texts)
    place = None if args.out is None else place_to_write(args.out, texts)
    if place is not None and not place.parent.is_dir():
        raise Refusal(texts("cli.balance.no_place", path=args.out))

    from game.bots.balance_games import measure, number_of_games
    from game.bots.simulation import WorkerLost

    def progress(games: Iterator[Played]) -> Iterator[Played]:
        from tqdm import tqdm

        quiet, every = not sys.stderr.isatty(), number_of_games(args.games)
        return iter(tqdm(games, total=every, disable=quiet, file=sys.stderr))

    try:
        balance = measure(level, args.games, args.seed, args.jobs, progress)
    except WorkerLost:
        raise Refusal(texts("cli.worker_lost", jobs=args.jobs)) from None
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
        raise Refusal(texts("cli.cannot_write", path=path, reason=problem.strerror)) from None
