"""How matters stand with a delegation."""

import pytest

from game.desk.relations import (
    asks_again_in,
    at_a_glance,
    deals_waiting_for,
    deals_with,
    face_told,
    has_something_to_sign,
    relation_facts,
    warning_about,
    when_again,
)
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.scenario import Package, Slot, Term
from game.negotiation.model.state import Conditional
from game.negotiation.seats.observation import Observation, PartyView
from game.session.session import Session

COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
DEAL = Conditional("china", "usa", Package((Term(TRADE, 1),)), Term(Slot("methane", "eu"), 1), 0)


@pytest.fixture
def session(glasgow: Level) -> Session:
    """Return the first round of the second level."""
    return Session(glasgow, 1)


def _china(view: Observation, **changed: object) -> PartyView:
    return view.party("china")._replace(**changed)  # type: ignore[arg-type]


def test_of_a_delegation_that_heard_nothing_nothing_is_out_of_the_way(
    session: Session, words: Wording
) -> None:
    china = session.view.party("china")
    assert relation_facts(words, session.view, china) == []
    assert warning_about(words, china) is None
    assert face_told(words, china) == ""
    assert at_a_glance(session, words, china) == [
        words.texts("hub.no_deal"),
        words.texts("opening.open", n=3),
    ]


def test_a_delegation_that_left_is_told_before_all_else(session: Session, words: Wording) -> None:
    gone = _china(session.view, walked_out=True, slights=2)
    assert relation_facts(words, session.view, gone)[0].tone == "bad"
    warning = warning_about(words, gone)
    assert warning is not None
    assert warning.text == words.texts("standing.gone.about", party="China")


def test_offers_that_gave_nothing_are_counted_against_the_limit(
    session: Session, words: Wording
) -> None:
    warning = warning_about(words, _china(session.view, slights=2))
    assert warning is not None
    assert warning.tone == "warn"
    assert warning.text == words.texts("standing.slights.about", party="China", n=2, limit=3)


def test_a_deal_that_waits_is_told_with_both_delegations(session: Session, words: Wording) -> None:
    view = session.view._replace(conditional=(DEAL,))
    assert deals_with(view, "china") == deals_waiting_for(view, "eu") == (DEAL,)
    assert deals_with(view, "eu") == deals_waiting_for(view, "china") == ()
    (with_it,) = relation_facts(words, view, view.party("china"))
    (for_it,) = relation_facts(words, view, view.party("eu"))
    assert with_it.text == words.waits(DEAL)
    assert "China" in for_it.text


def test_a_counter_offer_is_something_to_sign(session: Session, words: Wording) -> None:
    session.submit(Offer("china", (Term(COAL, 1), Term(TRADE, 1))))
    china = session.view.party("china")
    assert china.counter is not None
    assert has_something_to_sign(china)
    told = [fact.text for fact in relation_facts(words, session.view, china)]
    assert words.texts("hub.counter_waits") in told


def test_the_next_offer_can_be_put_in_the_next_round_and_after_the_last_in_none(
    session: Session, words: Wording
) -> None:
    assert asks_again_in(session.view) == 1
    assert words.day(1) in when_again(words, session.view, "china")
    while session.view.round < session.view.rounds - 1:
        session.submit(Hold())
    assert asks_again_in(session.view) is None
    assert when_again(words, session.view, "china") == words.texts("reply.again.never")


def test_face_is_told_where_it_is_hurt_or_covered(session: Session, words: Wording) -> None:
    hurt, covered = (face_told(words, _china(session.view, face=face)) for face in (1500, -500))
    assert "1.5" in hurt
    assert words.texts("hub.face.cover") in covered
