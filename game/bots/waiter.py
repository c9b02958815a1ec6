"""A bot that keeps everything for the last round, when others take whatever beats no deal."""

from __future__ import annotations

from game.bots.style import Style
from game.bots.trader import TraderBot


def waiter() -> TraderBot:
    """Return an honest trader who sits out every round but the last."""
    return TraderBot(Style(waits=1.0))
