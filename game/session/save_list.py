"""The list of saved games."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from game.levels.loader import Level
from game.session.game_results import Result, read_results
from game.session.log import Log, LogBroken, read_log
from game.session.public_game import PublicGame
from game.session.session import SaveRefused, Session
from game.texts import Texts
from game.visible import shown

FindLevel = Callable[[str], Level | None]


@dataclass(frozen=True)
class SaveEntry:
    """One log in the folder; `problem` says why it cannot be continued, None if it can.

    when: when it was last written to, None where no calendar has that day

    level, public: what it is a game of; public is None where the log does not open
    seat: the player's delegation, empty where the log does not open
    deals: with how many of the `parties` at the table something is agreed
    result: how it ended, where that has been put down
    good_actions: of a damaged log, how many actions can be kept in a new one
    """

    path: Path
    level_id: str
    title: str
    when: datetime.datetime | None
    level: Level | None = None
    public: PublicGame | None = None
    seat: str = ""
    round: int = 0
    rounds: int = 0
    actions: int = 0
    deals: int = 0
    parties: int = 0
    finished: bool = False
    result: Result | None = None
    problem: str | None = None
    good_actions: int = 0


def list_saves(
    folder: Path,
    find_level: FindLevel,
    texts: Texts | None = None,
    most: int | None = None,
) -> tuple[SaveEntry, ...]:
    """List the logs of a folder, the last played first; `most` of them are replayed.

    find_level: the level of an id, None where there is none to be played; asked once for each id
    """
    words, find_once = texts or Texts.load(), lru_cache(maxsize=None)(find_level)
    results = read_results(folder)
    dated = [(_written(path), path) for path in _logs(folder)]
    dated.sort(key=lambda each: each[0], reverse=True)
    return tuple(
        replace(_entry(path, _when(at), find_once, words), result=results.get(path.name))
        for at, path in dated[:most]
    )


def count_saves(folder: Path) -> int:
    """Return the number of logs in a folder, without opening any."""
    return len(_logs(folder))


def has_unfinished(folder: Path) -> bool:
    """Return True if a folder holds an unfinished game; opens none."""
    results = read_results(folder)
    return any(path.name not in results for path in _logs(folder))


def _logs(folder: Path) -> list[Path]:
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    return [path for path in paths if path.is_file()]


def _written(path: Path) -> float:
    """Return when a file was last written to, in seconds; 0 if it has gone meanwhile."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _when(seconds: float) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromtimestamp(seconds).astimezone()
    except (OverflowError, OSError, ValueError):  # a file time may lie past the year 9999
        return None


def _good_actions(path: Path, level: Level, texts: Texts) -> int:
    try:
        return len(Session.good_part(path, level, texts).actions)
    except SaveRefused:
        return 0


def _entry(
    path: Path, when: datetime.datetime | None, find_level: FindLevel, texts: Texts
) -> SaveEntry:
    problem: str | None = None
    try:
        log: Log | None = read_log(path, texts)
    except LogBroken as broken:
        log, problem = broken.good, str(broken)
    if log is None:
        return SaveEntry(path, "", shown(path.stem), when, problem=problem)
    header = log.header
    level = find_level(header.level_id)
    entry = SaveEntry(path, header.level_id, header.level_id, when, actions=len(log.actions))
    if level is None:
        return replace(entry, problem=problem or texts("save.no_level", level=header.level_id))
    entry = replace(entry, title=level.title, rounds=len(level.field.rounds))
    try:
        session = Session.replayed(path, level, texts)
    except SaveRefused as refused:
        good = _good_actions(path, level, texts)
        return replace(entry, level=level, problem=str(refused), good_actions=good)
    ledger, others = session.state.ledger, session.scenario.others
    return replace(
        entry,
        level=level,
        public=session.public,
        seat=session.seat,
        round=session.state.round,
        deals=sum(ledger.has_deal(session.seat, other.id) for other in others),
        parties=len(others),
        finished=session.finished,
    )
