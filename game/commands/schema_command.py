"""`schema`: the JSON Schema of a level file, for editors."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from game.commands.options import add_command
from game.commands.output import Exit
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """Add `schema [--world]`."""
    parser = add_command(commands, "schema", texts)
    parser.add_argument("--world", action="store_true", help=texts("cli.schema.world"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Print the schema."""
    from game.levels.schema.json_schema import schema, world_schema

    printed = world_schema() if args.world else schema()
    sys.stdout.write(json.dumps(printed, indent=2) + "\n")
    return Exit.DONE
