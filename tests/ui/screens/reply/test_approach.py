"""A delegation that came of its own accord: its terms open, can be signed, and can be left."""

from game.negotiation.model.actions import Hold, TakeCounter
from game.session.session import Session
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.advice_screen import AdviceScreen
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level


def _approached() -> tuple[Session, str]:
    session = Session(shipped_level("whole_table"), 1)
    other = next(party.id for party in session.view.parties if party.counter is not None)
    return session, other


def test_an_approach_opens_as_an_answer_that_nobody_had_to_ask_for(stage: Stage) -> None:
    session, other = _approached()
    play = Routes(stage).play_of(session)
    stage.show(ReplyScreen(stage, play, other, session.now))
    stage.draw()
    said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    assert play.words.texts("reply.headline.approach", party=play.words.party(other)) in said
    counter = session.view.party(other).counter
    assert counter is not None
    for term in counter:
        assert any(play.words.option(term.slot, term.option) in text for text in said)


def test_advice_after_an_approach_has_something_to_say(stage: Stage) -> None:
    session, other = _approached()
    play = Routes(stage).play_of(session)
    behind = ReplyScreen(stage, play, other, session.now)
    stage.show(AdviceScreen(stage, play, behind, other))
    stage.draw()


def test_an_approach_that_both_homes_pass_can_be_signed() -> None:
    session = Session(shipped_level("whole_table"), 1)
    while not session.finished:
        for party in session.view.parties:
            take = TakeCounter(party.id)
            if party.counter is not None and session.refusal(take) is None:
                session.submit(take)
                assert session.view.party(party.id).has_deal
                return
        session.submit(Hold())
    raise AssertionError("no approach in this game could be signed")
