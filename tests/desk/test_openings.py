"""What is open with whom, and when what is closed opens."""

import pytest

from game.desk.openings import open_line, openings_of
from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Hold
from game.session.session import Session


@pytest.fixture
def session(glasgow: Level) -> Session:
    """Return the first round of the second level."""
    return Session(glasgow, seed=1)


def test_a_delegation_is_told_by_how_many_of_its_issues_are_open(
    session: Session, words: Wording
) -> None:
    assert open_line(session, words, "china") == words.texts("opening.open", n=3)
    assert open_line(session, words, "islands") == words.texts("opening.none")


def test_where_nothing_is_open_the_next_issue_to_open_is_named(
    session: Session, words: Wording
) -> None:
    assert open_line(session, words, "india") == "opens on 21 Sept: India's power and its date"
    told = openings_of(session, words, "india")
    line = "India's power and its date: opens on 21 Sept (UN General Assembly)"
    assert [each.text for each in told if each.is_ahead] == [line]


def test_an_issue_that_has_closed_does_not_open_again(session: Session, words: Wording) -> None:
    while "methane" in session.view.open_issues:
        session.submit(Hold())
    (methane,) = openings_of(session, words, "africa")
    assert (methane.text, methane.is_ahead) == ("Methane pledge: closed", False)
    assert open_line(session, words, "africa") == words.texts("opening.all_closed")


def test_a_delegation_with_nothing_to_give_has_no_openings(
    session: Session, words: Wording
) -> None:
    assert openings_of(session, words, "islands") == ()
