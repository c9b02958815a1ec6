"""What speaks against an offer, as rows with a sign each."""

from __future__ import annotations

from collections.abc import Iterable

from game.desk.fact import Fact
from game.ui.paint.fonts import Role
from game.ui.widgets.boxes import Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


def caution_rows(cautions: Iterable[Fact]) -> list[Widget]:
    """Each sentence with its sign, small."""
    return [
        Row(
            [
                Icon("warning", 16, caution.tone),
                Label(caution.text, Role.SMALL, caution.tone, grow=1),
            ],
            gap=8,
            align="top",
        )
        for caution in cautions
    ]
