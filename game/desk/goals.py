"""The goals of the level and how far each is met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.climate.outcome import Outcome
from game.desk.rounding import cut_needed, cut_told
from game.desk.wording import Wording
from game.negotiation.rules.scoring import has_broken, is_cut_enough
from game.session.session import Session

GoalStatus = Literal["met", "open", "lost"]


@dataclass(frozen=True)
class GoalLine:
    """A goal in words, with what there is and what is needed; lost is what nothing can mend."""

    text: str
    status: GoalStatus


def goals_now(session: Session, words: Wording) -> tuple[GoalLine, ...]:
    """Return all that a level asks for, as things stand."""
    return (
        joins_goal(session, words),
        cut_goal(session, words, session.now),
        home_goal(session, words),
    )


def joins_goal(session: Session, words: Wording) -> GoalLine:
    """Count the deals in force, of those that must join: none joins without one."""
    view = session.view
    have, need = view.deals_in_force, view.goals.joins
    return GoalLine(words.texts("goals.joins", have=have, need=need), _status(have >= need))


def cut_goal(session: Session, words: Wording, then: Outcome, key: str = "goals.cut") -> GoalLine:
    """Tell what an outcome takes off 2030, of what the deals must take off.

    key: a sentence with the fields `have` and `need`, in GtCO2e
    """
    texts, goals = words.texts, session.view.goals
    have = session.before.in_2030_gtco2e - then.in_2030_gtco2e
    told, need = cut_told(have, goals, texts), cut_needed(goals, texts)
    return GoalLine(texts(key, have=told, need=need), _status(is_cut_enough(goals, have)))


def home_goal(session: Session, words: Wording) -> GoalLine:
    """Return whether all promises would pass at home; a broken promise stays broken."""
    view, texts = session.view, words.texts
    if has_broken(view.ledger, view.you):
        return GoalLine(texts("goals.broken"), "lost")
    votes = words.votes(view.home.votes, view.home.pass_mark)
    mark = words.mark(view.home.pass_mark)
    told = texts(f"goals.home.{view.home.counts}", votes=votes, mark=mark)
    return GoalLine(told, _status(view.home.passes))


def _status(is_met: bool) -> GoalStatus:
    return "met" if is_met else "open"
