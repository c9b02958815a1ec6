"""Play again: the same level and seat anew, with other news and other minds."""

from __future__ import annotations

import secrets

from game.ui.screens.notice import Notice
from game.ui.screens.play import GameScreen
from game.ui.widgets.controls import Button

SEEDS = 1_000_000


def again_button(screen: GameScreen, kind: str = "plain") -> Button:
    """The button that begins another game of the level that is played on a screen."""
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
    """Begin; a refusal of the disk is said."""
    from game.ui.screens.begin import begin  # which shows these screens in its turn

    session, stage = screen.session, screen.stage
    try:
        briefing = begin(stage, session.level, secrets.randbelow(SEEDS), session.seat)
    except OSError as problem:
        title = screen.texts("debrief.line.not_begun")
        stage.show(Notice(stage, screen, title, [problem.strerror or str(problem)]))
        return
    stage.show(briefing)
