"""What can be done in a round besides an offer, and why something cannot be done."""

import pytest

from game.desk.possible_actions import (
    limits,
    may_press,
    may_probe,
    may_seek_backing,
    may_tie_hands,
    own_issues,
    probes,
    public_calls,
    requests_for_backing,
    why_none,
    why_not,
)
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import TieHands
from game.negotiation.model.scenario import Slot
from game.session.session import Session


@pytest.fixture
def session(glasgow: Level) -> Session:
    """Return the first round of the second level."""
    return Session(glasgow, 1)


def test_at_first_everything_may_be_done(session: Session) -> None:
    assert may_probe(session)
    assert may_press(session)
    assert may_seek_backing(session)
    assert may_tie_hands(session)


def test_with_two_delegations_nobody_can_back_what_is_asked_of_a_third(tianjin: Level) -> None:
    assert not may_seek_backing(Session(tianjin, 1))


def test_a_delegation_is_asked_for_backing_only_on_what_a_third_one_gives(session: Session) -> None:
    for request in requests_for_backing(session, "china"):
        givers = session.public.issue(request.issue).givers
        assert set(givers) - {"china", "usa"}


def test_a_delegation_is_called_on_only_for_what_it_could_give_now(session: Session) -> None:
    called = {call.issue for call in public_calls(session, "china")}
    assert called
    for issue in called:
        assert issue in session.view.open_issues
        assert "china" in session.public.issue(issue).givers
    assert public_calls(session, "islands") == []


def test_sounding_out_reaches_what_opens_later_and_what_is_ones_own(session: Session) -> None:
    slots = {probe.slot for probe in probes(session, "india")}
    assert Slot("india_power", "india") in slots
    assert "india_power" not in session.view.open_issues
    assert any(slot.giver == "usa" for slot in slots)


def test_the_deepest_option_of_an_own_issue_ties_nothing(session: Session) -> None:
    for issue in own_issues(session):
        assert [tie.option for tie in limits(session, issue)] == list(range(len(issue.options) - 1))


def test_what_was_tied_once_says_why_it_cannot_be_tied_again(
    session: Session, words: Wording
) -> None:
    methane = session.public.issue("methane")
    assert why_none(session, words, limits(session, methane)) == ""
    session.submit(TieHands(Slot("methane", "usa"), 0))
    assert why_none(session, words, limits(session, methane))


def test_the_reason_of_the_rules_is_told(session: Session, words: Wording) -> None:
    action = TieHands(Slot("methane", "usa"), 0)
    assert why_not(session, words, action) == ""
    session.submit(action)
    refusal = session.refusal(action)
    assert refusal is not None
    assert why_not(session, words, action) == words.not_allowed(refusal)
