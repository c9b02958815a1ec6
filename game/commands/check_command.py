"""`check`: every problem of a level at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.named_files import cannot_read
from game.commands.options import add_command, add_files, add_format
from game.commands.output import Exit, Refusal, print_json, tell
from game.paths import builtin_levels_dir, user_levels_dir
from game.texts import Texts

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from game.levels.check_all import Checked


def add(commands: _SubParsersAction[argparse.ArgumentParser], texts: Texts) -> None:
    """`check [PATH ...] [--format json]`."""
    parser = add_command(commands, "check", texts)
    add_files(parser, "paths", "PATH", texts("cli.check.path"), texts)
    add_format(parser, texts)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, texts: Texts) -> int:
    """Check the levels named, or every level there is."""
    from game.levels.check_all import NothingToCheck, check_paths
    from game.levels.finder import folders_in
    from game.levels.findings import Severity

    paths = args.paths
    if not paths:
        paths = [path for d in (builtin_levels_dir(), user_levels_dir()) for path in folders_in(d)]
    try:
        checked = check_paths([_place_of(path, texts) for path in paths], texts)
    except NothingToCheck as nothing:
        raise Refusal(texts("cli.check.nothing", path=nothing)) from None
    except OSError as problem:
        raise cannot_read(Path(problem.filename or ""), problem, texts) from None
    if args.format == "json":
        print_json(document(checked))
    else:
        _print(checked, texts)
    return Exit.BAD if checked.count(Severity.ERROR) else Exit.DONE


def _place_of(path: Path, texts: Texts) -> Path:
    """Return a path as it was given, or that of the level which has it for an id."""
    if path.exists():
        return path
    from game.levels.finder import find_level

    found = find_level(str(path), user_levels_dir(), texts)
    return path if found is None else found.path


def document(checked: Checked) -> dict[str, object]:
    """Return the answer to a script; the names are a promise."""
    from game.levels.findings import Severity

    return {
        "files": len(checked.files),
        "errors": checked.count(Severity.ERROR),
        "warnings": checked.count(Severity.WARNING),
        "problems": [problem.as_json() for problem in checked.problems],
    }


def _print(checked: Checked, texts: Texts) -> None:
    from game.levels.findings import Severity

    for problem in checked.problems:
        tell(problem.as_text())
    errors, warnings = checked.count(Severity.ERROR), checked.count(Severity.WARNING)
    tell(
        texts("cli.check.levels", n=len(checked.files))
        + texts("cli.check.errors", n=errors)
        + texts("cli.check.warnings", n=warnings)
    )
