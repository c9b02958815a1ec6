"""What an offer may hang on: what a third delegation can still promise."""

from game.desk.conditions import possible_conditions
from game.levels.loader import Level
from game.negotiation.model.actions import Offer
from game.negotiation.model.ledger import Ledger, Promise
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session

TRADE, METHANE = Slot("trade", "usa"), Slot("methane", "eu")


def test_an_offer_hangs_only_on_what_a_third_delegation_can_still_promise(glasgow: Level) -> None:
    session = Session(glasgow, 1)
    terms = possible_conditions(session.public, session.view, "china")
    assert Term(METHANE, 1) in terms
    assert {term.slot.giver for term in terms}.isdisjoint({"usa", "china"})
    assert "forests" not in {term.slot.issue for term in terms}, "its door opens later"
    for term in terms:
        offer = Offer("china", (Term(TRADE, 1),), None, term)
        session.rules.apply(session.state, session.seat, offer)


def test_a_promise_that_was_made_is_no_condition_any_more(glasgow: Level) -> None:
    session = Session(glasgow, 1)
    made = Ledger([Promise(Term(METHANE, 1), "usa", 0, 6)])
    view = session.view._replace(ledger=made)
    left = possible_conditions(session.public, view, "china")
    assert [term.option for term in left if term.slot == METHANE] == [2]
