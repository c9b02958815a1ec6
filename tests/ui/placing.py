"""Puts widgets on a stage without a screen around them."""

import pygame

from game.ui.stage.stage import Stage
from game.ui.widgets.widget import Look, Widget


def placed(stage: Stage, widget: Widget, width: int) -> pygame.Rect:
    """Lay a widget out in a width, as tall as it asks to be, draw it and return its place."""
    height = widget.height_for(stage.canvas, width)
    widget.place(stage.canvas, pygame.Rect(0, 0, width, height))
    widget.draw(stage.canvas, Look(None, None, False))
    return widget.rect
