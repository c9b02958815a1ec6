"""Results of finished games, kept beside their logs so that lists need not replay them.

One line for each result, added at the end, so that two windows lose nothing of each other's; the
last line on a log counts. What the file holds can be had again from the logs: a finished game that
is opened is put down again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from game.negotiation.rules.scoring import FIGURES, Medal, ScoreCard, medal_of

FILE_NAME = "results.lines"
OLD_NAME = "results.json"  # of games before there were lines: one document, written whole
MOST_BYTES = 10_000_000


@dataclass(frozen=True)
class Result:
    """One finished game: its level, whether it passed, its total and its six figures, 0-100."""

    level_id: str
    passed: bool
    total: int
    warming: int
    gap_closed: int
    durability: int
    fairness: int
    mandate: int
    efficiency: int


@dataclass(frozen=True)
class Best:
    """The best of all finished games of a level.

    total: of the games that passed, None where none did; figures: the best of each, from any game
    """

    games: int
    total: int | None
    figures: dict[str, int]

    @property
    def medal(self) -> Medal:
        """The medal of the best game that passed."""
        return Medal.NONE if self.total is None else medal_of(self.total)


def result_of(level_id: str, card: ScoreCard) -> Result:
    """Return what is kept of a score card."""
    figures = {name: getattr(card, name) for name in FIGURES}
    return Result(level_id, card.passed, card.total, **figures)


def keep_result(folder: Path, log_name: str, result: Result) -> None:
    """Put down how the game of a log ended; once however often. Raises OSError."""
    if read_results(folder).get(log_name) == result:
        return
    line = json.dumps({"log": log_name, **asdict(result)}, sort_keys=True)
    folder.mkdir(parents=True, exist_ok=True)
    # One write at the end of the file: what two programs put down at once is two lines. The end of
    # a line comes first as well, since the last one may have been cut short.
    with (folder / FILE_NAME).open("ab", buffering=0) as file:
        file.write(f"\n{line}\n".encode())
        os.fsync(file.fileno())


def read_results(folder: Path) -> dict[str, Result]:
    """Return every result of a folder by the name of its log; what cannot be read is left out."""
    results: dict[str, Result] = {}
    document = _json(_raw(folder / OLD_NAME))
    with contextlib.suppress(ValidationError):
        for name, figures in _OldDocument.model_validate(document).results.items():
            with contextlib.suppress(ValidationError):
                results[name] = Result(**_Kept.model_validate(figures).model_dump())
    for line in _raw(folder / FILE_NAME).split(b"\n"):
        with contextlib.suppress(ValidationError):
            kept = _KeptLine.model_validate(_json(line))
            results[kept.log] = Result(**kept.model_dump(exclude={"log"}))
    return results


class _Kept(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    level_id: str
    passed: bool
    total: int
    warming: int
    gap_closed: int
    durability: int
    fairness: int
    mandate: int
    efficiency: int


class _KeptLine(_Kept):
    log: str


class _OldDocument(BaseModel):
    model_config = ConfigDict(strict=True)

    format: Literal[1]
    results: dict[str, object]


def _raw(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return b""


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def best_by_level(results: Iterable[Result]) -> dict[str, Best]:
    """Return the best of every level that was finished at least once."""
    by_level: dict[str, list[Result]] = {}
    for result in results:
        by_level.setdefault(result.level_id, []).append(result)
    return {level_id: _best(several) for level_id, several in by_level.items()}


def _best(results: list[Result]) -> Best:
    totals = [result.total for result in results if result.passed]
    figures = {name: max(getattr(each, name) for each in results) for name in FIGURES}
    return Best(len(results), max(totals, default=None), figures)
