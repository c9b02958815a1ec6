"""Room for a small card over a screen: what can be seen there, where a card could lie."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget


def in_sight(widget: Widget, clip: pygame.Rect) -> Iterator[tuple[Widget, pygame.Rect]]:
    """Every widget with the part of it that scrolling leaves in sight."""
    part = widget.rect.clip(clip)
    yield widget, part
    for child in widget.children:
        yield from in_sight(child, part if isinstance(widget, Scroll) else clip)


def is_pressed(widget: Widget) -> bool:
    """Whether it is a control: hiding it would be worse than hiding words."""
    return widget.takes_focus and not isinstance(widget, Scroll) and not widget.is_aside


def places_beside(anchor: pygame.Rect, size: tuple[int, int], away: int) -> list[pygame.Rect]:
    """Right, left, above and below, each in line with an edge of the thing or its middle."""
    width, height = size
    tops = (anchor.centery - height // 2, anchor.top, anchor.bottom - height)
    lefts = (anchor.centerx - width // 2, anchor.left, anchor.right - width)
    corners = [(x, y) for x in (anchor.right + away, anchor.left - away - width) for y in tops]
    corners += [(x, y) for y in (anchor.top - away - height, anchor.bottom + away) for x in lefts]
    return [pygame.Rect(corner, size) for corner in corners]


def corners_of(area: pygame.Rect, size: tuple[int, int]) -> list[pygame.Rect]:
    """The four corners of a room."""
    xs, ys = (area.left, area.right - size[0]), (area.top, area.bottom - size[1])
    return [pygame.Rect((x, y), size) for x in xs for y in ys]


def apart(one: pygame.Rect, other: pygame.Rect) -> int:
    """Pixels between two rectangles, across and down together."""
    across = max(one.left - other.right, other.left - one.right, 0)
    return across + max(one.top - other.bottom, other.top - one.bottom, 0)


def shared(one: pygame.Rect, other: pygame.Rect) -> int:
    """Pixels that lie in both."""
    both = one.clip(other)
    return both.width * both.height
