"""Chains the lines of a log: each has its number and a check value over all before it.

A line that was dropped, doubled, moved or altered breaks the chain where it happened. Only what a
line says counts, not how it is spaced or ended. No secret is in it: it guards against accidents
(a sync tool, an editor, two programs at once), not against a person who wants to cheat.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

NUMBER, CHECK = "n", "check"
CHECK_LETTERS = 16  # of a SHA-256 in hexadecimal: 64 bits

Line = Mapping[str, object]


@dataclass(frozen=True)
class Chain:
    """The progress of a log: its number of actions, and the check value of the last line."""

    actions: int = -1  # the header makes it 0
    check: str = ""

    def after(self, line: Line) -> Chain:
        """Return the chain with one more line, which may hold its number and check or not."""
        content = {name: value for name, value in line.items() if name not in (NUMBER, CHECK)}
        said = f"{self.check}\n{compact(content)}"
        digest = hashlib.sha256(said.encode()).hexdigest()
        return Chain(self.actions + 1, digest[:CHECK_LETTERS])

    def marks(self) -> dict[str, object]:
        """Return what the last line of the chain carries; the header has no number."""
        number = {NUMBER: self.actions} if self.actions else {}
        return {**number, CHECK: self.check}

    def fits(self, line: Line) -> bool:
        """Return True if a line carries the marks of the last line of this chain."""
        marks = {name: line[name] for name in (NUMBER, CHECK) if name in line}
        return compact(marks) == compact(self.marks())


def is_marked(line: Line) -> bool:
    """Return True if a line carries a number or a check value."""
    return NUMBER in line or CHECK in line


def compact(document: object) -> str:
    """Write JSON in the one way that a log is written in."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"))
