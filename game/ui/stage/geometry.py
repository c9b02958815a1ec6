"""Rectangles for a small card over a screen: what is visible, where the card could lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from game.ui.charts.chart import Chart
from game.ui.widgets.boxes import Box, Flow, Padded, Spacer
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget


def in_sight(widget: Widget, clip: pygame.Rect) -> Iterator[tuple[Widget, pygame.Rect]]:
    """Every widget with the part of it that scrolling leaves in sight."""
    part = widget.rect.clip(clip)
    yield widget, part
    for child in widget.children:
        yield from in_sight(child, part if isinstance(widget, Scroll) else clip)


def is_pressed(widget: Widget) -> bool:
    """Return True if it is a control, which is worse to hide than words."""
    return widget.takes_focus and not isinstance(widget, Scroll) and not widget.is_aside


def is_control(widget: Widget) -> bool:
    """Return True if cards for other widgets keep clear of it: every button, no chart."""
    return is_pressed(widget) and not isinstance(widget, Chart)


def is_seen(widget: Widget) -> bool:
    """Return True if it shows something itself, and is not only a container."""
    if isinstance(widget, Label):
        return bool(widget.text)
    is_nothing = isinstance(widget, Rule | Spacer) or type(widget) is Widget
    return is_pressed(widget) or not (widget.children or is_nothing)


def groups(root: Widget) -> Iterator[Box]:
    """All that is read together."""
    return (w for w in root.walk() if isinstance(w, Box) and w.together)


def group_of(root: Widget, widget: Widget) -> Widget:
    """Return the group a widget belongs to; the widget alone if it has none."""
    return next((group for group in groups(root) if widget in group.walk()), widget)


def panel_of(root: Widget, key: str) -> Widget | None:
    """Return the innermost panel, or row of buttons, around a widget."""
    if root.key == key:
        return None
    for child in root.children:
        if any(each.key == key for each in child.walk()):
            is_panel = isinstance(root, Flow) or (isinstance(root, Padded) and root.panel)
            return panel_of(child, key) or (root if is_panel else None)
    return None


def around(parts: Sequence[pygame.Rect]) -> pygame.Rect:
    """Return the smallest rectangle around all parts that are in sight."""
    there = [part for part in parts if part.width and part.height]
    return there[0].unionall(there[1:]) if there else pygame.Rect(0, 0, 0, 0)
