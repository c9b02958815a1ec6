"""What ending a round would lose, named before it ends."""

import pytest

from game.desk.round_warnings import answers_waiting, round_warnings
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, Offer, Probe, TakeCounter
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
OFFER = Offer("china", (Term(COAL, 1), Term(TRADE, 1)), 50)


@pytest.fixture
def session(tianjin: Level) -> Session:
    """Return the first round of the first level."""
    return Session(tianjin, seed=1)


def _use_up(session: Session) -> None:
    while session.view.actions_left:
        session.submit(Probe("china", Slot("coal_at_home", "china")))


def test_a_round_in_which_all_is_done_loses_nothing(session: Session, words: Wording) -> None:
    assert round_warnings(session, words).actions_left == 3
    _use_up(session)
    assert not round_warnings(session, words).any


def test_whose_counter_offer_lapses_is_named(session: Session, words: Wording) -> None:
    session.submit(OFFER)
    warnings = round_warnings(session, words)
    assert [(answer.place, answer.delegation) for answer in warnings.answers] == [(0, "china")]
    assert [place for place, _ in answers_waiting(session.view)] == [0]
    assert any("China" in line and "counter-offer" in line for line in warnings.lines(words))


def test_an_answer_that_fails_at_home_is_named_so(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 3)
    words = Wording(texts, session.public)
    asked = (Term(Slot("china_path", "china"), 2), Term(Slot("methane", "china"), 1))
    session.submit(Offer("china", (*asked, Term(TRADE, 1), Term(Slot("us_target", "usa"), 3))))
    counter = session.view.party("china").counter
    assert counter is not None
    assert not session.home_with(counter).passes
    warnings = round_warnings(session, words)
    assert warnings.sound == ()
    about = texts("ending.caution", party="China", why="")
    assert any(line.startswith(about) and "votes" in line for line in warnings.lines(words))


def test_a_promise_that_would_be_broken_is_named_first(session: Session, words: Wording) -> None:
    session.submit(OFFER)
    session.submit(TakeCounter("china"))
    while not round_warnings(session, words).breaking:
        session.submit(Hold())
    own = [promise for promise in session.view.ledger if promise.term.slot.giver == "usa"]
    assert any(promise.due <= session.view.round for promise in own)
    assert not session.view.home.passes
    assert "lose the level" in round_warnings(session, words).lines(words)[0]


def test_where_no_door_closes_and_nothing_lapses_that_is_said(
    session: Session, words: Wording
) -> None:
    closing = session.closing_issues(session.view.round)
    lines = round_warnings(session, words).lines(words)
    assert (lines == [words.texts("hub.hold.closing_none")]) is not bool(closing)
