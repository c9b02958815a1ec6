"""The goals of the level and how far each is met, for every screen of a game."""

from __future__ import annotations

from dataclasses import dataclass

from game.climate.outcome import Outcome
from game.desk.rounding import cut_needed, cut_told
from game.negotiation.rules.scoring import has_broken, is_cut_enough
from game.ui.paint.fonts import Role
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Flow, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget

SIGNS = {"check": "good", "ring": "warn", "cross": "bad"}


@dataclass(frozen=True)
class GoalLine:
    """A goal in words, with what there is and what is needed.

    icon: "check" where it is reached, "ring" where it is not yet, "cross" where it is lost
    """

    text: str
    icon: str

    @property
    def colour(self) -> str:
        """The colour of its sign."""
        return SIGNS[self.icon]


def goals_now(screen: GameScreen) -> tuple[GoalLine, ...]:
    """All that a level asks for, as things stand."""
    return joins_goal(screen), cut_goal(screen, screen.session.now), home_goal(screen)


def joins_goal(screen: GameScreen) -> GoalLine:
    """Count the deals in force, of those that must join: none joins without one."""
    view = screen.session.view
    have, need = view.deals_in_force, view.goals.joins
    return GoalLine(screen.texts("goals.joins", have=have, need=need), _sign(have >= need))


def cut_goal(screen: GameScreen, then: Outcome, key: str = "goals.cut") -> GoalLine:
    """Tell what an outcome takes off 2030, of what the deals must take off.

    key: a sentence with the fields `have` and `need`, in GtCO2e
    """
    session, texts, goals = screen.session, screen.texts, screen.session.view.goals
    have = session.before.in_2030_gtco2e - then.in_2030_gtco2e
    told, need = cut_told(have, goals, texts), cut_needed(goals, texts)
    return GoalLine(texts(key, have=told, need=need), _sign(is_cut_enough(goals, have)))


def home_goal(screen: GameScreen) -> GoalLine:
    """Return whether all promises would pass at home; a broken promise stays broken."""
    session, words = screen.session, screen.words
    if has_broken(session.view.ledger, session.view.you):
        return GoalLine(screen.texts("goals.broken"), "cross")
    home = session.view.home
    votes, mark = words.votes(home.votes, home.pass_mark), words.mark(home.pass_mark)
    return GoalLine(screen.texts("goals.home", votes=votes, mark=mark), _sign(home.passes))


def goal_label(goal: GoalLine, role: Role = Role.SMALL) -> Widget:
    """Its sign and its words."""
    return Row([Icon(goal.icon, 16, goal.colour), Label(goal.text, role)], gap=4, align="middle")


def goals_line(screen: GameScreen) -> Widget:
    """All goals beside each other, as long as there is room."""
    title = Label(screen.texts("briefing.goals"), Role.LABEL, "muted")
    return Flow([title, *map(goal_label, goals_now(screen))], gap=16, key="goals")


def _sign(is_met: bool) -> str:
    return "check" if is_met else "ring"
