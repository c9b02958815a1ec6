"""What is wrong with a file that is no YAML, by what its parser says and what stands there."""

from __future__ import annotations

import re
from typing import Protocol

import yaml

from game.levels.findings import START, Finding, Mark, Severity

ONE_WORD = re.compile(r"\s*(- +)*[\w-]+\s*")  # what stands before the colon of a field
BLOCK = "expected <block end>, but found "


class _Mark(Protocol):
    """A mark of either parser: line and column from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def slip_of(wrong: yaml.MarkedYAMLError, text: str) -> Finding:
    """Return what is wrong where a parser stopped in a text."""
    mark = wrong.problem_mark or wrong.context_mark
    at = mark_of(mark) if mark else START
    what = str(wrong.problem or wrong.context or "")
    lines = text.splitlines()
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    code = _code(what, line[: at.column - 1])
    return fault(at, code or "syntax", what=what, letter=line[at.column - 1 : at.column])


def _code(what: str, before: str) -> str:
    """Return our code for a slip that is often made; "" for any other.

    what: the words of the parser; before: what stands on the line before the place
    """
    if "character '\\t'" in what:
        return "tab"
    if "mapping values are not allowed" in what:
        return "runs_on" if ONE_WORD.fullmatch(before) else "colon"
    if "expected ',' or '}', but got ':'" in what:
        return "colon"
    if "'<scalar>'" in what and before.endswith(("'", '"')):
        return "apostrophe" if before.endswith("'") else "quotes_inside"
    if what.startswith(BLOCK):
        return _in_block(what.removeprefix(BLOCK))
    if what.startswith("expected ',' or"):
        return "comma_or_bracket"
    if "cannot start any token" in what:
        return "first_letter"
    return "backslash" if "unknown escape character" in what else ""


def _in_block(found: str) -> str:
    """Return the slip of indentation by what was found where a set or a list should end."""
    known = {
        "'<block mapping start>'": "indentation",
        "'<block sequence start>'": "indentation",
        "'-'": "entry_among_fields",
        "'?'": "field_among_entries",
    }
    return known.get(found, "")


def fault(at: Mark, code: str, severity: Severity = Severity.ERROR, /, **fields: object) -> Finding:
    """Return a finding on the form of a file."""
    return Finding(at, f"level.yaml.{code}", fields, severity)


def mark_of(mark: _Mark) -> Mark:
    """Return a place as people count, from 1."""
    return Mark(mark.line + 1, mark.column + 1)
