"""A counter-offer read against the offer it answers."""

from game.desk.comparison import compare
from game.negotiation.model.packages import Package, Slot, Term

COAL, METHANE, MONEY, TRADE = (Slot(issue, "x") for issue in ("coal", "methane", "money", "trade"))


def test_every_slot_says_what_became_of_it_and_what_is_left_out_comes_last():
    offer = Package((Term(COAL, 1), Term(METHANE, 2), Term(MONEY, 1)))
    counter = Package((Term(COAL, 1), Term(METHANE, 1), Term(TRADE, 3)))
    rows = compare(offer, counter)
    assert [(row.slot.issue, row.kind) for row in rows] == [
        ("methane", "changed"),
        ("trade", "added"),
        ("coal", "same"),
        ("money", "dropped"),
    ]


def test_equal_packages_differ_nowhere():
    package = Package((Term(COAL, 1),))
    assert [row.kind for row in compare(package, package)] == ["same"]
