"""Writes the tables and the swatches of `docs/art_direction.md` from the theme and the fonts.

`python -m tests.ui.art_direction` after a colour or a size was changed on purpose; a test compares.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from game.ui.paint.fonts import FACES
from game.ui.paint.theme import THEMES, Colour, Theme, ink_on

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "art_direction.md"
FIGURE = ROOT / "docs" / "figures" / "swatches.svg"
BEGIN, END = "<!-- from theme.py and fonts.py: {} -->", "<!-- end: {} -->"

FOR = {
    "ground": "behind everything",
    "card": "panels",
    "raised": "buttons, tips",
    "line": "borders, rules",
    "track": "empty part of a bar",
    "text": "what is read first",
    "muted": "what is read second",
    "ours": "what we give",
    "theirs": "what they give; the main button",
    "on_accent": "letters on the main button",
    "good": "a mark is reached",
    "warn": "a door closes, an answer waits",
    "bad": "a mark is missed",
    "focus": "the ring around what has the keyboard",
    "mercury": "the thermometer",
    "sea": "water on the map",
    "land": "countries of no delegation at the table",
    "coast": "borders on the map",
}
COLUMN, ROW, TOP = 300, 30, 52


def hexed(colour: Colour) -> str:
    """Return a colour as CSS writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def page_with_tables(page: str) -> str:
    """Return the page with its two tables as the code has them now."""
    for name, table in (("colours", _colours()), ("type", _type_scale())):
        begin, end = BEGIN.format(name), END.format(name)
        head, rest = page.split(begin)
        page = f"{head}{begin}\n{table}\n{end}{rest.split(end)[1]}"
    return page


def swatches() -> str:
    """Return the colours of every theme as a picture."""
    height = TOP + ROW * (len(FOR) + 3 + len(next(iter(THEMES.values())).parties)) + 16
    width = COLUMN * len(THEMES)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-size="14" '
        'font-family="Source Sans 3, Source Sans Pro, Arial, sans-serif">',
        "<title>The colours of the three themes</title>",
    ]
    for place, theme in enumerate(THEMES.values()):
        parts += _column(theme, place * COLUMN, height)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _column(theme: Theme, left: int, height: int) -> list[str]:
    ink = hexed(theme.text)
    parts = [
        f'<rect x="{left}" width="{COLUMN}" height="{height}" fill="{hexed(theme.ground)}"/>',
        f'<text x="{left + 24}" y="34" font-size="20" font-weight="600" fill="{ink}">'
        f"{theme.name}</text>",
    ]
    swatches = [(name, getattr(theme, name)) for name in FOR]
    swatches += [(f"band {place + 1}", colour) for place, colour in enumerate(theme.bands)]
    swatches += [(f"delegation {place + 1}", c) for place, c in enumerate(theme.parties)]
    for row, (name, colour) in enumerate(swatches):
        y = TOP + row * ROW
        parts.append(
            f'<rect x="{left + 24}" y="{y}" width="112" height="24" rx="4" '
            f'fill="{hexed(colour)}" stroke="{hexed(theme.line)}"/>'
            f'<text x="{left + 32}" y="{y + 17}" font-size="12" fill="{hexed(ink_on(colour))}">'
            f"{hexed(colour)}</text>"
            f'<text x="{left + 148}" y="{y + 17}" fill="{ink}">{name}</text>'
        )
    return parts


def _colours() -> str:
    names = [theme.name for theme in THEMES.values()]
    rows = [f"| colour | {' | '.join(names)} | for |", "|---" * (len(names) + 2) + "|"]
    for name, meaning in FOR.items():
        values = [f"`{hexed(getattr(theme, name))}`" for theme in THEMES.values()]
        rows.append(f"| {name} | {' | '.join(values)} | {meaning} |")
    for place in range(len(next(iter(THEMES.values())).parties)):
        values = [f"`{hexed(theme.parties[place])}`" for theme in THEMES.values()]
        rows.append(f"| delegation {place + 1} | {' | '.join(values)} | in the level's order |")
    return "\n".join(rows)


def _type_scale() -> str:
    rows = ["| role | face | pixels |", "|---|---|---|"]
    for role, (_, file, size) in sorted(FACES.items(), key=lambda item: -item[1][2]):
        rows.append(f"| {role} | {file.removesuffix('.ttf')} | {size} |")
    return "\n".join(rows)


def unnamed() -> set[str]:
    """Single colours of a theme that the page does not explain."""
    plural = {"name", "bands", "parties", "territory", "shadow"}
    return {field.name for field in fields(Theme)} - plural - set(FOR)


if __name__ == "__main__":
    PAGE.write_text(page_with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    FIGURE.write_text(swatches(), encoding="utf-8")
