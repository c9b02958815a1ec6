"""A report as sections, written out for a terminal or as a Markdown document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A heading and its content: sentences, then a table, then a list.

    table: the first row is its head; the first column is text, the others figures
    """

    title: str
    sentences: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    points: tuple[str, ...] = ()


def as_text(sections: Iterable[Section]) -> str:
    """For a terminal: titles underlined, columns padded, lists dashed."""
    return "\n\n".join("\n".join(_text_lines(section)) for section in sections) + "\n"


def as_markdown(sections: Iterable[Section]) -> str:
    """Return a Markdown document: the first section's title is the document's."""
    blocks = []
    for place, section in enumerate(sections):
        blocks.append(f"{'##' if place else '#'} {_escaped(section.title)}")
        if section.sentences:
            blocks.append("  \n".join(_escaped(sentence) for sentence in section.sentences))
        if section.table:
            blocks.append("\n".join(_markdown_rows(section.table)))
        if section.points:
            blocks.append("\n".join(f"- {_escaped(point)}" for point in section.points))
    return "\n\n".join(blocks) + "\n"


def _text_lines(section: Section) -> list[str]:
    lines = [section.title, "=" * len(section.title), *section.sentences]
    if section.table:
        widths = [max(map(len, column)) for column in zip(*section.table, strict=True)]
        lines += [_padded(row, widths) for row in section.table]
    return [*lines, *(f"- {point}" for point in section.points)]


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def _markdown_rows(table: Sequence[Sequence[str]]) -> list[str]:
    head, *rows = [[_escaped(cell).replace("|", "\\|") for cell in row] for row in table]
    rule = ["---", *(["---:"] * (len(head) - 1))]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def _escaped(text: str) -> str:
    """Words of a level stand as they are: what Markdown reads as a sign is escaped."""
    for sign in ("\\", "`", "*", "_", "<", "[", "#"):
        text = text.replace(sign, f"\\{sign}")
    return text
