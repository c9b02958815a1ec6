"""Reads YAML as plain data with the place of every value; nothing in a file can run code.

Refused before anything is built: anchors and aliases (they can explode), tags, deep nesting,
files too large to be a level, keys given twice, numbers that are not finite.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

MOST_BYTES = 400_000
DEEPEST = 24
SLIPS = {  # what the parser says of the slips that are made most often, and our code for them
    "character '\\t'": "tab",
    "mapping values are not allowed": "colon",
    "expected ',' or '}', but got ':'": "colon",
}
INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)  # the core schema of YAML 1.2, 10.3.2
OCTAL, HEXADECIMAL = re.compile(r"0o[0-7]+"), re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
MOST_DIGITS = 18
OTHER_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "\n\n\n")  # of YAML 1.1, unseen in texts
CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#])")  # a remark begins with "# "; this begins with what it is
Path_ = tuple[str | int, ...]
Data = object
FASTEST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Fault:
    """A place in a file (from 1) and what is wrong there: a key under `level.yaml.`."""

    line: int
    column: int
    code: str
    fields: dict[str, str | int] = field(default_factory=dict)


class Unreadable(Exception):
    """A file that is no safe YAML; faults say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True)
class Document:
    """Plain data, and where each value stands: path of keys -> (line, column) from 1.

    cautions: what is read, but hardly as it was meant
    """

    data: Data
    places: dict[Path_, tuple[int, int]]
    cautions: tuple[Fault, ...] = ()

    def place(self, path: Path_) -> tuple[int, int]:
        """Return the place of a value, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def read_document(path: Path) -> Document:
    """Read a YAML file. Raises Unreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable([Fault(1, 1, "too_large", {"kilobytes": MOST_BYTES // 1000})])
        text = path.read_bytes().decode("utf-8-sig").translate(OTHER_LINE_ENDS)
    except FileNotFoundError:
        raise Unreadable([Fault(1, 1, "missing")]) from None
    except UnicodeDecodeError:
        raise Unreadable([Fault(1, 1, "not_utf8")]) from None
    except OSError as problem:
        reason = problem.strerror or "?"
        raise Unreadable([Fault(1, 1, "unreadable", {"reason": reason})]) from None
    return parse_document(text)


def parse_document(text: str) -> Document:
    """Parse YAML text. Raises Unreadable."""
    try:
        node = _composed(text)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = str(problem.problem or problem.context or "")
        code = next((code for said, code in SLIPS.items() if said in what), "")
        fault = Fault(line, column, code) if code else Fault(line, column, "syntax", {"what": what})
        raise Unreadable([fault]) from None
    except yaml.YAMLError as problem:
        what = str(problem).splitlines()[0][:120]
        raise Unreadable([Fault(1, 1, "syntax", {"what": what})]) from None
    faults: list[Fault] = []
    places: dict[Path_, tuple[int, int]] = {}
    data = _plain(node, (), places, faults) if node is not None else None
    if faults:
        raise Unreadable(faults)
    return Document(data, places, tuple(_cautions(node, text.splitlines())))


def _cautions(node: yaml.Node | None, lines: list[str]) -> Iterator[Fault]:
    """Yield the texts that end early at a "#", and numbers whose first digit is an idle 0."""
    if isinstance(node, yaml.ScalarNode) and not node.style:
        end = node.end_mark
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        cut = CUT_OFF.match(rest)
        if cut is not None and not _is_number(node.value):
            shown = {"kept": node.value[-30:], "lost": rest[cut.start() :].strip()[:30]}
            yield Fault(end.line + 1, end.column + cut.end(), "cut_off", {**shown})
        if re.fullmatch(r"[-+]?0[0-9]+", node.value):
            fields: dict[str, str | int] = {"text": node.value[:40], "number": int(node.value)}
            start = node.start_mark
            yield Fault(start.line + 1, start.column + 1, "leading_zero", fields)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _cautions(item, lines)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _cautions(value, lines)


def _is_number(text: str) -> bool:
    return FLOAT.fullmatch(text) is not None


def top_scalars(text: str) -> dict[str, tuple[int, int]]:
    """Return the span of each plain value at the top of a file, in characters from 0, by key.

    Raises Unreadable.
    """
    parse_document(text)
    node = _composed(text)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {
        key.value: (value.start_mark.index, value.end_mark.index)
        for key, value in pairs
        if isinstance(value, yaml.ScalarNode)
    }


def _composed(text: str) -> yaml.Node | None:
    """By libyaml, which is ten times faster; what that will not read, by PyYAML itself.

    So a fault has the same words and place on every machine. Raises Unreadable, yaml.YAMLError.
    """
    try:
        return _without_dangers(text, FASTEST)
    except yaml.YAMLError:
        return _without_dangers(text, yaml.SafeLoader)


def _without_dangers(text: str, loader: type[yaml.SafeLoader]) -> yaml.Node | None:
    _refuse_dangers(text, loader)
    return yaml.compose(text, Loader=loader)


def _refuse_dangers(text: str, loader: type[yaml.SafeLoader]) -> None:
    """One pass over the events, without recursion and before any node is built."""
    depth = 0
    for event in _events(text, loader):
        mark = event.start_mark
        fault = ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            fault = "anchor"
        elif getattr(event, "tag", None):
            fault = "tag"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            fault = "too_deep" if depth > DEEPEST else ""
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if fault and mark is not None:
            raise Unreadable([Fault(mark.line + 1, mark.column + 1, fault)])


def _events(text: str, loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=loader)


def _plain(
    node: yaml.Node, path: Path_, places: dict[Path_, tuple[int, int]], faults: list[Fault]
) -> Data:
    places[path] = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), places, faults) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, places, faults)
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, faults)


