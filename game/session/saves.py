"""The list of saved games."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.levels.finder import LevelEntry
from game.session.log import LogBroken, read_log
from game.session.results import Result, read_results
from game.session.session import SaveRefused, Session
from game.texts import Texts


@dataclass(frozen=True)
class SaveEntry:
    """One log in the folder; `problem` says why it cannot be gone on with, None where it can.

    seat: the player's delegation, empty where the log does not open
    deals: with how many of the `parties` at the table something is agreed
    result: how it ended, where that has been put down
    """

    path: Path
    level_id: str
    title: str
    when: datetime.datetime
    seat: str = ""
    round: int = 0
    rounds: int = 0
    actions: int = 0
    deals: int = 0
    parties: int = 0
    finished: bool = False
    result: Result | None = None
    problem: str | None = None


def list_saves(
    folder: Path,
    levels: Iterable[LevelEntry],
    texts: Texts | None = None,
    most: int | None = None,
) -> tuple[SaveEntry, ...]:
    """The logs of a folder, the last played first. Each is replayed: `most` of them at most."""
    words = texts or Texts.load()
    by_id = {entry.id: entry for entry in levels}
    results = read_results(folder)
    dated = [(_when(path), path) for path in _logs(folder)]
    dated.sort(key=lambda each: each[0], reverse=True)
    return tuple(
        replace(_entry(path, when, by_id, words), result=results.get(path.name))
        for when, path in dated[:most]
    )


def count_saves(folder: Path) -> int:
    """How many logs a folder has; none is opened."""
    return len(_logs(folder))


def _logs(folder: Path) -> list[Path]:
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    return [path for path in paths if path.is_file()]


def _when(path: Path) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _entry(
    path: Path, when: datetime.datetime, levels: dict[str, LevelEntry], texts: Texts
) -> SaveEntry:
    try:
        log = read_log(path, texts)
    except LogBroken as broken:
        return SaveEntry(path, "", path.stem, when, problem=str(broken))
    header = log.header
    found = levels.get(header.level_id)
    entry = SaveEntry(path, header.level_id, header.level_id, when, actions=len(log.actions))
    if found is None or found.level is None:
        return replace(entry, problem=texts("save.no_level", level=header.level_id))
    entry = replace(entry, title=found.level.title, rounds=len(found.level.field.rounds))
    try:
        session = Session.replayed(path, found.level, texts)
    except SaveRefused as refused:
        return replace(entry, problem=str(refused))
    ledger, others = session.state.ledger, session.scenario.others
    return replace(
        entry,
        seat=session.seat,
        round=session.state.round,
        deals=sum(bool(ledger.in_force(session.seat, other.id)) for other in others),
        parties=len(others),
        finished=session.finished,
    )
