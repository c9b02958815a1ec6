"""Play again: the same level and seat with a new seed."""

from __future__ import annotations

import secrets

from game.ui.screens.common.play import GameScreen
from game.ui.widgets.controls import Button, ButtonKind

SEEDS = 1_000_000


def again_button(screen: GameScreen, kind: ButtonKind = "plain") -> Button:
    """Build the button that begins another game of the level on the screen."""
    texts = screen.texts
    return Button(
        texts("play_again"),
        lambda: _play_again(screen),
        icon="play",
        letter="a",
        kind=kind,
        key="again",
        tip=texts("play_again.tip"),
    )


def _play_again(screen: GameScreen) -> None:
    """Begin; the game that was played stays as it is."""
    session = screen.session
    screen.routes.begin(session.level, secrets.randbelow(SEEDS), session.seat)
