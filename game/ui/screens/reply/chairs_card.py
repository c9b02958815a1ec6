"""The chair's card: one package that both sides would prefer."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.wording import Wording
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import heading
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


def chairs_card(
    words: Wording, delegation: str, body: Sequence[Widget], *, after_deal: bool
) -> Widget:
    """Title, what the chair says, and the rows of the card.

    after_deal: the card goes further than a deal just struck, not beside a counter-offer
    """
    texts = words.texts
    key = "card.about_deal" if after_deal else "card.about"
    about = texts(key, party=words.party(delegation))
    said = Row([Icon("chair", 24, "good"), Label(about, Role.QUOTE, grow=1)], gap=10, align="top")
    return Column([heading(texts("card.title"), colour="good"), said, *body], gap=10)
