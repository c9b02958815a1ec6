"""Checks that texts can be drawn: no invisible characters, no letters without a font."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from game.letters import is_chinese_letter, undrawable
from game.levels.findings import Finding, Path_, error, warning
from game.visible import first_hidden


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
    hidden = first_hidden(text)
    if hidden is not None:
        before = text[max(0, hidden - 20) : hidden].strip()
        yield error(at, "hidden_letter", {**_named(text[hidden]), "before": before})
        return
    missing = undrawable(text)
    if missing:
        letter = text[missing[0]]
        code = "needs_chinese" if is_chinese_letter(letter) else "no_face"
        fields = {"letter": letter, "n": len(missing), **_named(letter)}
        yield warning(at, code, fields)


def _named(letter: str) -> dict[str, str | int]:
    """Return a character's code point and its Unicode name."""
    name = unicodedata.name(letter, "a control character")
    return {"point": f"U+{ord(letter):04X}", "name": name}
