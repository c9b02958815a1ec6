"""What can be signed now, and what speaks against it."""

from game.desk.on_offer import COUNTER, best_to_sign, on_offer
from game.desk.stakes import own_worth
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Offer, TakeCounter
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")


def test_nothing_can_be_signed_before_an_offer(texts: Texts, tianjin: Level) -> None:
    session = Session(tianjin, 1)
    assert on_offer(session, Wording(texts, session.public), "china", None) == ()
    assert best_to_sign(()) == ""


def test_a_counter_offer_is_signed_as_it_was_made(texts: Texts, tianjin: Level) -> None:
    session = Session(tianjin, 1)
    session.submit(Offer("china", (Term(COAL, 1), Term(TRADE, 1))))
    (offer,) = on_offer(session, Wording(texts, session.public), "china", None)
    assert (offer.key, offer.action) == (COUNTER, TakeCounter("china"))
    assert offer.terms == session.view.party("china").counter
    assert offer.worth == own_worth(session, "china", offer.terms)
    assert best_to_sign((offer,)) == ("" if offer.cautions else COUNTER)


def test_what_fails_at_home_is_not_the_best_to_sign(texts: Texts, tianjin: Level) -> None:
    session = Session(tianjin, 1)
    coal_at_home = Term(Slot("coal_at_home", "china"), 2)
    session.submit(Offer("china", (Term(COAL, 2), coal_at_home, Term(TRADE, 1))))
    (offer,) = on_offer(session, Wording(texts, session.public), "china", None)
    assert not session.home_with(offer.terms).passes
    assert offer.cautions[0].tone == "bad"
    assert best_to_sign((offer,)) == ""
