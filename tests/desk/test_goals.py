"""What must be reached to pass, and where it stands while playing."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from game.climate.outcome import Outcome
from game.desk.goals import cut_goal, goals_now, home_goal, joins_goal
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Offer, TakeCounter
from game.negotiation.model.ledger import Ledger, PromiseStatus
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session

TRADE = Slot("trade", "usa")


@pytest.fixture
def session(tianjin: Level) -> Session:
    """Return the first round of the first level."""
    return Session(tianjin, seed=1)


def _sign(session: Session) -> None:
    session.submit(Offer("china", (Term(Slot("coal_abroad", "china"), 1), Term(TRADE, 1)), 50))
    session.submit(TakeCounter("china"))


def test_before_any_deal_only_the_home_goal_is_met(session: Session, words: Wording) -> None:
    joins, cut, home = goals_now(session, words)
    assert [joins.status, cut.status, home.status] == ["open", "open", "met"]
    assert "0 of 1" in joins.text
    assert "0.00 of 0.45" in cut.text


def test_a_deal_in_force_moves_the_goals(session: Session, words: Wording) -> None:
    _sign(session)
    joins, cut, _ = goals_now(session, words)
    assert joins.status == "met"
    assert "1 of 1" in joins.text
    assert "0.00 of" not in cut.text


def test_the_goals_are_those_of_the_verdict(session: Session, words: Wording) -> None:
    _sign(session)
    result = session.score()
    joins, cut, _ = goals_now(session, words)
    assert f"{result.joined} of" in joins.text
    assert f"{result.cut_2030_gtco2e:.2f}"[:-1] in cut.text
    assert result.passed == (joins.status == cut.status == "met")


def test_a_goal_just_missed_is_not_rounded_into_reach(session: Session, words: Wording) -> None:
    before, need = session.before, session.scenario.goals.cut_2030_gtco2e
    just_short = SimpleNamespace(in_2030_gtco2e=before.in_2030_gtco2e - need + 0.004)
    goal = cut_goal(session, words, cast(Outcome, just_short))
    assert goal.status == "open"
    assert "0.44 of 0.45" in goal.text


def test_a_promise_of_ones_own_that_was_broken_is_a_goal_lost(
    session: Session, words: Wording
) -> None:
    _sign(session)
    broken = [
        replace(promise, status=PromiseStatus.BROKEN) if promise.term.slot == TRADE else promise
        for promise in session.state.ledger
    ]
    session.state = session.state._replace(ledger=Ledger(broken))
    assert home_goal(session, words).status == "lost"
    assert not session.score().passed
    assert "1 of 1" in joins_goal(session, words).text
