"""What is open with whom is said on the hub and at an empty side of the table."""

import pytest

from game.desk.openings import open_line
from game.negotiation.model.actions import Hold
from game.session.session import Session
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level


@pytest.fixture
def hub(stage: Stage) -> HubScreen:
    """Return the first round of the second level."""
    session = Session(shipped_level("glasgow"), seed=1)
    return HubScreen(stage, Routes(stage).play_of(session))


def _said(stage: Stage) -> str:
    return "\n".join(w.text for w in stage.view.root.walk() if isinstance(w, Label))


def test_the_hub_says_of_every_delegation_what_is_open_with_it(
    stage: Stage, hub: HubScreen
) -> None:
    stage.show(hub)
    for party in hub.session.view.parties:
        assert open_line(hub.session, hub.words, party.id) in _said(stage)


def test_an_empty_side_of_the_table_says_when_which_issue_opens(
    stage: Stage, hub: HubScreen
) -> None:
    stage.show(TableScreen(stage, hub.play, "india"))
    assert "India's power and its date: opens on 21 Sept (UN General Assembly)" in _said(stage)


def test_an_empty_side_of_the_table_says_that_an_issue_has_closed(
    stage: Stage, hub: HubScreen
) -> None:
    while "methane" in hub.session.view.open_issues:
        hub.session.submit(Hold())
    stage.show(TableScreen(stage, hub.play, "africa"))
    assert "Methane pledge: closed" in _said(stage)


def test_a_delegation_with_nothing_to_give_is_said_to_have_nothing(
    stage: Stage, hub: HubScreen
) -> None:
    stage.show(TableScreen(stage, hub.play, "islands"))
    assert stage.texts("opening.none.about", party="Small island states") in _said(stage)
