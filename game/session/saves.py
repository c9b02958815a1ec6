"""The list of saved games."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.levels.finder import LevelEntry
from game.session.log import LogBroken, read_log
from game.session.session import SaveRefused, Session
from game.texts import Texts


@dataclass(frozen=True)
class SaveEntry:
    """One log in the folder; `problem` says why it cannot be gone on with, None where it can."""

    path: Path
    level_id: str
    title: str
    round: int
    rounds: int
    actions: int
    finished: bool
    when: datetime.datetime
    problem: str | None = None


def list_saves(
    folder: Path, levels: Iterable[LevelEntry], texts: Texts | None = None
) -> tuple[SaveEntry, ...]:
    """Every log of a folder, the last played first."""
    words = texts or Texts.load()
    by_id = {entry.id: entry for entry in levels}
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    entries = [_entry(path, by_id, words) for path in paths if path.is_file()]
    return tuple(sorted(entries, key=lambda entry: entry.when, reverse=True))


def _entry(path: Path, levels: dict[str, LevelEntry], texts: Texts) -> SaveEntry:
    when = datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    try:
        log = read_log(path, texts)
    except LogBroken as broken:
        return SaveEntry(path, "", path.stem, 0, 0, 0, False, when, str(broken))
    header, actions = log.header, len(log.actions)
    found = levels.get(header.level_id)
    if found is None or found.level is None:
        problem = texts("save.no_level", level=header.level_id)
        return SaveEntry(
            path, header.level_id, header.level_id, 0, 0, actions, False, when, problem
        )
    title, rounds = found.level.title, len(found.level.field.rounds)
    try:
        session = Session.replayed(path, found.level, texts)
    except SaveRefused as refused:
        return SaveEntry(
            path, header.level_id, title, 0, rounds, actions, False, when, str(refused)
        )
    return SaveEntry(
        path,
        header.level_id,
        title,
        session.state.round,
        rounds,
        actions,
        session.finished,
        when,
    )
