"""Tips: a sentence on the widget in focus, placed where it hides no button."""

from __future__ import annotations

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.stage.card_placement import Spots
from game.ui.stage.geometry import group_of, groups, in_sight, is_control, is_pressed, is_seen
from game.ui.stage.hint_card import HintLayout
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget

WIDTHS = (320, 240, 480)  # design units at text scale 1; the first that serves
AWAY = 8  # between the tip and what it speaks of
EDGE = 8
PAD = 10


def is_told(text: str, root: Widget, area: pygame.Rect) -> bool:
    """Return True if the screen already shows a sentence, all of it in sight."""
    return any(
        isinstance(widget, Label) and text in widget.text and widget.rect == seen
        for widget, seen in in_sight(root, area)
    )


def place_of(canvas: Canvas, root: Widget, area: pygame.Rect, widget: Widget) -> pygame.Rect:
    """Return where the tip of a widget goes: inside the window and beside that widget.

    What it hides least of all is the widget itself, then other controls and a hint that is up.
    Beside a button it then stays, or it would be the tip of something else. Where the widget is
    read together with others, as a slider is with its term, it stands beside them all, and first
    keeps clear of them and of figures. The rest is weighed as for a hint.
    """
    seen = list(in_sight(root, area))
    anchor = next((part for each, part in seen if each is widget), widget.rect)
    kept = [part for each, part in seen if is_control(each) and each is not widget]
    kept += [each.card_rect for each, _ in seen if isinstance(each, HintLayout)]
    group = group_of(root, widget)
    thing = anchor if group is widget else group.rect.clip(area)
    read = [group, *(each for each in groups(root) if _is_only_read(each))]
    close = {id(each) for group in read for each in group.walk()}
    shown = [(each, part) for each, part in seen if is_seen(each) and each is not widget]
    decided_by = [part for each, part in shown if id(each) in close or _is_figure(each)]
    words = [part for each, part in shown if isinstance(each, Label)]
    pictures = [part for each, part in shown if not isinstance(each, Label)]
    inside = area.inflate(-2 * canvas.px(EDGE), -2 * canvas.px(EDGE))
    away = canvas.px(AWAY)

    def best(width: int) -> tuple[tuple[float, ...], pygame.Rect]:
        spots = Spots.around(anchor, _size(canvas, area, widget.tip, width), inside, away)
        rest = spots.weighed(anchor, words, pictures, canvas.px)
        hidden = spots.hidden(decided_by)
        further = [spots.not_beside(thing, away), hidden]
        if thing is not anchor:
            further.reverse()
        return spots.least([spots.hidden([anchor]), spots.hidden(kept), *further, rest])

    return min((best(width) for width in WIDTHS), key=lambda found: found[0][:3])[1]


def _is_figure(widget: Widget) -> bool:
    return isinstance(widget, Label) and widget.role is Role.NUMBER


def _is_only_read(group: Widget) -> bool:
    """Return True if it holds no control: the player reads it while acting elsewhere."""
    return not any(is_pressed(each) for each in group.walk())


def draw_tip(canvas: Canvas, place: pygame.Rect, text: str, thing: pygame.Rect) -> None:
    """Draw a card with the sentence; a stroke leads to its thing where something lies between."""
    pad, line = canvas.px(PAD), canvas.fonts.line_height(Role.SMALL)
    _lead(canvas, place, thing)
    canvas.card(place, canvas.theme.raised)
    for number, each in enumerate(canvas.lines(text, place.width - 2 * pad, Role.SMALL)):
        at = place.x + pad, place.y + pad + number * line
        canvas.text(each, at, Role.SMALL, canvas.theme.text)


def _lead(canvas: Canvas, place: pygame.Rect, thing: pygame.Rect) -> None:
    """Draw the stroke from a card to a thing that lies further off in its column or its row."""
    shared = place.inflate(0, 2 * canvas.surface.get_height()).clip(thing)
    if shared.width:
        between = pygame.Rect(shared.centerx, min(place.bottom, thing.bottom), canvas.px(2), 0)
        between.height = max(place.top, thing.top) - between.top
    else:
        between = pygame.Rect(min(place.right, thing.right), 0, 0, canvas.px(2))
        between.width = max(place.left, thing.left) - between.left
        row = thing.clip(place.inflate(2 * canvas.surface.get_width(), 0))
        between.y = row.bottom - canvas.px(4)  # not through the words of what lies between
    if max(between.size) > canvas.px(AWAY):
        canvas.surface.fill(canvas.theme.muted, between)


def _size(canvas: Canvas, area: pygame.Rect, text: str, width: int) -> tuple[int, int]:
    pad = canvas.px(PAD)
    most = canvas.px(width * max(canvas.fonts.text_scale, 1.0))
    most = min(most, area.width - 2 * pad - 2 * canvas.px(EDGE))
    lines = canvas.lines(text, most, Role.SMALL)
    wide = max(canvas.fonts[Role.SMALL].size(each)[0] for each in lines) + 1
    return wide + 2 * pad, canvas.fonts.line_height(Role.SMALL) * len(lines) + 2 * pad
