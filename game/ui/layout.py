"""Sizes for layouts: the design window, and the least room each layout needs.

Lengths are in design units: pixels in a window of `DESIGN_SIZE`. Anything in `game.ui` may import
this; it imports nothing.
"""

from __future__ import annotations

DESIGN_SIZE = (1280, 720)
LEAST_UNITS = (640, 360)  # of text at scale 1; in a smaller window everything is drawn smaller
LEAST_ZOOM = 0.75  # letters of 10 pixels; a smaller window gets fewer of them, not smaller ones
MOST_ZOOM = 3.0


def zoom_of(size: tuple[int, int], text_scale: float, desktop_scale: float = 1.0) -> float:
    """Return how many pixels a design unit takes in a window.

    size: of the window, pixels; text_scale: the player's own, 1 to 2
    desktop_scale: pixels that the desktop draws for one, so that letters are as large as its own
    """
    fitting = min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1], MOST_ZOOM)
    scale = max(text_scale, 1.0)
    roomy = min(size[0] / LEAST_UNITS[0], size[1] / LEAST_UNITS[1]) / scale
    return max(fitting, min(LEAST_ZOOM * desktop_scale, roomy))
