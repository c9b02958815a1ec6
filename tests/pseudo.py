"""A made-up language: English with accents, two fifths longer, so that what has no room shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from game.levels.loader import Level
from game.levels.translation.text_places import text_places

LANGUAGE = "de"  # a language of long words; the game has no texts in it
LONGER = 0.4
ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçëîñöšùÿÁÇËÎÑÖŠÙÝ")
FIELD = re.compile(r"(\{[^{}]*\})")
FILLING = ["lörem", "ipsüm", "dölor", "šit", "ámet", "çonsec", "tetùr", "ádipis", "elît", "šed"]


def lengthened(text: str) -> str:
    """Return the text with accents and two fifths more letters; its fields stay as they are."""
    parts = FIELD.split(text)
    letters = sum(len(part) for part in parts[::2] if any(map(str.isalpha, part)))
    accented = "".join(p if n % 2 else p.translate(ACCENTS) for n, p in enumerate(parts))
    wanted = round(letters * LONGER)
    if " " not in text.strip():
        return accented + "ö" * wanted
    words: list[str] = []
    while sum(len(word) + 1 for word in words) < wanted:
        words.append(FILLING[len(words) % len(FILLING)])
    return " ".join([accented, *words])


def write_catalogues(english: Path, folder: Path) -> None:
    """Return the game's English sentences, and beside them those of the made-up language."""
    for path in sorted(english.glob("*.po")):
        with path.open(encoding="utf-8") as file:
            catalogue = read_po(file)
        _write(catalogue, folder / "en" / path.name)
        for message in catalogue:
            if message.id:
                several = isinstance(message.string, tuple)
                forms = message.string if several else (message.string,)
                longer = tuple(lengthened(form) for form in forms)
                message.string = longer if several else longer[0]
        _write(catalogue, folder / LANGUAGE / path.name)


def write_level_texts(level: Level, folder: Path) -> None:
    """Write a level's words in the made-up language into the file where the game looks for them."""
    data = level.field.model_dump()
    told: dict[str, Any] = {}
    for keys, path in text_places(level.field).items():
        text: Any = data
        for part in path:
            text = text[part]
        if text is None:
            continue  # the level leaves it out
        branch = told
        for key in keys[:-1]:
            branch = branch.setdefault(str(key), {})
        branch[str(keys[-1])] = lengthened(text)[:120] if len(text) < 120 else lengthened(text)
    file = folder / "texts" / f"{LANGUAGE}.yaml"
    file.parent.mkdir()
    file.write_text(yaml.safe_dump(_with_lists(told), allow_unicode=True), encoding="utf-8")


def _with_lists(told: Any) -> Any:
    if not isinstance(told, dict):
        return told
    if all(key.isdecimal() for key in told):
        return [_with_lists(value) for value in told.values()]
    return {key: _with_lists(value) for key, value in told.items()}


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0)
