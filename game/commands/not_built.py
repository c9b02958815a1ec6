"""Commands that are announced but not built yet."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.output import Refusal
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

PROMISED = ("host",)


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """Register these names, with any arguments after them."""
    for name in PROMISED:
        parser = commands.add_parser(name, help=texts("cli.not_built.help"), add_help=False)
        parser.set_defaults(run=run, takes_anything=True, command=name)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Say that it is not built yet."""
    raise Refusal(texts("cli.not_built.sentence", command=args.command))
