"""The last page of the debrief: what the real parties did, and questions for discussion."""

from __future__ import annotations

from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, heading
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import Column
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


def body(screen: DebriefView) -> Widget:
    """Build the record at the left, the questions at the right."""
    texts, told = screen.texts, screen.session.public.debrief
    names = screen.texts.enumerated(source.name for source in told.sources)
    record = Column(
        [
            heading(texts("debrief.real.title"), colour="warn"),
            Label(told.really, Role.QUOTE),
            Label(texts("debrief.sources", sources=names), Role.SMALL, "muted"),
        ],
        gap=12,
    )
    questions = [bullet(question) for question in told.questions]
    asked = Column([heading(texts("debrief.questions")), *questions], gap=12)
    return sides(screen.stage, record, asked)
