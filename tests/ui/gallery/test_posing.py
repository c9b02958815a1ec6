"""Positions that the gallery brings a game to."""

from game.desk.relations import deals_waiting_for, deals_with
from game.negotiation.model.replies import Verdict
from game.ui.gallery.gallery import screen_named
from game.ui.screens.common.play import GameScreen
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level


def test_the_gallery_holds_a_card_where_it_says_so(stage: Stage) -> None:
    level = shipped_level("tianjin")
    for name, verdict in (("what_if", Verdict.COUNTER), ("further", Verdict.ACCEPT)):
        screen = screen_named(name, stage, level)
        assert isinstance(screen, GameScreen)
        (party,) = screen.session.view.parties
        assert party.what_if is not None
        assert party.last_reply is not None
        assert party.last_reply.verdict is verdict


def test_the_gallery_holds_a_waiting_deal_and_a_delegation_that_left(
    stage: Stage,
) -> None:
    glasgow = shipped_level("glasgow")
    waiting = screen_named("waiting_hub", stage, glasgow)
    assert isinstance(waiting, GameScreen)
    view = waiting.session.view
    (deal,) = view.conditional
    assert deals_with(view, deal.delegation) == (deal,)
    assert deals_waiting_for(view, deal.provided.slot.giver) == (deal,)
    gone = screen_named("walked_out", stage, glasgow)
    assert isinstance(gone, GameScreen)
    assert any(party.walked_out for party in gone.session.view.parties)
