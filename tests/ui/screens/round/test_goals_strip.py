"""What must be reached to pass is seen while playing: on the hub and at the deal table."""

from dataclasses import replace

import pytest

from game.desk.goals import cut_goal, goals_now
from game.negotiation.model.actions import Offer, TakeCounter
from game.negotiation.model.ledger import Ledger, PromiseStatus
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.rules.plenary import plenary_vote
from game.session.session import Session
from game.ui.paint.icons import Sign
from game.ui.screens.round.briefing_screen import BriefingScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.round_map import sign_of
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Icon, Label
from tests.sharing import shipped_level

COAL_AT_HOME, TRADE = Slot("coal_at_home", "china"), Slot("trade", "usa")


@pytest.fixture
def hub(stage: Stage) -> HubScreen:
    """Return the first round of the first level."""
    session = Session(shipped_level("tianjin"), seed=1)
    return HubScreen(stage, Routes(stage).play_of(session))


def _said(stage: Stage) -> list[str]:
    return [widget.text for widget in stage.view.root.walk() if isinstance(widget, Label)]


def _signed(hub: HubScreen) -> None:
    hub.session.submit(Offer("china", (Term(Slot("coal_abroad", "china"), 1), Term(TRADE, 1)), 50))
    hub.session.submit(TakeCounter("china"))


def test_the_hub_says_every_goal_and_where_it_stands(stage: Stage, hub: HubScreen) -> None:
    stage.show(hub)
    for goal in goals_now(hub.session, hub.words):
        assert goal.text in _said(stage)


def test_the_table_says_what_all_deals_would_take_off_with_the_draft(
    stage: Stage, hub: HubScreen
) -> None:
    table = TableScreen(stage, hub.play, "china")
    stage.show(table)
    before = cut_goal(hub.session, hub.words, hub.session.now, "goals.cut.short").text
    assert before in _said(stage)
    table._set(COAL_AT_HOME, 1)
    after = cut_goal(
        hub.session, hub.words, hub.session.preview([Term(COAL_AT_HOME, 1)]), "goals.cut.short"
    ).text
    assert after != before
    assert after in _said(stage)


def test_a_deal_stands_on_the_map_though_ones_own_promise_was_broken(hub: HubScreen) -> None:
    _signed(hub)
    state = hub.session.state
    broken = [
        replace(promise, status=PromiseStatus.BROKEN) if promise.term.slot == TRADE else promise
        for promise in state.ledger
    ]
    hub.session.state = state._replace(ledger=Ledger(broken))
    session = hub.session
    _, because = plenary_vote(session.scenario, session.state, "china")
    (party,) = session.view.parties
    assert because != "no_deal"
    assert sign_of(party) == Sign("check", "good")


def test_the_briefing_ticks_off_nothing_that_is_not_done(stage: Stage, hub: HubScreen) -> None:
    stage.show(BriefingScreen(stage, hub.play))
    icons = [w.name for w in stage.view.root.walk() if isinstance(w, Icon)]
    assert "check" not in icons
