"""What the screens work out before an offer: conditions, cautions, pairs, what it would do."""

from pathlib import Path

import pytest

from game.desk.cautions import cautions
from game.desk.draft import Draft
from game.desk.linked_pairs import own_pairs
from game.desk.relations import deals_waiting_for, deals_with
from game.desk.stakes import own_worth, stakes_of
from game.desk.wording import Words
from game.levels.loader import Level, load_level
from game.negotiation.model.actions import Offer
from game.negotiation.model.events import ConditionalLapsed, DealStruck
from game.negotiation.model.ledger import Ledger, Promise
from game.negotiation.model.packages import Package
from game.negotiation.model.replies import Verdict
from game.negotiation.model.scenario import ShiftKind, Slot, Term
from game.negotiation.model.state import Conditional
from game.paths import builtin_levels_dir
from game.session.public_game import public_game
from game.session.session import Session
from game.texts import Texts
from game.ui.gallery.gallery import screen_named
from game.ui.paint.theme import Colour
from game.ui.screens.common.play import GameScreen
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import play_of
from game.ui.screens.table.conditional_offer import possible
from game.ui.screens.table.pair_notes import pair_notes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget
from tests.ui.bargaining_level import OWN_LINE, bargaining_level

LOANS, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
TARGET = Slot("us_target", "usa")


@pytest.fixture(scope="module")
def glasgow() -> Level:
    return load_level(builtin_levels_dir() / "glasgow")


@pytest.fixture
def bargaining(tmp_path: Path) -> Level:
    return bargaining_level(tmp_path)


def _hub(stage: Stage, session: Session) -> GameScreen:
    return HubScreen(stage, play_of(stage, session))


def test_an_offer_hangs_only_on_what_a_third_delegation_can_still_promise(glasgow: Level) -> None:
    session = Session(glasgow, 1)
    terms = possible(session.public, session.view, "china")
    assert Term(Slot("methane", "eu"), 1) in terms
    assert {term.slot.giver for term in terms}.isdisjoint({"usa", "china"})
    assert "forests" not in {term.slot.issue for term in terms}, "its door opens later"
    for term in terms:
        session.rules.apply(session.state, Offer("china", (Term(TRADE, 1),), None, term))


def test_a_promise_that_was_made_is_no_condition_any_more(glasgow: Level) -> None:
    session, methane = Session(glasgow, 1), Slot("methane", "eu")
    made = Ledger([Promise(Term(methane, 1), "usa", 0, 6)])
    view = session.view._replace(ledger=made)
    left = possible(session.public, view, "china")
    assert [term.option for term in left if term.slot == methane] == [2]


def test_an_answer_says_what_became_of_deals_that_waited_for_it(
    stage: Stage, glasgow: Level
) -> None:
    session = Session(glasgow, 1)
    session.submit(Offer("eu", (Term(Slot("methane", "eu"), 1),)))
    deal = Conditional("china", (Term(TRADE, 1),), Term(Slot("methane", "eu"), 1), 0)
    struck = DealStruck("china", (Promise(Term(TRADE, 1), "china", 0, 4),))
    lapsed = ConditionalLapsed(deal, "no_longer_acceptable")
    play = play_of(stage, session)
    for event in (struck, lapsed):
        stage.show(ReplyScreen(stage, play, "eu", session.now, [event]))
        labels = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
        assert play.words.event(event) in labels


def test_ones_own_red_line_and_ones_own_vote_are_named_before_sending(
    stage: Stage, bargaining: Level
) -> None:
    session = Session(bargaining, 1)
    hub = _hub(stage, session)
    terms = (Term(LOANS, 1), Term(TRADE, 3), Term(TARGET, 3))
    said = " ".join(fact.text for fact in cautions(session, hub.words, Offer("china", terms)))
    assert str(OWN_LINE["said"]) in said
    assert "US Senate" in said
    assert not session.home_with(terms).passes
    modest = (Term(LOANS, 1), Term(TRADE, 1))
    assert cautions(session, hub.words, Offer("china", modest)) == []


def test_asking_and_giving_nothing_is_cautioned_against(stage: Stage, glasgow: Level) -> None:
    hub = _hub(stage, Session(glasgow, 1))
    only_asks = Offer("china", (Term(LOANS, 1),))
    assert [fact.text for fact in cautions(hub.session, hub.words, only_asks)] == [
        stage.texts("caution.asks_only", party="China")
    ]


def test_a_linked_pair_is_named_at_both_its_terms_and_lights_up_when_both_hold(
    texts: Texts, bargaining: Level
) -> None:
    session = Session(bargaining, 1)
    words, view = Words(texts, session.public), session.view
    draft = Draft({LOANS: 0, TRADE: 0, TARGET: 0}, {LOANS: 2, TRADE: 3, TARGET: 3}, 4)
    assert len(own_pairs(view, tuple(draft.agreed))) == 1
    assert own_pairs(view, (TARGET,)) == []
    for slot in (LOANS, TRADE):
        (apart,) = pair_notes(words, view, slot, draft.with_option(slot, 1))
        assert _sign_of(apart) == ("pending", "muted")
        both = draft.with_terms([Term(LOANS, 2), Term(TRADE, 1)])
        (together,) = pair_notes(words, view, slot, both)
        assert _sign_of(together) == ("check", "good")


def _sign_of(note: Widget) -> tuple[str, str | Colour]:
    (icon,) = [w for w in note.walk() if isinstance(w, Icon)]
    return icon.name, icon.colour


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


def test_news_that_closes_or_opens_a_door_says_which(texts: Texts, bargaining: Level) -> None:
    words = Words(texts, public_game(bargaining))
    cards = [news for news in words.public.news if news.shifts]
    closing = next(c for c in cards if c.shifts[0].kind is ShiftKind.CLOSE_ISSUE)
    assert [line for line, _ in words.doors(closing)] == [
        texts("news.closes", issue="Coal power China pays for abroad")
    ]
    opening = next(c for c in cards if c.shifts[0].kind is ShiftKind.OPEN_ISSUE)
    assert len(words.doors(opening)) == 1, "the votes it moves are no door"


def test_the_gallery_holds_a_card_where_it_says_so(stage: Stage) -> None:
    level = load_level(builtin_levels_dir() / "tianjin")
    for name, verdict in (("what_if", Verdict.COUNTER), ("further", Verdict.ACCEPT)):
        screen = screen_named(name, stage, level)
        assert isinstance(screen, GameScreen)
        (party,) = screen.session.view.parties
        assert party.what_if is not None
        assert party.last_reply is not None
        assert party.last_reply.verdict is verdict


def test_the_gallery_holds_a_waiting_deal_and_a_delegation_that_left(
    stage: Stage, glasgow: Level
) -> None:
    waiting = screen_named("waiting_hub", stage, glasgow)
    assert isinstance(waiting, GameScreen)
    view = waiting.session.view
    (deal,) = view.conditional
    assert deals_with(view, deal.delegation) == (deal,)
    assert deals_waiting_for(view, deal.provided.slot.giver) == (deal,)
    gone = screen_named("walked_out", stage, glasgow)
    assert isinstance(gone, GameScreen)
    assert any(party.walked_out for party in gone.session.view.parties)
