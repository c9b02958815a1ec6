"""What a package does for the player, as rows of a panel."""

from __future__ import annotations

from collections.abc import Iterable

from game.desk.stakes import StakesLine
from game.ui.paint.fonts import Role
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def stakes_figures(lines: Iterable[StakesLine]) -> Widget:
    """Return a row for each figure: its name, its value, its change."""
    return Column([_figure(line) for line in lines], gap=3)


def _figure(line: StakesLine) -> Widget:
    parts: list[Widget] = [
        Label(line.name, Role.SMALL, "muted", grow=1, tip=line.tip),
        Label(line.value, Role.STRONG, "text" if line.is_enough else "bad"),
    ]
    if line.change is not None:
        parts.append(Label(line.change.text, Role.STRONG, line.change.tone))
    return Row(parts, gap=10)
