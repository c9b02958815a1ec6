"""What a visit or a payment brings at the player's own home."""

import pytest

from game.desk.own_home import (
    own_group,
    payment_facts,
    reason_facts,
    votes_brought,
    why_useless,
)
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import PayAtHome, WorkAtHome
from game.session.session import Session

PAY = PayAtHome("industry_states")


@pytest.fixture
def session(bargaining: Level) -> Session:
    """Return the first round of a level with a payment at home."""
    return Session(bargaining, 1)


def test_a_visit_brings_exactly_the_votes_it_is_said_to_bring(session: Session) -> None:
    for group in session.view.home.factions:
        again = session.branch()
        action = WorkAtHome(group.id)
        told = votes_brought(again.view, action)
        again.submit(action)
        (after,) = (each for each in again.view.home.factions if each.id == group.id)
        assert after.votes - group.votes == told


def test_what_brings_no_vote_says_why(session: Session, words: Wording) -> None:
    for group in session.view.home.factions:
        action = WorkAtHome(group.id)
        why = why_useless(words, session.view, group, action)
        assert bool(why) is not bool(votes_brought(session.view, action))


def test_a_payment_tells_what_it_wins_and_whom_it_upsets(session: Session, words: Wording) -> None:
    wins, upsets = payment_facts(words, session.view, PAY)
    assert (wins.tone, upsets.tone) == ("good", "bad")
    assert wins.text == words.texts("home.pay.wins.votes", votes="3")
    assert own_group(session.view, "middle").name in upsets.text


def test_every_reason_of_a_group_is_told_with_its_issue(session: Session, words: Wording) -> None:
    for group in session.view.own.home.factions:
        facts = reason_facts(words, group)
        assert len(facts) == len(group.because)
        for issue, fact in zip(group.because, facts, strict=True):
            assert words.issue(issue) in fact.text
