"""Keeps everything for the last round, when the others take whatever beats no deal."""

from __future__ import annotations

from game.bots.style import Style
from game.bots.trader import TraderBot


def waiter() -> TraderBot:
    """Return an honest trader who sits out every round but the last."""
    return TraderBot(Style(waits=1.0))
