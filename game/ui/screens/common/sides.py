"""Two parts of a page: side by side if there is room, else one below the other."""

from __future__ import annotations

from game.ui.layout import LEAST_TWO_TEXTS
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Row, card
from game.ui.widgets.labels import Rule
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget


def is_wide(stage: Stage) -> bool:
    """Return True if two columns of text can stand side by side."""
    return stage.canvas.units_wide >= LEAST_TWO_TEXTS


def sides(stage: Stage, left: Widget, right: Widget, shares: tuple[int, int] = (1, 1)) -> Widget:
    """Build two cards that scroll apart; one card for both if there is no room."""
    offsets = stage.offsets
    if not is_wide(stage):
        both = Column([left, Rule(), right], gap=16)
        return card(Scroll(both, offsets, key="both"), grow=1)
    cards = [
        card(Scroll(part, offsets, key=key), grow=share)
        for part, key, share in zip((left, right), ("left", "right"), shares, strict=True)
    ]
    return Row(cards, gap=14, grow=1)
