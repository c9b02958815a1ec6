r"""The log of a game, which is its save: a header, then one action a line, as it happens.

Every line is flushed to the disk before the game goes on, so a game survives a kill at any
moment. The reader drops a last line that was cut short, and says so (`Log.was_cut`). A line that
the disk refuses leaves the log as it was.

Lines form a chain (`log_chain`): each carries a number and a check value. Logs of format 1 have
none; after the first line that has them, every line must. Blank lines, spaces around a line and a
byte-order mark do not matter. Only \n, \r\n and \r end a line: other separators of Unicode may
stand inside the strings of JSON.
"""

from __future__ import annotations

import json
import re
import stat
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from game.negotiation.model.actions import Action
from game.negotiation.model.serial import ActionUnreadable, action_from_json, action_to_json
from game.session.log_chain import CHECK, NUMBER, Chain, Line, compact, is_marked
from game.texts import Texts
from game.visible import VALUE_MOST, shown

UNMARKED, FORMAT = 1, 2
MOST_BYTES = 5_000_000
MOST_ACTIONS = 10_000
BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"([^\r\n]*)(\r\n|\n|\r|\Z)")

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,64}$")]


@dataclass(frozen=True)
class Header:
    """The first line of a log: which game this is.

    started: when, ISO 8601 with the zone; for the list of saves alone
    """

    __pydantic_config__ = ConfigDict(strict=True)

    format: int
    rules_version: int
    level_id: Id
    level_hash: Annotated[str, Field(max_length=128)]
    seed: int
    seat: Id
    started: Annotated[str, Field(max_length=64)]


@dataclass(frozen=True)
class Log:
    """A log as read.

    chain: how far it has come; lines: the number of the line that each action stands on
    whole_bytes: its length without a last line that was cut short
    is_ended: whether its last line has an end
    """

    header: Header
    actions: tuple[Action, ...]
    lines: tuple[int, ...]
    chain: Chain
    whole_bytes: int
    was_cut: bool
    is_ended: bool = True


class LogBroken(Exception):
    """A log that cannot be read: a sentence that says where and what.

    good: what can be read before that, None where it is nothing
    """

    def __init__(self, said: str, good: Log | None = None) -> None:
        super().__init__(said)
        self.good = good


def read_log(path: Path, texts: Texts) -> Log:
    """Read a log from a file. Raises LogBroken."""
    return _LogReader(path, texts).read()


def lines_of(header: Header, actions: tuple[Action, ...]) -> tuple[bytes, Chain]:
    """Write a whole log; the chain is as it is at its end."""
    chain, written = Chain(), []
    for line in (asdict(header), *map(action_to_json, actions)):
        chain = chain.after(line)
        written.append(line_of(line, chain))
    return b"".join(written), chain


def line_of(line: Line, chain: Chain) -> bytes:
    """Write one line; chain: as it is with that line."""
    return compact({**line, **chain.marks()}).encode() + b"\n"


class _LogReader:
    """One pass over one log; what it has read so far is the good part of it."""

    def __init__(self, path: Path, texts: Texts) -> None:
        self.path, self.texts = path, texts
        self.header: Header | None = None
        self.actions: list[Action] = []
        self.lines: list[int] = []
        self.chain = Chain()
        self.is_chained = False
        self.whole, self.is_ended = 0, True

    def read(self) -> Log:
        raw = self._raw()
        self.whole = len(BOM) if raw.startswith(BOM) else 0
        for number, match in enumerate(_LINE.finditer(raw, self.whole), start=1):
            text, is_ended = match[1].strip(b" \t"), bool(match[2])
            if text and not is_ended and not _is_whole(text):
                break
            if text:
                self._take(self._object(text, number), number)
                self.is_ended = is_ended
            if text or is_ended:
                self.whole = match.end()
        if self.header is None:
            raise self._broken("log.empty")
        return self._log(self.header, was_cut=self.whole < len(raw))

    def _take(self, line: Line, number: int) -> None:
        """Take one line in, if it follows from the one before."""
        if self.header is None and line.get("format") not in (UNMARKED, FORMAT):
            raise self._broken("log.other_format")
        if self.header is None:
            self.is_chained = line["format"] != UNMARKED
        self.is_chained = self.is_chained or is_marked(line)
        chain = self.chain.after(line)
        if self.is_chained and not chain.fits(line):
            raise self._broken("log.out_of_line", line=number)
        if self.header is None:
            self.header = self._header(line)
        elif len(self.actions) == MOST_ACTIONS:
            raise self._broken("log.too_long", most=MOST_ACTIONS)
        else:
            self.actions.append(self._action(line, number))
            self.lines.append(number)
        self.chain = chain

    def _raw(self) -> bytes:
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe is waited for without end
                raise self._broken("log.no_file")
            with self.path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as problem:  # ValueError: a name with a NUL
            reason = getattr(problem, "strerror", None) or str(problem)
            raise self._broken("log.unreadable", reason=shown(reason)) from None
        if len(raw) > MOST_BYTES:
            raise self._broken("log.too_large", megabytes=MOST_BYTES // 10**6)
        return raw

    def _object(self, text: bytes, number: int) -> dict[str, object]:
        try:
            data = json.loads(text.decode("utf-8"))
        except UnicodeDecodeError:
            raise self._broken("log.not_text") from None
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            raise self._broken("log.not_json", line=number)
        return data

    def _header(self, line: Line) -> Header:
        try:
            return _header_reader().validate_json(compact(line))
        except ValidationError as wrong:
            place = wrong.errors()[0]["loc"] or ("",)  # no field where a string is half a letter
            field = shown(str(place[0]), VALUE_MOST)
            raise self._broken("log.bad_header", field=field) from None

    def _action(self, line: Line, number: int) -> Action:
        fields = {name: value for name, value in line.items() if name not in (NUMBER, CHECK)}
        try:
            return action_from_json(fields)
        except ActionUnreadable as wrong:
            field = shown(wrong.field, VALUE_MOST)
            what = self.texts(f"action_unreadable.{wrong.what}", field=field)
            raise self._broken("log.bad_action", line=number, what=what) from None

    def _broken(self, key: str, **fields: object) -> LogBroken:
        said = self.texts(key, file=shown(self.path.name), **fields)
        return LogBroken(said, None if self.header is None else self._log(self.header))

    def _log(self, header: Header, *, was_cut: bool = False) -> Log:
        return Log(
            header,
            tuple(self.actions),
            tuple(self.lines),
            self.chain,
            self.whole,
            was_cut,
            self.is_ended,
        )


def _is_whole(text: bytes) -> bool:
    """Return True if a line without an end was written to its last letter."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


@cache
def _header_reader() -> TypeAdapter[Header]:
    return TypeAdapter(Header)
