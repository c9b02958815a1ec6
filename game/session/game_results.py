"""How finished games ended, kept beside their logs, so that lists need not replay them.

The file is small and written whole. What it holds can be had again from the logs: a finished game
that is opened is put down again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from game.negotiation.rules.scoring import FIGURES, Medal, ScoreCard, medal_of
from game.writing import write_whole

FILE_NAME = "results.json"
FORMAT = 1


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
    """What is kept of a score card."""
    figures = {name: getattr(card, name) for name in FIGURES}
    return Result(level_id, card.passed, card.total, **figures)


def keep_result(folder: Path, log_name: str, result: Result) -> None:
    """Put down how the game of a log ended; once however often. Raises OSError."""
    kept = {**read_results(folder), log_name: result}
    document = {"format": FORMAT, "results": {name: asdict(each) for name, each in kept.items()}}
    text = json.dumps(document, indent=1, sort_keys=True)
    write_whole(folder / FILE_NAME, text.encode())


def read_results(folder: Path) -> dict[str, Result]:
    """Every result of a folder by the name of its log; what cannot be read is left out."""
    try:
        document = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    kept = document.get("results") if isinstance(document, dict) else None
    if not isinstance(kept, dict) or document.get("format") != FORMAT:
        return {}
    read = {name: _result(each) for name, each in kept.items()}
    return {name: result for name, result in read.items() if result is not None}


def best_by_level(results: Iterable[Result]) -> dict[str, Best]:
    """The best of every level that was finished at least once."""
    by_level: dict[str, list[Result]] = {}
    for result in results:
        by_level.setdefault(result.level_id, []).append(result)
    return {level_id: _best(several) for level_id, several in by_level.items()}


def _best(results: list[Result]) -> Best:
    totals = [result.total for result in results if result.passed]
    figures = {name: max(getattr(each, name) for each in results) for name in FIGURES}
    return Best(len(results), max(totals, default=None), figures)


def _result(kept: object) -> Result | None:
    kinds: dict[str, type] = {"level_id": str, "passed": bool}
    if not isinstance(kept, dict) or set(kept) != {field.name for field in fields(Result)}:
        return None
    if any(type(value) is not kinds.get(name, int) for name, value in kept.items()):
        return None
    return Result(**kept)
