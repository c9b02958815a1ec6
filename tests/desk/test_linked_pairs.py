"""Pairs of terms that count together for the player's own side."""

from game.desk.draft import Draft
from game.desk.linked_pairs import own_pairs, pair_counts, pair_told, pair_told_beside, pair_tone
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

LOANS, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
TARGET = Slot("us_target", "usa")
DRAFT = Draft({LOANS: 0, TRADE: 0, TARGET: 0}, {LOANS: 2, TRADE: 3, TARGET: 3}, 4)


def test_a_pair_is_on_the_table_where_one_of_its_terms_is(bargaining: Level) -> None:
    view = Session(bargaining, 1).view
    (link,) = own_pairs(view, tuple(DRAFT.agreed))
    assert own_pairs(view, (LOANS,)) == own_pairs(view, (TRADE,)) == [link]
    assert own_pairs(view, (TARGET,)) == []


def test_a_pair_counts_once_both_its_terms_are_far_enough(bargaining: Level) -> None:
    view = Session(bargaining, 1).view
    (link,) = own_pairs(view, (TRADE,))
    apart, both = DRAFT.with_option(LOANS, 1), DRAFT.with_terms([Term(LOANS, 2), Term(TRADE, 1)])
    assert not pair_counts(view, apart, link)
    assert pair_tone(view, apart, link) == "muted"
    assert pair_counts(view, both, link)
    assert pair_tone(view, both, link) == "good"


def test_a_pair_is_told_by_its_points_and_beside_a_term_by_the_other(
    texts: Texts, bargaining: Level
) -> None:
    session = Session(bargaining, 1)
    words, (link,) = Wording(texts, session.public), own_pairs(session.view, (TRADE,))
    assert words.points(link.points) in pair_told(words, link)
    for here, other in ((link.first, link.second), (link.second, link.first)):
        said = pair_told_beside(words, link, here.slot)
        assert words.term(other) in said
        assert words.term(here) not in said


def test_pairs_tell_nothing_of_what_another_seat_links(glasgow: Level) -> None:
    own = Session(glasgow, 1, "usa")
    assert any(each.linkages for each in own.scenario.delegations), "others do link terms"
    assert own_pairs(own.view, own.public.slots_between("usa", "china")) == []
