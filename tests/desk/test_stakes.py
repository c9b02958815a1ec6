"""What a package would do for the player, and how it is told."""

from dataclasses import replace

import pytest

from game.desk.stakes import own_worth, stakes_of, stakes_told
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.packages import Package
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts

LOANS, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
TARGET = Slot("us_target", "usa")


def test_a_linked_pair_adds_its_believed_points_to_the_worth(bargaining: Level) -> None:
    session = Session(bargaining, 1)
    loans, trade = (Term(LOANS, 1),), (Term(TRADE, 1),)
    apart = [own_worth(session, "china", terms) for terms in (loans, trade)]
    together = own_worth(session, "china", (*loans, *trade))
    assert together is not None
    assert None not in apart
    assert together - sum(worth or 0 for worth in apart) == 1000, (
        "2 points at a credibility of half"
    )


def test_stakes_count_what_a_third_delegation_would_have_promised(glasgow: Level) -> None:
    session, terms = Session(glasgow, 1), (Term(LOANS, 1), Term(TRADE, 1))
    without = stakes_of(session, "china", terms)
    with_it = stakes_of(session, "china", Package(terms), Term(Slot("methane", "africa"), 2))
    assert with_it.emissions_2030_gtco2e == pytest.approx(
        without.emissions_2030_gtco2e - 0.28, abs=0.01
    )
    assert with_it.warming_2100_c < without.warming_2100_c


def test_a_change_is_not_said_where_it_is_the_figure_itself(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words = Wording(texts, session.public)
    now, then = stakes_of(session, "china"), stakes_of(session, "china", (Term(TARGET, 1),))
    assert now.worth == 0
    for before, is_told in ((now, False), (replace(now, worth=500), True)):
        assert (stakes_told(words, then, before)[0].change is not None) is is_told


def test_less_warming_is_good_and_fewer_votes_are_bad(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    words = Wording(texts, session.public)
    now, then = stakes_of(session, "china"), stakes_of(session, "china", (Term(TARGET, 3),))
    assert then.votes < now.votes
    _, votes, emissions, warming = stakes_told(words, then, now)
    tones = [line.change.tone for line in (votes, emissions, warming) if line.change is not None]
    assert tones == ["bad", "good", "good"]
    assert votes.is_enough is then.passes


def test_alone_the_stakes_say_no_change(texts: Texts, glasgow: Level) -> None:
    session = Session(glasgow, 1)
    lines = stakes_told(Wording(texts, session.public), stakes_of(session, "china"))
    assert len(lines) == 4
    assert all(line.change is None for line in lines)
