"""What is wrong with a file that is no YAML, by what its parser says and what stands there."""

from __future__ import annotations

from typing import Protocol

import yaml

from game.levels.findings import START, Finding, Mark, Severity


class _Mark(Protocol):
    """A mark of either parser: line and column from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


SLIPS = {  # what the parser says of the slips that are made most often, and our code for them
    "character '\\t'": "tab",
    "mapping values are not allowed": "colon",
    "expected ',' or '}', but got ':'": "colon",
}


def slip_of(wrong: yaml.MarkedYAMLError, text: str) -> Finding:
    """Return what is wrong where a parser stopped in a text."""
    mark = wrong.problem_mark or wrong.context_mark
    at = mark_of(mark) if mark else START
    what = str(wrong.problem or wrong.context or "")
    code = next((code for said, code in SLIPS.items() if said in what), "")
    return fault(at, code) if code else fault(at, "syntax", what=what)


def fault(at: Mark, code: str, severity: Severity = Severity.ERROR, /, **fields: object) -> Finding:
    """Return a finding on the form of a file."""
    return Finding(at, f"level.yaml.{code}", fields, severity)


def mark_of(mark: _Mark) -> Mark:
    """Return a place as people count, from 1."""
    return Mark(mark.line + 1, mark.column + 1)
