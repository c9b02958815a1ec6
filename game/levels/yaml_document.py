"""Reads YAML as plain data with the place of every value; nothing in a file can run code.

Refused before anything is built: anchors and aliases (they can explode), tags, deep nesting,
files too large to be a level, keys given twice, numbers that are not finite.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from game.levels.findings import START, Finding, Mark, Path_, Severity
from game.levels.yaml_slips import fault, mark_of, slip_of

MOST_BYTES = 400_000
DEEPEST = 24
INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)  # the core schema of YAML 1.2, 10.3.2
OCTAL, HEXADECIMAL = re.compile(r"0o[0-7]+"), re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
MOST_DIGITS = 18
OTHER_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "\n\n\n")  # of YAML 1.1, unseen in texts
CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#])")  # a remark begins with "# "; this begins with what it is
Data = object
FASTEST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Marks = dict[Path_, Mark]


@dataclass(frozen=True)
class Document:
    """Plain data of a file, and where everything stands in it.

    places: path of keys -> where the entry begins, in a set of fields with its name
    values: path of keys -> where a plain value begins, behind the name of its field
    cautions: what is read, but hardly as it was meant
    """

    file: Path
    data: Data = None
    places: Marks = field(default_factory=dict)
    values: Marks = field(default_factory=dict)
    cautions: tuple[Finding, ...] = ()

    def place(self, path: Path_) -> Mark:
        """Return where an entry begins, or the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, START)

    def mark(self, path: Path_ | Mark, *, is_of_name: bool = False) -> Mark:
        """Return where to look for what a finding is about: at the value, unless at its name."""
        if isinstance(path, Mark):
            return path
        at_value = None if is_of_name else self.values.get(path)
        return at_value or self.place(path)


class Unreadable(Exception):
    """A file that is no safe YAML; findings say why, document which."""

    def __init__(self, document: Document, *findings: Finding) -> None:
        super().__init__(findings)
        self.document, self.findings = document, findings


