"""Ends a round, and first names whatever would lapse or break."""

from __future__ import annotations

from functools import partial

from game.desk.round_warnings import RoundWarnings, WaitingAnswer, round_warnings
from game.negotiation.model.actions import Hold
from game.ui.screens.common.notice import Notice
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.controls import Button


def ask_to_end(screen: GameScreen) -> None:
    """End the round; ask before where something would be lost, broken or left unused by it."""
    warnings = round_warnings(screen.session, screen.words)
    if warnings.any:
        screen.stage.show(_question(screen, warnings))
    else:
        _end(screen)


def _question(screen: GameScreen, warnings: RoundWarnings) -> Notice:
    """Build the question; the answer that can be signed or the end, whichever is likely, first."""
    texts, left = screen.texts, warnings.actions_left
    title = texts("hub.hold.sure", n=left) if left else texts("ending.sure")
    answers = {answer: _way_to(screen, answer) for answer in warnings.answers}
    end = Button(texts("hub.hold"), lambda: _end(screen), icon="hold", key="hold")
    lines = warnings.lines(screen.words)
    asked = Notice(screen.stage, screen, title, lines, [*answers.values(), end])
    likely = None if warnings.breaking else end
    if warnings.sound:
        likely = answers[warnings.sound[0]]
    if likely is not None:
        likely.kind = "main"
    asked.first_focus = likely.key if likely is not None else "close"
    return asked


def _way_to(screen: GameScreen, answer: WaitingAnswer) -> Button:
    return Button(
        screen.texts("ending.see", party=screen.words.party(answer.delegation)),
        partial(screen.routes.to_answer, answer.delegation),
        icon="talk",
        key=f"answer{answer.place}",
    )


def _end(screen: GameScreen) -> None:
    if screen.submit(Hold()) is not None:
        screen.routes.after_round()
