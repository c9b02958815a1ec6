"""What an envoy hears before an offer goes out, and why one cannot go."""

from game.desk.cautions import cautions, own_costs, why_not_send
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Offer
from game.negotiation.model.packages import NO_TERMS, Package
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts
from tests.bargaining_level import OWN_LINE

LOANS, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
TARGET = Slot("us_target", "usa")
MODEST = Package((Term(LOANS, 1), Term(TRADE, 1)))


def test_ones_own_red_line_and_ones_own_vote_are_named_before_sending(
    texts: Texts, bargaining: Level
) -> None:
    session = Session(bargaining, 1)
    words = Wording(texts, session.public)
    terms = (Term(LOANS, 1), Term(TRADE, 3), Term(TARGET, 3))
    said = " ".join(fact.text for fact in cautions(session, words, Offer("china", terms)))
    assert str(OWN_LINE["said"]) in said
    assert "US Senate" in said
    assert not session.home_with(terms).passes
    assert cautions(session, words, Offer("china", MODEST)) == []


def test_asking_and_giving_nothing_is_cautioned_against(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words = Wording(texts, session.public)
    (only,) = cautions(session, words, Offer("china", (Term(LOANS, 1),)))
    assert (only.text, only.tone) == (texts("caution.asks_only", party="China"), "warn")


def test_giving_without_asking_is_told_as_a_loss_in_points(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words, gift = Wording(texts, session.public), Offer("china", (Term(TRADE, 1),))
    (long,), (short,) = (
        own_costs(session, words, gift, in_short=in_short) for in_short in (False, True)
    )
    assert long.tone == short.tone == "warn"
    assert len(short.text) < len(long.text)


def test_a_package_is_sent_once_a_round_and_never_empty(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words = Wording(texts, session.public)
    assert why_not_send(words, session.view, "china", NO_TERMS) == texts("table.empty")
    assert why_not_send(words, session.view, "china", MODEST) == ""
    session.submit(Offer("china", MODEST))
    assert why_not_send(words, session.view, "china", MODEST) == texts(
        "table.already", party="China"
    )
