"""Help in steps, from a nudge to the exact change."""

from game.desk.advice import last_refusal, most_pressing, rungs_for
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, Offer, Probe
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

COAL, TRADE = Slot("coal_at_home", "china"), Slot("trade", "usa")
OFFER = Offer("china", (Term(COAL, 2), Term(TRADE, 1)), 50)


def test_advice_goes_from_a_nudge_to_the_term_to_the_exact_change(
    texts: Texts, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1)
    session.submit(OFFER)
    reply, words = session.view.party("china").last_reply, Wording(texts, session.public)
    assert reply is not None
    assert reply.explanation is not None
    best = reply.explanation.changes[0]
    nudge, which, exact = rungs_for(session, words, "china")[-3:]
    issue = words.issue(best.after.slot.issue)
    assert issue not in nudge.text
    assert issue in which.text
    assert words.option(best.after.slot, best.after.option) not in which.text
    assert words.change(best) in exact.text
    assert exact.change == best


def test_advice_before_any_answer_asks_for_a_first_step(texts: Texts, tianjin: Level) -> None:
    session = Session(tianjin, seed=1)
    (only,) = rungs_for(session, Wording(texts, session.public), "china")
    assert only.change is None
    assert only.text == texts("advice.probe", party="China")


def test_advice_without_actions_left_speaks_of_nothing_else(texts: Texts, tianjin: Level) -> None:
    session = Session(tianjin, seed=1)
    while session.view.actions_left:
        session.submit(Probe("china", COAL))
    (only,) = rungs_for(session, Wording(texts, session.public), "china")
    assert only.text == texts("advice.no_actions")


def test_the_delegation_that_said_no_is_the_most_pressing(glasgow: Level) -> None:
    session = Session(glasgow, seed=1)
    assert most_pressing(session.view) == session.view.parties[0].id
    path = Term(Slot("india_power", "india"), 1)
    while "india_power" not in session.view.open_issues:
        session.submit(Hold())
    session.submit(Offer("india", (path,)))
    india = session.view.party("india")
    assert last_refusal(india) is not None
    assert most_pressing(session.view) == "india"
