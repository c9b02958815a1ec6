"""Sizes for layouts: the design window, and the least room each layout needs.

Lengths are in design units: pixels in a window of `DESIGN_SIZE`. Anything in `game.ui` may import
this; it imports nothing of the game.
"""

from __future__ import annotations

from typing import NamedTuple

DESIGN_SIZE = (1280, 720)
LEAST_UNITS = (640, 360)  # of text at scale 1; in a smaller window everything is drawn smaller
LEAST_ZOOM = 0.75  # letters of 10 pixels; a smaller window gets fewer of them, not smaller ones
MOST_ZOOM = 3.0

# What a part needs to stand as it does in a roomy window, in units at the player's size of text.
LEAST_COLUMNS = 1100  # wide: a page in columns with a hint over it; else one column, a hint below
LEAST_TWO_TEXTS = 820  # wide: two texts that scroll apart; else one card for both
LEAST_TITLE_SIDES = 800  # wide: the menu beside what the game is; else above it
LEAST_TABLE_PANELS = 800  # wide: asks, offers, outcome in a row; else the outcome below
LEAST_SAVE_BUTTONS = 760  # wide: the buttons of a saved game beside its words; else below
LEAST_BESIDE_BUTTON = 500  # wide, of a panel: a sentence beside its button; else above it
LEAST_PANEL = 380  # wide, of each panel in a row; else one below the other
LEAST_TABLE_CHART = 640  # high: the chart above the figures to decide by; else below them
LEAST_TABLE_WORDS = 540  # high: all of a table in words; else only what stands nowhere else
LEAST_FOOT = 540  # high: panels with a foot each; else a foot leaves the body too little

# The least width of a cell in a grid.
WORD_CELL = 300
KEY_CELL = 340
BRANCH_CELL = 340
FACTION_CELL = 360
TERMS_CELL = 220


class CardNeeds(NamedTuple):
    """What a card in the middle of the window needs besides the part of it that scrolls.

    around: margins and buttons; texts: its other lines of text, at text scale 1
    least: what scrolls, in the smallest window
    """

    around: int
    texts: int
    least: int

    def room(self, units_high: float, text_scale: float) -> int:
        """Return the most that the scrolling part may take, in units at the player's text size."""
        scale = max(text_scale, 1.0)
        return round(max(units_high - self.around / scale - self.texts, self.least / scale))


NOTICE_CARD = CardNeeds(around=150, texts=120, least=120)
GUESS_CARD = CardNeeds(around=240, texts=136, least=90)


def zoom_of(size: tuple[int, int], text_scale: float, desktop_scale: float = 1.0) -> float:
    """Return how many pixels a design unit takes in a window.

    size: of the window, pixels; text_scale: the player's own, 1 to 2
    desktop_scale: pixels that the desktop draws for one, so that letters are as large as its own
    """
    fitting = min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1], MOST_ZOOM)
    scale = max(text_scale, 1.0)
    roomy = min(size[0] / LEAST_UNITS[0], size[1] / LEAST_UNITS[1]) / scale
    return max(fitting, min(LEAST_ZOOM * desktop_scale, roomy))
