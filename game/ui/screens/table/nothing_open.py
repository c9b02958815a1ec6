"""An empty side of the deal table: why there is nothing on it."""

from __future__ import annotations

from game.desk.openings import openings_of
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def nothing_open(screen: GameScreen, giver: str) -> list[Widget]:
    """Return issue by issue when it opens, or that it is closed."""
    texts, openings = screen.texts, openings_of(screen.session, screen.words, giver)
    if not openings:
        about = texts("opening.none.about", party=screen.words.party(giver))
        return [Label(about, Role.BODY, "muted")]
    rows: list[Widget] = [Label(texts("table.nothing"), Role.BODY, "muted")]
    rows += [bullet(each.text, "open" if each.is_ahead else "door") for each in openings]
    return rows
