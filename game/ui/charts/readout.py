"""The small card beside a chart that holds the cursor's reading."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role


@dataclass(frozen=True)
class Readout:
    """title: the place, such as a year; lines: figures with their units; brief: all in one line."""

    title: str
    lines: tuple[str, ...]
    brief: str


def draw_reading(canvas: Canvas, area: pygame.Rect, clear_of: int | None, reading: Readout) -> None:
    """Draw the card where a pixel has more room beside it; one line where it is too tall.

    clear_of: None puts the card into the lower right corner
    """
    pad, line = canvas.px(8), canvas.fonts.line_height(Role.SMALL)
    room = area.width - 2 * pad
    texts = _broken(canvas, [(reading.title, Role.LABEL)], room)
    texts += _broken(canvas, [(each, Role.SMALL) for each in reading.lines], room)
    if line * len(texts) + 2 * pad > area.height:
        texts = _broken(canvas, [(reading.brief, Role.LABEL)], room)
    widest = max(canvas.fonts[role].size(text)[0] for text, role in texts)
    box = pygame.Rect(0, area.y, widest + 2 * pad, line * len(texts) + 2 * pad)
    beside = canvas.px(10)
    if clear_of is None:
        box.bottomright = area.right, area.bottom - canvas.fonts.line_height(Role.SMALL) - pad
    elif clear_of - area.x > area.right - clear_of:
        box.right = clear_of - beside
    else:
        box.left = clear_of + beside
    box.clamp_ip(area.inflate(2 * pad, 0))
    canvas.rounded(box, canvas.px(6), canvas.theme.raised, canvas.theme.muted)
    for place, (text, role) in enumerate(texts):
        canvas.text(text, (box.x + pad, box.y + pad + place * line), role)


def _broken(canvas: Canvas, texts: list[tuple[str, Role]], room: int) -> list[tuple[str, Role]]:
    """Texts in as many lines as the room asks for."""
    return [(line, role) for text, role in texts for line in canvas.lines(text, room, role)]


def draw_upright(canvas: Canvas, x: float, rect: pygame.Rect) -> None:
    """Draw the cursor's line through a plot."""
    at = round(x)
    canvas.line((at, rect.top), (at, rect.bottom), canvas.theme.focus, canvas.px(1.5))


def draw_dot(canvas: Canvas, x: float, y: float) -> None:
    """Draw the dot of the cursor on a line."""
    canvas.disc((x, y), canvas.px(5), canvas.theme.card)
    canvas.disc((x, y), canvas.px(4), canvas.theme.focus)