def read_document(path: Path) -> Document:
    """Read a YAML file. Raises Unreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, START, "too_large", kilobytes=MOST_BYTES // 1000)
        read = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, START, "missing") from None
    except OSError as problem:
        raise _refused(path, START, "unreadable", reason=problem.strerror or "?") from None
    try:
        text = read.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        byte = f"0x{wrong.object[wrong.start]:02X}"
        at = _mark_at(wrong.object[: wrong.start].decode("utf-8-sig", "replace"))
        raise _refused(path, at, "not_utf8", byte=byte) from None
    return parse_document(text.translate(OTHER_LINE_ENDS), path)


def parse_document(text: str, file: Path = Path()) -> Document:
    """Parse the YAML text of a file. Raises Unreadable."""
    try:
        node = _composed(text, file)
    except yaml.reader.ReaderError as wrong:
        point = f"U+{ord(text[wrong.position]):04X}"
        at = _mark_at(text[: wrong.position])
        raise _refused(file, at, "control_character", point=point) from None
    except yaml.MarkedYAMLError as wrong:
        raise Unreadable(Document(file), slip_of(wrong, text)) from None
    except yaml.YAMLError as wrong:
        raise _refused(file, START, "syntax", what=str(wrong).splitlines()[0][:120]) from None
    findings: list[Finding] = []
    document = Document(file, cautions=tuple(_cautions(node, text.splitlines())))
    data = _plain(node, (), document, findings) if node is not None else None
    if findings:
        raise Unreadable(document, *findings)
    return replace(document, data=data)


def _refused(file: Path, at: Mark, code: str, **fields: object) -> Unreadable:
    return Unreadable(Document(file), fault(at, code, **fields))


def _mark_at(before: str) -> Mark:
    """Return the place behind a beginning of a text."""
    last_line = before.replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")
    return Mark(last_line[0].count("\n") + bool(last_line[1]) + 1, len(last_line[2]) + 1)


def _cautions(node: yaml.Node | None, lines: list[str]) -> Iterator[Finding]:
    """Yield the texts that end early at a "#", and numbers whose first digit is an idle 0."""
    if isinstance(node, yaml.ScalarNode) and not node.style:
        end = node.end_mark
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        cut = CUT_OFF.match(rest)
        if cut is not None and not _is_number(node.value):
            shown = {"kept": node.value[-30:], "lost": rest[cut.start() :].strip()[:30]}
            at = Mark(end.line + 1, end.column + cut.end())
            yield fault(at, "cut_off", Severity.WARNING, **shown)
        if re.fullmatch(r"[-+]?0[0-9]+", node.value):
            shown = {"text": node.value[:40], "number": str(int(node.value))}
            yield fault(mark_of(node.start_mark), "leading_zero", Severity.WARNING, **shown)
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
    node = _composed(text, Path())
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {
        key.value: (value.start_mark.index, value.end_mark.index)
        for key, value in pairs
        if isinstance(value, yaml.ScalarNode)
    }


def _composed(text: str, file: Path) -> yaml.Node | None:
    """By libyaml, which is ten times faster; what that will not read, by PyYAML itself.

    So a fault has the same words and place on every machine. Raises Unreadable, yaml.YAMLError.
    """
    try:
        return _without_dangers(text, file, FASTEST)
    except yaml.YAMLError:
        return _without_dangers(text, file, yaml.SafeLoader)


def _without_dangers(text: str, file: Path, loader: type[yaml.SafeLoader]) -> yaml.Node | None:
    _refuse_dangers(text, file, loader)
    return yaml.compose(text, Loader=loader)


def _refuse_dangers(text: str, file: Path, loader: type[yaml.SafeLoader]) -> None:
    """One pass over the events, without recursion and before any node is built."""
    depth = 0
    for event in _events(text, loader):
        danger = ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            danger = "anchor"
        elif getattr(event, "tag", None):
            danger = "tag"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            danger = "too_deep" if depth > DEEPEST else ""
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if danger and event.start_mark is not None:
            raise _refused(file, mark_of(event.start_mark), danger)


def _events(text: str, loader: type[yaml.SafeLoader]) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=loader)


def _plain(node: yaml.Node, path: Path_, document: Document, findings: list[Finding]) -> Data:
    """Return the data of a node; its places go into the document."""
    document.places[path] = mark_of(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), document, findings) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, findings)
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, findings)


def _mapping(
    node: yaml.MappingNode, path: Path_, document: Document, findings: list[Finding]
) -> Data:
    made: dict[str, Data] = {}
    for key, value in node.value:
        at = mark_of(key.start_mark)
        if not isinstance(key, yaml.ScalarNode):
            findings.append(fault(at, "key_not_text"))
        elif key.value in made:
            findings.append(fault(at, "key_twice", key=key.value[:60]))
        else:
            here = (*path, key.value)
            made[key.value] = _plain(value, here, document, findings)
            if isinstance(value, yaml.ScalarNode) and (value.value or value.style):
                document.values[here] = document.places[here]
            document.places[here] = at
    return made


def _scalar(node: yaml.ScalarNode, findings: list[Finding]) -> Data:
    """Quoted text stays text, and so do `no`, `on` and dates: only true and false are truth."""
    text: str = node.value
    if node.style is not None and node.style != "":
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    at = mark_of(node.start_mark)
    if NO_NUMBER.fullmatch(text):
        findings.append(fault(at, "not_finite", text=text[:40]))
        return 0.0
    if OCTAL.fullmatch(text) or HEXADECIMAL.fullmatch(text):
        return _whole(int(text, 0), at, findings) if len(text) < 24 else text
    if INTEGER.fullmatch(text):
        if len(text) > MOST_DIGITS:
            findings.append(fault(at, "too_many_digits"))
            return 0
        return int(text)
    if FLOAT.fullmatch(text):
        return _finite(text, at, findings)
    return text


def _whole(number: int, at: Mark, findings: list[Finding]) -> Data:
    if len(str(number)) > MOST_DIGITS:
        findings.append(fault(at, "too_many_digits"))
        return 0
    return number


def _finite(text: str, at: Mark, findings: list[Finding]) -> Data:
    number = float(text)
    if not math.isfinite(number):
        findings.append(fault(at, "not_finite", text=text[:40]))
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
