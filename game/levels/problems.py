"""A problem of a level: where, what, and what to write instead."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from game.levels.findings import Finding, Severity
from game.levels.yaml_document import Document
from game.texts import Texts


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


def report(finding: Finding, document: Document, texts: Texts) -> Problem:
    """Return what is told of a finding: its place in a file, its sentence, and its remedy."""
    has_hint = f"{finding.key}.hint" in texts
    mark = document.mark(finding.path, is_of_name=finding.is_of_name)
    return Problem(
        str(document.file),
        *mark,
        finding.severity,
        finding.code,
        texts(finding.key, **finding.fields),
        texts(f"{finding.key}.hint", **finding.fields) if has_hint else "",
    )


class LevelBroken(Exception):
    """A level that cannot be played, with everything that is wrong with it."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.as_text() for problem in problems))
        self.folder, self.problems = folder, problems
