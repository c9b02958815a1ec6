"""An answer on which deals with others waited."""

from game.negotiation.model.actions import Offer
from game.negotiation.model.events import ConditionalLapsed, DealStruck
from game.negotiation.model.ledger import Promise
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.model.state import Conditional
from game.session.session import Session
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level

TRADE = Slot("trade", "usa")


def test_an_answer_says_what_became_of_deals_that_waited_for_it(
    stage: Stage,
) -> None:
    session = Session(shipped_level("glasgow"), 1)
    session.submit(Offer("eu", (Term(Slot("methane", "eu"), 1),)))
    deal = Conditional("china", "usa", (Term(TRADE, 1),), Term(Slot("methane", "eu"), 1), 0)
    struck = DealStruck("china", "usa", (Promise(Term(TRADE, 1), "china", 0, 4),))
    lapsed = ConditionalLapsed(deal, "no_longer_acceptable")
    play = Routes(stage).play_of(session)
    for event in (struck, lapsed):
        stage.show(ReplyScreen(stage, play, "eu", session.now, [event]))
        labels = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
        assert play.words.event(event) in labels
