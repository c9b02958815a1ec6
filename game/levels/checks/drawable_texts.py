"""Texts of a file that a screen could not draw: invisible characters, letters without a face."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from game.letters import is_chinese_letter, undrawable
from game.levels.checks.findings import Fields, Finding, warning
from game.levels.yaml_document import Path_
from game.visible import has_hidden, hidden_in


def check_texts_drawable(data: object, at: Path_ = ()) -> Iterator[Finding]:
    """Yield a finding for each text of a file with something in it that cannot be seen or drawn."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from check_texts_drawable(value, (*at, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from check_texts_drawable(value, (*at, i))
    elif isinstance(data, str) and not (data.isascii() and data.isprintable()):
        yield from _text(data, at)


def _text(text: str, at: Path_) -> Iterator[Finding]:
    if has_hidden(text):
        yield Finding(at, "hidden_letter", letter_fields(text, hidden_in(text)))
        return
    missing = undrawable("".join(letter for letter in text if letter.isprintable()))
    letters = [letter for letter in text if letter.isprintable()]
    if not missing:
        return
    letter = letters[missing[0]]
    code = "needs_chinese" if is_chinese_letter(letter) else "no_face"
    fields: dict[str, str | int] = {"letter": letter, "n": len(missing)}
    yield warning(at, code, {**fields, **name_fields(letter)})


def letter_fields(text: str, index: int) -> Fields:
    """Return what a sentence says of one character of a text: its name, and the words before."""
    return {**name_fields(text[index]), "before": text[max(0, index - 20) : index].strip()}


def name_fields(letter: str) -> dict[str, str | int]:
    """Return a character's code point and its Unicode name."""
    return {
        "point": f"U+{ord(letter):04X}",
        "name": unicodedata.name(letter, "a control character"),
    }
