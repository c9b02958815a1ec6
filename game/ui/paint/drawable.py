"""Makes any text safe to measure and draw, whatever file it comes from.

The font library refuses a NUL, a word without width and a lone surrogate, and measures a word of
100,000 letters for minutes. Everything drawn passes here; `game.visible` has the rules.
"""

from __future__ import annotations

from functools import lru_cache

from game.visible import WORD_MOST, shown_text

MOST_REMEMBERED = 2_000  # letters
LINE_MOST = 1_000  # letters of one line: more than the widest window shows


def drawable(text: str) -> str:
    """Return a text of any lines with stand-ins for what no face can draw, each word bounded."""
    if len(text) <= WORD_MOST and text.isascii() and text.isprintable():
        return text
    return _made(text) if len(text) <= MOST_REMEMBERED else shown_text(text)


def drawable_line(text: str) -> str:
    """Return a text for one line, its end left out where no window is as wide."""
    line = drawable(text).replace("\n", " ")
    return line if len(line) <= LINE_MOST else line[: LINE_MOST - 1] + "…"


_made = lru_cache(maxsize=4_096)(shown_text)
