"""A problem of a level: where, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from game.texts import Texts


class Severity(StrEnum):
    """An error keeps a level from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place; lines and columns count from 1."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def as_json(self) -> dict[str, str | int]:
        """Return the fields as `game check --format json` prints them."""
        return {**asdict(self), "severity": self.severity.value}

    def as_text(self) -> str:
        """`FILE:LINE:COLUMN: error: message`, and the hint indented below."""
        line = f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.message}"
        return f"{line}\n    {self.hint}" if self.hint else line


def problem_of(
    texts: Texts,
    key: str,
    file: Path,
    at: tuple[int, int],
    code: str,
    fields: Mapping[str, str | int],
    severity: Severity = Severity.ERROR,
) -> Problem:
    """Word a problem by its key; its remedy is the sentence `<key>.hint`, if there is one.

    at: line and column, from 1; code: for scripts
    """
    hint = texts(f"{key}.hint", **fields) if f"{key}.hint" in texts else ""
    return Problem(str(file), *at, severity, code, texts(key, **fields), hint)


class LevelBroken(Exception):
    """A level that cannot be played, with everything that is wrong with it."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.as_text() for problem in problems))
        self.folder, self.problems = folder, problems
