"""The log of a game, which is its save: a header, then one action a line, as it happens.

Every line is flushed to the disk before the game goes on, so a game survives a kill at any
moment. A last line that was cut short is dropped when the log is read, and said. A line that the
disk refuses leaves the log as it was.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from game.negotiation.model.actions import Action
from game.negotiation.model.serial import ActionUnreadable, action_from_json, action_to_json
from game.texts import Texts

FORMAT = 1
MOST_BYTES = 5_000_000
MOST_ACTIONS = 10_000


@dataclass(frozen=True)
class Header:
    """What a log begins with: which game this is.

    started: when, ISO 8601 with the zone; for the list of saves alone
    """

    format: int
    rules_version: int
    level_id: str
    level_hash: str
    seed: int
    seat: str
    started: str


@dataclass(frozen=True)
class Log:
    """A log as read. whole_bytes: its length without a last line that was cut short."""

    header: Header
    actions: tuple[Action, ...]
    whole_bytes: int
    was_cut: bool


class LogBroken(Exception):
    """A log that cannot be read: a sentence that says where and what."""


class LogWriter:
    """Appends to one log. Raises OSError where the disk refuses."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, header: Header, *actions: Action) -> None:
        """A new log with its first actions; FileExistsError where there is one already."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with self.path.open("xb") as file:
                _write_lines(file.fileno(), asdict(header), *map(action_to_json, actions))
        except FileExistsError:
            raise
        except OSError:
            with contextlib.suppress(OSError):
                self.path.unlink()
            raise

    def go_on(self, log: Log) -> None:
        """Make the log end with its last whole line."""
        if log.was_cut:
            os.truncate(self.path, log.whole_bytes)

    def append(self, action: Action) -> None:
        """One more action."""
        with self.path.open("ab") as file:
            _write_lines(file.fileno(), action_to_json(action))


def read_log(path: Path, texts: Texts) -> Log:
    """A log from a file. Raises LogBroken."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise LogBroken(texts("log.too_large", file=path.name, megabytes=MOST_BYTES // 10**6))
        raw = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise LogBroken(texts("log.unreadable", file=path.name, reason=reason)) from None
    whole = raw[: raw.rfind(b"\n") + 1]
    try:
        lines = whole.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise LogBroken(texts("log.not_text", file=path.name)) from None
    if not lines:
        raise LogBroken(texts("log.empty", file=path.name))
    if len(lines) > MOST_ACTIONS + 1:
        raise LogBroken(texts("log.too_long", file=path.name, most=MOST_ACTIONS))
    header = _header(_object(lines[0], path.name, 1, texts), path.name, texts)
    actions = tuple(
        _action(_object(line, path.name, number, texts), path.name, number, texts)
        for number, line in enumerate(lines[1:], start=2)
    )
    return Log(header, actions, len(whole), was_cut=len(whole) < len(raw))


def _write_lines(descriptor: int, *documents: Mapping[str, object]) -> None:
    """On the disk before it returns; nothing of them where that fails. Raises OSError."""
    lines = [json.dumps(each, sort_keys=True, separators=(",", ":")) + "\n" for each in documents]
    left = "".join(lines).encode()
    before = os.fstat(descriptor).st_size
    try:
        while left:  # a disk that fills up takes a part
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    except OSError:
        with contextlib.suppress(OSError):
            os.truncate(descriptor, before)
        raise


def _object(line: str, file: str, number: int, texts: Texts) -> dict[str, object]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise LogBroken(texts("log.not_json", file=file, line=number))
    return data


def _header(data: dict[str, object], file: str, texts: Texts) -> Header:
    if data.get("format") != FORMAT:
        raise LogBroken(texts("log.other_format", file=file))
    kinds = {"format": int, "rules_version": int, "seed": int}
    for field in fields(Header):
        value = data.get(field.name)
        if not isinstance(value, kinds.get(field.name, str)) or isinstance(value, bool):
            raise LogBroken(texts("log.bad_header", file=file, field=field.name))
    return Header(**{field.name: data[field.name] for field in fields(Header)})  # type: ignore[arg-type]


def _action(data: dict[str, object], file: str, number: int, texts: Texts) -> Action:
    try:
        return action_from_json(data)
    except ActionUnreadable as wrong:
        what = texts(f"action_unreadable.{wrong.what}", field=wrong.field)
        raise LogBroken(texts("log.bad_action", file=file, line=number, what=what)) from None
