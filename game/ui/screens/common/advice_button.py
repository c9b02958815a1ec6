"""The button that asks for help, for every screen that offers advice."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.advice import most_pressing
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.controls import Button


def advice_button(
    screen: GameScreen, delegation: str = "", before: Callable[[], None] | None = None
) -> Button:
    """Ask for help about a delegation, or about the one that matters most now.

    before: what is put away first
    """

    def advise() -> None:
        if before is not None:
            before()
        screen.routes.to_advice(screen, delegation or most_pressing(screen.session.view))

    return Button(
        screen.texts("advice.open"),
        advise,
        icon="hint",
        letter="v",
        kind="quiet",
        tip=screen.texts("advice.tip"),
        key="advice",
    )
