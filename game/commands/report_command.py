"""`report`: writes the printable debrief of a game."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.find_level import game_in
from game.commands.named_files import cannot_write, place_to_write
from game.commands.options import add_command, add_file_option, add_log
from game.commands.output import Exit, Refusal, tell
from game.texts import Texts, available_languages

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`report LOG --out FILE.html [--level LEVEL] [--lang L]`."""
    parser = add_command(commands, "report", texts)
    add_log(parser, texts("cli.report.log"), texts)
    add_file_option(parser, "--out", "FILE.html", texts("cli.report.out"), texts, required=True)
    parser.add_argument(
        "--lang", default=texts.language, metavar="L", help=texts("cli.report.lang")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Replay a log and write what it has to tell."""
    from game.debrief.debrief import Debrief
    from game.debrief.html_report import write_report

    if args.lang not in available_languages():
        known = ", ".join(available_languages())
        raise Refusal(texts("cli.report.no_lang", name=args.lang, known=known))
    place = place_to_write(args.out, texts, args.log)
    session = game_in(args.log, args.level, texts)
    session.tell_in(args.lang)
    try:
        write_report(Debrief(session), Texts.load(args.lang, strict=False), place)
    except OSError as problem:
        raise cannot_write(args.out, problem, texts) from None
    tell(texts("cli.report.done", path=args.out))
    return Exit.DONE
