"""A package beside the one it answers, as rows."""

from __future__ import annotations

from game.desk.comparison import Difference, compare
from game.desk.wording import Wording
from game.negotiation.model.scenario import Package
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.widgets.boxes import Column, Flow, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


def difference_rows(words: Wording, offer: Package, instead: Package) -> list[Widget]:
    """Every slot of either package: what is new or changed, what is kept, what is left out."""
    return [_row(words, each) for each in compare(offer, instead)]


def _row(words: Wording, row: Difference) -> Widget:
    texts = words.texts
    if row.kind == "dropped":
        option = words.option(row.slot, row.offered or 0)
        icon, ink = Sign("cross", "muted")
        note = texts("reply.counter.dropped")
    else:
        option = words.option(row.slot, row.countered or 0)
        icon, ink = Sign("check", "good") if row.kind == "same" else Sign("next", "warn")
        before = words.option(row.slot, row.offered or 0)
        is_asked = row.kind == "same" and row.slot.giver != words.public.you
        note = texts(f"reply.counter.{'asked' if is_asked else row.kind}", before=before)
    said = Label(option, Role.STRONG, "muted" if row.kind == "dropped" else "text")
    lines = [
        Label(words.slot(row.slot), Role.SMALL, "muted"),
        Flow([said, Label(note, Role.SMALL, ink)], gap=8),
    ]
    return Row([Icon(icon, 20, ink), Column(lines, gap=0, grow=1)], gap=10, align="top")