def _mapping(
    node: yaml.MappingNode,
    path: Path_,
    places: dict[Path_, tuple[int, int]],
    faults: list[Fault],
) -> Data:
    made: dict[str, Data] = {}
    for key, value in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.append(Fault(line, column, "key_not_text"))
        elif key.value in made:
            faults.append(Fault(line, column, "key_twice", {"key": key.value[:60]}))
        else:
            made[key.value] = _plain(value, (*path, key.value), places, faults)
            places[(*path, key.value)] = line, column
    return made


def _scalar(node: yaml.ScalarNode, faults: list[Fault]) -> Data:
    """Quoted text stays text, and so do `no`, `on` and dates: only true and false are truth."""
    text: str = node.value
    if node.style is not None and node.style != "":
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if NO_NUMBER.fullmatch(text):
        faults.append(Fault(line, column, "not_finite", {"text": text[:40]}))
        return 0.0
    if OCTAL.fullmatch(text) or HEXADECIMAL.fullmatch(text):
        return _whole(int(text, 0), line, column, faults) if len(text) < 24 else text
    if INTEGER.fullmatch(text):
        if len(text) > MOST_DIGITS:
            faults.append(Fault(line, column, "too_many_digits"))
            return 0
        return int(text)
    if FLOAT.fullmatch(text):
        return _finite(text, line, column, faults)
    return text


def _whole(number: int, line: int, column: int, faults: list[Fault]) -> Data:
    if len(str(number)) > MOST_DIGITS:
        faults.append(Fault(line, column, "too_many_digits"))
        return 0
    return number


def _finite(text: str, line: int, column: int, faults: list[Fault]) -> Data:
    number = float(text)
    if not math.isfinite(number):
        faults.append(Fault(line, column, "not_finite", {"text": text[:40]}))
        return 0.0
    return number


def within(data: object, path: Path_) -> object:
    """Return the value at a path of lists and sets of fields; None if there is nothing."""
    for key in path:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key] if key < len(data) else None
        else:
            return None
    return data
