"""Strokes and fills of charts: dashes along a path, hatches that need no colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

import pygame

from game.ui.charts.axes import Point
from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import Colour

BEND_STEPS = 4
HATCHES = ("solid", "rising", "falling", "level", "dots", "crossed", "upright")


def thick(canvas: Canvas, units: float) -> int:
    """Pixels of a stroke; it grows with the text, so that it is seen from as far."""
    return max(canvas.px(units * max(canvas.fonts.text_scale, 1.0)), 1)


def stroke(canvas: Canvas, points: Sequence[Point], colour: Colour, width: int) -> None:
    """Draw a smooth line along points."""
    for start, end in pairwise(points):
        pygame.draw.aaline(canvas.surface, colour, start, end, width)


def dashed(canvas: Canvas, points: Sequence[Point], colour: Colour, width: int) -> None:
    """Draw a dashed line along points; dashes are as long as they are anywhere else."""
    on, off = thick(canvas, 7), thick(canvas, 5)
    done = 0.0
    for start, end in pairwise(points):
        length = hypot(end[0] - start[0], end[1] - start[1])
        at = 0.0
        while at < length:
            place = (done + at) % (on + off)
            step = min((on if place < on else on + off) - place, length - at)
            if place < on:
                here, there = (_between(start, end, p / length) for p in (at, at + step))
                pygame.draw.aaline(canvas.surface, colour, here, there, width)
            at += max(step, 0.25)
        done += length


def bent(path: Sequence[Point], radius: float) -> list[Point]:
    """Round the corners of a path of level and upright lines; a radius in pixels."""
    points = [path[0]]
    for before, corner, after in zip(path, path[1:], path[2:], strict=False):
        lengths = [hypot(p[0] - corner[0], p[1] - corner[1]) for p in (before, after)]
        room = min(radius, *(length / 2 for length in lengths))
        if room < 1:
            continue
        start, end = (
            _between(corner, p, room / length)
            for p, length in zip((before, after), lengths, strict=True)
        )
        middle = start[0] + end[0] - corner[0], start[1] + end[1] - corner[1]
        for step in range(BEND_STEPS + 1):
            turn = step / BEND_STEPS * pi / 2
            x, y = (
                c + (s - c) * cos(turn) + (e - c) * sin(turn)
                for c, s, e in zip(middle, start, end, strict=True)
            )
            points.append((x, y))
    return [*points, path[-1]]


def hatched(
    canvas: Canvas,
    points: Sequence[Point],
    colour: Colour,
    hatch: str,
    ink: Colour | None = None,
) -> None:
    """Draw a filled shape with a pattern over it; its edges are smooth.

    ink: what the pattern is drawn in; one that stands out from the fill where left out
    """
    canvas.polygon(points, colour)
    if hatch == "solid":
        return
    box = _box(points).clip(canvas.surface.get_rect())
    if box.width < 1 or box.height < 1:
        return
    mask = pygame.Surface(box.size, pygame.SRCALPHA)
    moved = [(x - box.x, y - box.y) for x, y in points]
    pygame.draw.polygon(mask, (255, 255, 255, 255), moved)
    lines = pygame.Surface(box.size, pygame.SRCALPHA)
    _draw_pattern(canvas, lines, box, ink or _apart(colour), hatch)
    lines.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    canvas.surface.blit(lines, box)


def hatched_box(canvas: Canvas, box: pygame.Rect, colour: Colour, hatch: str) -> None:
    """Draw a rectangle with a pattern."""
    corners = (box.topleft, box.topright, box.bottomright, box.bottomleft)
    hatched(canvas, corners, colour, hatch)


def _draw_pattern(
    canvas: Canvas, surface: pygame.Surface, box: pygame.Rect, ink: Colour, hatch: str
) -> None:
    """Patterns hang on the canvas, not on the shape, so that neighbours keep in step."""
    step, width = thick(canvas, 7), thick(canvas, 1.5)
    span = box.width + box.height
    if hatch in ("rising", "crossed"):
        for at in range(-((box.x + box.y) % step), span, step):
            pygame.draw.aaline(surface, ink, (at, 0), (at - span, span), width)
    if hatch in ("falling", "crossed"):
        for at in range(-span - (box.x - box.y) % step, span, step):
            pygame.draw.aaline(surface, ink, (at, 0), (at + span, span), width)
    if hatch == "level":
        for y in range(-(box.y % step), box.height, step):
            pygame.draw.line(surface, ink, (0, y), (box.width, y), width)
    if hatch == "upright":
        for x in range(-(box.x % step), box.width, step):
            pygame.draw.line(surface, ink, (x, 0), (x, box.height), width)
    if hatch == "dots":
        for y in range(-(box.y % step), box.height, step):
            for x in range(-(box.x % step), box.width, step):
                pygame.draw.aacircle(surface, ink, (x, y), canvas.px(1.6))


def _box(points: Sequence[Point]) -> pygame.Rect:
    left, top = (int(min(point[axis] for point in points)) for axis in (0, 1))
    right, bottom = (int(max(point[axis] for point in points)) + 2 for axis in (0, 1))
    return pygame.Rect(left, top, right - left, bottom - top)


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _apart(colour: Colour) -> Colour:
    """Return a colour to draw patterns with on another: darker on light, lighter on dark."""
    is_light = sum(colour) > 3 * 120
    red, green, blue = (
        round(channel * 0.45) if is_light else round(channel + (255 - channel) * 0.7)
        for channel in colour
    )
    return red, green, blue
