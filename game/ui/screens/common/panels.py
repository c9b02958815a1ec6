"""Panels side by side, each with a foot that stays in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.layout import LEAST_FOOT, LEAST_PANEL
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column, Padded, Row, card
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget

LEAST_BODY = 160  # of its height, before the screen scrolls as a whole


class Panel(NamedTuple):
    """One panel. foot: what does not scroll away with the body"""

    key: str
    body: Widget
    foot: Widget | None = None


def beside_each_other(stage: Stage, panels: Sequence[Panel]) -> Widget:
    """Return the panels in a row; one below the other where each would be too narrow or too low."""
    if _are_stacked(stage, len(panels)):
        return Column([_whole(panel) for panel in panels], gap=14)
    return Row([_scrolling(stage, panel) for panel in panels], gap=14, grow=1)


def width_of_each(stage: Stage, count: int) -> float:
    """Return the width of each of several panels, in design units."""
    return stage.canvas.units_wide / (1 if _are_stacked(stage, count) else count)


def _are_stacked(stage: Stage, count: int) -> bool:
    canvas = stage.canvas
    return canvas.units_wide < LEAST_PANEL * count or canvas.units_high < LEAST_FOOT


def _whole(panel: Panel) -> Widget:
    rows = [panel.body] if panel.foot is None else [panel.body, panel.foot]
    return Padded(card(Column(rows, gap=10)), pad=0, key=panel.key)


def _scrolling(stage: Stage, panel: Panel) -> Widget:
    least = LEAST_BODY if panel.foot is None else LEAST_BODY // 2
    scroll = Scroll(panel.body, stage.offsets, key=panel.key, least=least)
    return card(scroll if panel.foot is None else Column([scroll, panel.foot], gap=10), grow=1)
