"""The package on the table, before it is sent."""

from game.desk.draft import Draft, agreed_options
from game.negotiation.model.scenario import Slot, Term

COAL, METHANE, MONEY = (Slot(issue, "china") for issue in ("coal", "methane", "money"))


def _draft(limit: int = 2) -> Draft:
    slots = (COAL, METHANE, MONEY)
    agreed = agreed_options((Term(COAL, 1), Term(Slot("coal", "eu"), 2)), slots)
    return Draft(agreed, dict.fromkeys(slots, 2), limit)


def test_a_fresh_draft_adds_nothing_to_what_is_agreed():
    assert _draft().package == ()
    assert _draft().option(COAL) == 1


def test_an_agreed_term_can_be_deepened_but_not_taken_back():
    assert _draft().with_option(COAL, 2).package == (Term(COAL, 2),)
    assert _draft().with_option(COAL, 0).option(COAL) == 1


def test_a_full_package_lets_only_its_own_terms_go_deeper():
    full = _draft().with_terms((Term(METHANE, 1), Term(MONEY, 2)))
    assert full.is_full
    assert full.may_deepen(METHANE)
    assert not full.may_deepen(MONEY)
    assert not full.may_deepen(COAL)


def test_terms_of_another_table_are_left_out():
    draft = _draft().with_terms((Term(Slot("coal", "eu"), 2),))
    assert draft.package == ()


def test_clearing_goes_back_to_what_is_agreed():
    assert _draft().with_option(MONEY, 2).cleared().package == ()
