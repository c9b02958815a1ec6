"""The building blocks of a report: sections of texts, tables, lists and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: str
    strong: bool = False
    kind: ClassVar[str] = "text"


@dataclass(frozen=True)
class Heading:
    """The title of a part of a section."""

    text: str
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True)
class Items:
    """A list."""

    items: Sequence[str]
    kind: ClassVar[str] = "items"


@dataclass(frozen=True)
class TableBlock:
    """A table; the first cell of a row is its head."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: ClassVar[str] = "table"


@dataclass(frozen=True)
class Figure:
    """A picture written by `game.svg`, and its caption."""

    svg: Markup
    caption: str
    kind: ClassVar[str] = "figure"


Block = Paragraph | Heading | Items | TableBlock | Figure


@dataclass(frozen=True)
class ReportSection:
    """A titled part of the report."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Report:
    """A whole report.

    fields: what is filled in by hand, such as a pupil's name
    made: what it was made from, for whoever wants to check it
    """

    language: str
    title: str
    about: str
    fields: Sequence[str]
    sections: Sequence[ReportSection]
    made: str


def figure(svg: str, caption: str) -> Figure:
    """Return a picture written by our own SVG writer, which escapes every text it is given."""
    return Figure(Markup(svg), caption)
