"""The print button of the debrief: writes the report and says where it is."""

from __future__ import annotations

from game.debrief.debrief import Debrief
from game.debrief.html_report import write_report
from game.paths import user_dir
from game.ui.screens.common.play import GameScreen

FOLDER = "reports"


def print_report(screen: GameScreen, debrief: Debrief) -> None:
    """Write the report under the name of the save; say so if the disk refuses."""
    session, texts = screen.session, screen.texts
    stem = session.path.stem if session.path is not None else session.level.id
    path = user_dir() / FOLDER / f"{stem}.html"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_report(debrief, texts, path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        why = texts("debrief.not_printed.why", path=path, reason=reason)
        screen.say(texts("debrief.not_printed"), [why])
    else:
        lines = [texts("debrief.printed.where", path=path), texts("debrief.printed.how")]
        screen.say(texts("debrief.printed"), lines)
