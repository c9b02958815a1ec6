"""The goals of the level and how far each is met, for every screen of a game."""

from __future__ import annotations

from game.desk.goals import GoalLine, GoalStatus, goals_now
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Flow, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget

SIGNS: dict[GoalStatus, Sign] = {
    "met": Sign("check", "good"),
    "open": Sign("ring", "warn"),
    "lost": Sign("cross", "bad"),
}


def goal_label(goal: GoalLine, role: Role = Role.SMALL) -> Widget:
    """Its sign and its words."""
    icon, ink = SIGNS[goal.status]
    return Row([Icon(icon, 16, ink), Label(goal.text, role)], gap=4, align="middle")


def goals_line(screen: GameScreen) -> Widget:
    """All goals beside each other, as long as there is room."""
    title = Label(screen.texts("briefing.goals"), Role.LABEL, "muted")
    goals = goals_now(screen.session, screen.words)
    return Flow([title, *map(goal_label, goals)], gap=16, key="goals")
