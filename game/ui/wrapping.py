"""Text broken into lines that fit a width."""

from __future__ import annotations

import pygame


def wrapped(font: pygame.font.Font, text: str, width: int) -> tuple[str, ...]:
    """Lines no wider than `width` pixels; breaks at spaces, inside a word only where it must."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped_paragraph(font, paragraph, max(width, 1)))
    return tuple(lines)


def shortened(font: pygame.font.Font, text: str, width: int) -> str:
    """The text on one line, its end replaced by an ellipsis where it does not fit."""
    if font.size(text)[0] <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        candidate = text[:end].rstrip() + "…"
        if font.size(candidate)[0] <= width:
            return candidate
    return "…"


def _wrapped_paragraph(font: pygame.font.Font, text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.size(longer)[0] <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken_word(font, word, width)
        lines.extend(full)
    return [*lines, line]


def _broken_word(font: pygame.font.Font, word: str, width: int) -> list[str]:
    pieces = []
    while font.size(word)[0] > width and len(word) > 1:
        end = next(
            (at for at in range(len(word) - 1, 0, -1) if font.size(word[:at])[0] <= width), 1
        )
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]
