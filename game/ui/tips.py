"""A tip: a sentence on what the player rests on, where it hides none of what can be pressed."""

from __future__ import annotations

import pygame

from game.ui.canvas import Canvas
from game.ui.charts.chart import Chart
from game.ui.fonts import Role
from game.ui.hint_card import Beside
from game.ui.placing import apart, corners_of, in_sight, is_control, places_beside, shared
from game.ui.widgets.widget import Widget
from game.ui.widgets.words import Label

WIDTH = 320  # design units at text scale 1
AWAY = 8  # between the tip and what it speaks of
EDGE = 8
PAD = 10
NEAR_WEIGHT = 3  # a step further away is as bad as hiding so many heights of the tip


def is_told(text: str, root: Widget, area: pygame.Rect) -> bool:
    """Whether a sentence stands on the screen already, all of it in sight."""
    return any(
        isinstance(widget, Label) and text in widget.text and widget.rect == seen
        for widget, seen in in_sight(root, area)
    )


def place_of(canvas: Canvas, root: Widget, area: pygame.Rect, widget: Widget) -> pygame.Rect:
    """Where the tip of a widget goes: beside it and inside the window.

    What it hides least of all is the widget itself, then other controls and a hint that is up,
    then words and charts.
    """
    seen = list(in_sight(root, area))
    anchor = next((part for each, part in seen if each is widget), widget.rect)
    kept = [part for each, part in seen if is_control(each) and each is not widget]
    kept += [each.card_rect for each, _ in seen if isinstance(each, Beside)]
    words = [part for each, part in seen if isinstance(each, Label | Chart)]
    size = _size(canvas, area, widget.tip)

    def harm(place: pygame.Rect) -> tuple[int, int, int]:
        hidden = sum(shared(place, each) for each in words)
        return (
            shared(place, anchor),
            sum(shared(place, each) for each in kept),
            hidden + apart(place, anchor) * size[1] * NEAR_WEIGHT,
        )

    inside = area.inflate(-2 * canvas.px(EDGE), -2 * canvas.px(EDGE))
    places = [*places_beside(anchor, size, canvas.px(AWAY)), *corners_of(inside, size)]
    return min((place.clamp(inside) for place in places), key=harm)


def draw_tip(canvas: Canvas, place: pygame.Rect, text: str) -> None:
    """A card with the sentence."""
    pad, line = canvas.px(PAD), canvas.fonts.line_height(Role.SMALL)
    canvas.card(place, canvas.theme.raised)
    for number, each in enumerate(canvas.lines(text, place.width - 2 * pad, Role.SMALL)):
        at = place.x + pad, place.y + pad + number * line
        canvas.text(each, at, Role.SMALL, canvas.theme.text)


def _size(canvas: Canvas, area: pygame.Rect, text: str) -> tuple[int, int]:
    pad = canvas.px(PAD)
    most = canvas.px(WIDTH * max(canvas.fonts.text_scale, 1.0))
    most = min(most, area.width - 2 * pad - 2 * canvas.px(EDGE))
    lines = canvas.lines(text, most, Role.SMALL)
    wide = max(canvas.fonts[Role.SMALL].size(each)[0] for each in lines) + 1
    return wide + 2 * pad, canvas.fonts.line_height(Role.SMALL) * len(lines) + 2 * pad
