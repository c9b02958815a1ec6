"""`play` and the bare command: the window, on a level or on the title screen."""

from __future__ import annotations

import argparse
import secrets
from typing import TYPE_CHECKING

from game.commands.display_check import require_display, require_one_pygame
from game.commands.find_level import level_named
from game.commands.options import add_command, add_level, add_seed
from game.commands.output import Exit, Refusal
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.levels.loader import Level


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`play LEVEL [--seed N] [--seat ID]`."""
    parser = add_command(commands, "play", texts)
    add_level(parser, texts)
    add_seed(parser, texts("cli.option.seed"), texts, default=None, metavar="N")
    parser.add_argument("--seat", metavar="ID", help=texts("cli.option.seat"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Open the window on a level's briefing."""
    level = level_named(args.level, texts)
    if args.seat is not None and args.seat not in level.seats:
        seats = ", ".join(level.seats)
        raise Refusal(texts("cli.play.no_seat", seat=args.seat, level=level.id, seats=seats))
    seed = secrets.randbelow(1_000_000) if args.seed is None else args.seed
    return open_window(texts, level, seed, args.seat)


def run_title(args: argparse.Namespace, texts: Texts) -> int:
    """Open the window on the title screen."""
    return open_window(texts)


def open_window(
    texts: Texts, level: Level | None = None, seed: int = 0, seat: str | None = None
) -> int:
    """Show the window until the player leaves it."""
    require_one_pygame(texts)
    require_display(texts)

    from game.ui.app import App, NoWindow
    from game.ui.window.window import NoDisplay

    try:
        app = App(texts("title.name"))
    except NoDisplay:
        raise Refusal(texts("cli.window.silent_display")) from None
    except NoWindow as problem:
        raise Refusal(texts("cli.window.cannot_open", reason=problem)) from None
    if level is None:
        app.routes.to_title()
    else:
        app.routes.begin(level, seed, seat)
    app.run()
    return Exit.DONE
