"""Breaks text into lines that fit a width."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Protocol

_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")  # and their punctuation
_FOLDER_END = re.compile(r"(?<=[/\\])")
LEAST_FOLDERS = 3  # fewer strokes are no path: km/h, and/or
_UNIT = re.compile("°C|%|Gt|ppm")
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〉…·,.;:?!)%°℃’”")
_NEVER_LAST = frozenset("（《「『【〈([“‘")


class Measures(Protocol):
    """Anything that knows how wide a line is, as pygame's fonts do."""

    def size(self, text: str, /) -> tuple[int, int]:
        """Width and height of a line in pixels."""
        ...


def wrapped(font: Measures, text: str, width: int) -> tuple[str, ...]:
    """Lines no wider than `width` pixels; breaks inside a word only where it must.

    A line ends at a space or between two Chinese characters, but never before closing or after
    opening punctuation, nor between a figure and its unit where both fit on a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped_paragraph(font, paragraph, max(width, 1)))
    return tuple(lines)


def line_starts(text: str, lines: Sequence[str]) -> tuple[int, ...]:
    """Where in a text each of the lines it was broken into begins."""
    starts, at = [], 0
    for line in lines:
        starts.append(text.index(line, at))
        at = starts[-1] + len(line)
    return tuple(starts)


def cut_at_lines(
    lines: Sequence[str], starts: Sequence[int], start: int, end: int
) -> list[tuple[int, int, int]]:
    """Return what a stretch of a text is on its lines.

    Which line, and from where to where on it.
    """
    cuts = []
    for place, (line, begins) in enumerate(zip(lines, starts, strict=True)):
        low, high = max(start - begins, 0), min(end - begins, len(line))
        if low < high:
            cuts.append((place, low, high))
    return cuts


def pieces(text: str) -> list[str]:
    """Return the parts of a text that stay together, and the spaces between them."""
    words = [part for word in re.split("( )", text) for part in _parts_of_path(word)]
    if _IDEOGRAPH.search(text) is None:
        return words
    return [piece for word in words for piece in _pieces_of_word(word)]


def _parts_of_path(word: str) -> list[str]:
    """Let a path end a line after any of its folders."""
    if len(_FOLDER_END.findall(word)) < LEAST_FOLDERS:
        return [word]
    return [part for part in _FOLDER_END.split(word) if part]


def _pieces_of_word(word: str) -> list[str]:
    """Return a run without spaces, parted wherever a line of Chinese may end."""
    parts = [word[:1]]
    for before, letter in itertools.pairwise(word):
        if _may_part(before, letter):
            parts.append(letter)
        else:
            parts[-1] += letter
    return parts


def _may_part(before: str, after: str) -> bool:
    is_chinese = _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after)
    return bool(is_chinese) and after not in _NEVER_FIRST and before not in _NEVER_LAST


def shortened(font: Measures, text: str, width: int) -> str:
    """Return the text on one line, its end replaced by an ellipsis where it does not fit."""
    if font.size(text)[0] <= width:
        return text
    end = _most_that_fits(text, lambda part: font.size(part.rstrip() + "…")[0] <= width)
    return text[:end].rstrip() + "…"


def _wrapped_paragraph(font: Measures, text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _with_units(font, pieces(text), width):
        longer = line + piece
        if not piece.strip(" ") or font.size(longer)[0] <= width:
            line = longer
            continue
        if line.strip(" "):
            lines.append(line.rstrip(" "))
        *full, line = _broken_word(font, piece, width)
        lines.extend(full)
    return [*lines, line.rstrip(" ") if lines else line]


def _with_units(font: Measures, parts: list[str], width: int) -> list[str]:
    """Return the parts of a text, a figure in one with its unit where there is room."""
    joined: list[str] = []
    for part in parts:
        figure = joined[-2] if len(joined) > 1 and joined[-1] == " " else ""
        whole = f"{figure} {part}"
        if figure[-1:].isdigit() and _UNIT.match(part) and font.size(whole)[0] <= width:
            joined[-2:] = [whole]
        else:
            joined.append(part)
    return joined


def _broken_word(font: Measures, word: str, width: int) -> list[str]:
    parts = []
    while font.size(word)[0] > width and len(word) > 1:
        end = max(_most_that_fits(word, lambda part: font.size(part)[0] <= width), 1)
        parts.append(word[:end])
        word = word[end:]
    return [*parts, word]


def _most_that_fits(text: str, fits: Callable[[str], bool]) -> int:
    """Return how many letters of a text, short of all, fit: found by halving, not one by one."""
    return bisect_left(range(1, len(text)), True, key=lambda end: not fits(text[:end]))
