"""The command line: its commands, and the way their answers reach a person or a script."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.commands import balance_command as balance
from game.commands import bench_command as bench
from game.commands import check_command as check
from game.commands import duel_command as duel
from game.commands import levels_command as levels
from game.commands import new_level_command as new_level
from game.commands import not_built
from game.commands import play_command as play
from game.commands import project_command as project
from game.commands import replay_command as replay
from game.commands import report_command as report
from game.commands import schema_command as schema
from game.commands import screenshot_command as screenshot
from game.commands import simulate_command as simulate
from game.commands.output import Exit, Refusal, say, send_nowhere
from game.paths import is_own
from game.texts import Texts, system_language

COMMANDS = (
    play,
    levels,
    check,
    schema,
    new_level,
    project,
    simulate,
    balance,
    duel,
    replay,
    report,
    screenshot,
    bench,
    not_built,
)

COMMAND_NAME = "road-to-glasgow"
LONGEST_PLACE = 300  # letters of a path that are said


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing a person can do ends in a traceback."""
    # pygame prints a greeting to stdout when it is imported; stdout is for the answer alone.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    _open_what_is_closed()
    _let_every_letter_through()
    texts = Texts.load(system_language(), strict=False)
    try:
        code = _answered(sys.argv[1:] if argv is None else argv, texts)
    except Refusal as refusal:
        say(str(refusal))
        return refusal.code
    except KeyboardInterrupt:
        say(texts("cli.interrupted"))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our pipe (head, less) has seen enough; that is no error.
        send_nowhere(sys.stdout)
        return Exit.DONE
    except OSError as problem:
        send_nowhere(sys.stdout)
        return _system_refuses(problem, texts)
    except Exception as fault:  # the last net: a fault of ours is a sentence too
        return _fault_of_ours(fault, texts)
    return _with_all_said(code, texts)


def _answered(argv: Sequence[str], texts: Texts) -> int:
    """Run the command that the arguments name and return its exit code."""
    parser = build_parser(texts)
    try:
        args, unknown = parser.parse_known_args(argv)
        if unknown and not args.takes_anything:
            parser.error(texts("cli.unknown_arguments", arguments=" ".join(unknown)))
    except SystemExit as ended:  # help was asked for, or an argument is wrong
        return int(ended.code or 0)
    if getattr(args, "format", "text") == "json":
        texts = Texts.load(strict=False)  # what scripts read is the same on every machine
    code: int = args.run(args, texts)
    return code


def _with_all_said(code: int, texts: Texts) -> int:
    """Return the command's code once its answer is out, even if its reader has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        send_nowhere(sys.stdout)
    except OSError as problem:
        send_nowhere(sys.stdout)
        return _system_refuses(problem, texts)
    return code


def _system_refuses(problem: OSError, texts: Texts) -> int:
    """Say what the system refused; an unreadable file of the game's own is our fault."""
    if problem.filename and is_own(str(problem.filename)):
        return _fault_of_ours(problem, texts)
    place = str(problem.filename or texts("cli.where_it_writes"))[:LONGEST_PLACE]
    say(texts("cli.system", place=place, reason=problem.strerror or problem))
    return Exit.WRONG_USE


def _fault_of_ours(fault: Exception, texts: Texts) -> int:
    """Say that the game broke, and where the details are."""
    what = str(fault)[:LONGEST_PLACE]
    say(texts("cli.fault", kind=type(fault).__name__, what=what, file=_keep_report()))
    return Exit.OUR_FAULT


def _open_what_is_closed() -> None:
    """Let a program started without stdout or stderr speak to nobody."""
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()


def _let_every_letter_through() -> None:
    """Show a letter that the terminal lacks as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def build_parser(texts: Texts) -> argparse.ArgumentParser:
    """Build the parser of all commands, explained in the reader's language."""
    started_as_module = Path(sys.argv[0]).name == "__main__.py"
    parser = argparse.ArgumentParser(
        prog="python -m game" if started_as_module else COMMAND_NAME,
        description=texts("cli.about"),
    )
    parser.add_argument("--version", action="version", version=f"{COMMAND_NAME} {__version__}")
    parser.set_defaults(run=play.run_title, takes_anything=False)
    commands = parser.add_subparsers(title=texts("cli.commands"), metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands, texts)
    return parser


def _keep_report() -> str:
    """Write the traceback of the current fault to a file for a bug report; return its name.

    If no file can be written, print the traceback on stderr and return "-".
    """
    try:
        return _kept_report()
    except OSError:
        say(traceback.format_exc())
        return "-"


def _kept_report() -> str:
    with tempfile.NamedTemporaryFile(
        "w", prefix=f"{COMMAND_NAME}-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as report:
        report.write(traceback.format_exc())
        return report.name
