"""Ending a round: what would be lost is said first, and afterwards that it is gone."""

from dataclasses import replace

import pygame
import pytest

from game.desk.news_strip import latest_lines
from game.negotiation.model.actions import (
    Hold,
    Offer,
    PressInPublic,
    Probe,
    TakeCounter,
    TalkPrivately,
)
from game.negotiation.model.events import (
    CounterLapsed,
    CounterWithdrawn,
    FaceMoved,
    NewsForecast,
    PromiseSettled,
    RoundBegan,
)
from game.negotiation.model.ledger import Promise, PromiseStatus
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.ui.input.settings import Settings
from game.ui.screens.common.notice import Notice
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round import actions_menu as ways
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.end_of_round import ask_to_end
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level
from tests.ui.checking import faults_of

COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
OFFER = Offer("china", (Term(COAL, 1), Term(TRADE, 1)), 50)


@pytest.fixture
def hub(stage: Stage) -> HubScreen:
    """Return the first round of the first level."""
    session = Session(shipped_level("tianjin"), seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    return hub


def _use_up(hub: HubScreen) -> None:
    while hub.session.view.actions_left:
        hub.session.submit(Probe("china", Slot("coal_at_home", "china")))


def _after_an_offer(hub: HubScreen) -> HubScreen:
    """Return the hub once China has made a counter-offer."""
    hub.session.submit(OFFER)
    assert hub.session.view.party("china").counter
    back = HubScreen(hub.stage, hub.play)
    hub.stage.show(back)
    return back


def _main_button(stage: Stage) -> str:
    (main,) = [w for w in stage.view.root.walk() if isinstance(w, Button) and w.kind == "main"]
    return main.key


def test_a_round_in_which_nothing_is_lost_just_ends(stage: Stage, hub: HubScreen) -> None:
    _use_up(hub)
    ask_to_end(hub)
    assert isinstance(stage.screen, CableScreen)
    assert hub.session.view.round == 1


def test_unused_actions_are_asked_about_as_before(stage: Stage, hub: HubScreen) -> None:
    ask_to_end(hub)
    assert isinstance(stage.screen, Notice)
    assert "3 actions unused" in stage.screen.title
    assert stage.screen.first_focus == "hold"


def test_the_question_names_whose_counter_offer_lapses_and_leads_to_it(
    stage: Stage, hub: HubScreen
) -> None:
    hub = _after_an_offer(hub)
    ask_to_end(hub)
    assert isinstance(stage.screen, Notice)
    assert any("China" in line and "counter-offer" in line for line in stage.screen.lines)
    assert stage.screen.buttons[0].key == "answer0"
    stage.screen.buttons[0].activate()
    assert isinstance(stage.screen, ReplyScreen)


def test_an_answer_that_fails_at_home_is_named_so_and_not_what_enter_leads_to(
    stage: Stage,
) -> None:
    level = shipped_level("glasgow")
    session = Session(level, 3)
    path, methane = Slot("china_path", "china"), Slot("methane", "china")
    given = (Term(Slot("trade", "usa"), 1), Term(Slot("us_target", "usa"), 3))
    session.submit(Offer("china", (Term(path, 2), Term(methane, 1), *given)))
    counter = session.view.party("china").counter
    assert counter is not None
    assert not session.home_with(counter).passes
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    ask_to_end(hub)
    assert isinstance(stage.screen, Notice)
    about = stage.texts("ending.caution", party="China", why="")
    assert any(line.startswith(about) and "votes" in line for line in stage.screen.lines)
    assert stage.screen.first_focus == "hold"
    assert _main_button(stage) == "hold"


def test_a_promise_that_would_be_broken_by_ending_the_round_is_named_first(
    stage: Stage, hub: HubScreen
) -> None:
    hub = _after_an_offer(hub)
    hub.session.submit(TakeCounter("china"))
    while not _is_due_and_fails(hub.session):
        hub.session.submit(Hold())
    hub = HubScreen(stage, hub.play)
    stage.show(hub)
    ask_to_end(hub)
    assert isinstance(stage.screen, Notice)
    assert stage.screen.lines[0] in {_breaks(hub, promises) for promises in (1, 2, 3)}
    assert stage.screen.first_focus == "close"
    hub.session.submit(Hold())
    stage.show(HubScreen(stage, hub.play))
    said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    assert stage.texts("goals.broken") in said


def _breaks(hub: HubScreen, promises: int) -> str:
    home = hub.session.view.home
    votes = hub.words.votes(home.votes, home.pass_mark)
    mark = hub.words.mark(home.pass_mark)
    return hub.texts(
        f"ending.breaks.{home.counts}", n=promises, body=home.body, votes=votes, mark=mark
    )


def _is_due_and_fails(session: Session) -> bool:
    own = [promise for promise in session.view.ledger if promise.term.slot.giver == "usa"]
    return any(p.due <= session.view.round for p in own) and not session.view.home.passes


def test_what_was_offered_and_is_taken_back_under_pressure_is_said(
    stage: Stage, hub: HubScreen
) -> None:
    hub = _after_an_offer(hub)
    ways._do(hub, PressInPublic("china", "coal_at_home"))
    assert isinstance(stage.screen, Notice)
    withdrawn = hub.words.event(CounterWithdrawn("china", "usa", "pressed"))
    assert withdrawn in stage.screen.lines
    assert CounterLapsed("china", "usa") not in hub.session.submit(Hold())


def test_a_talk_with_nothing_to_mend_hurts_nothing(stage: Stage, hub: HubScreen) -> None:
    (moved,) = [e for e in hub.session.submit(TalkPrivately("china")) if isinstance(e, FaceMoved)]
    assert moved.change == 0
    because = hub.texts("because.private_talk")
    whole = hub.texts("event.face.whole", party="China", because=because)
    assert hub.words.event(moved) == whole


def test_without_actions_left_none_are_spoken_of(stage: Stage, hub: HubScreen) -> None:
    hub = _after_an_offer(hub)
    _use_up(hub)
    ask_to_end(hub)
    assert isinstance(stage.screen, Notice)
    assert stage.screen.title == stage.texts("ending.sure")


def test_the_main_button_is_the_answer_that_waits_then_the_end_of_the_round(
    stage: Stage, hub: HubScreen
) -> None:
    hub = _after_an_offer(hub)
    _use_up(hub)
    stage.refresh()
    assert _main_button(stage) == "answer0"
    assert stage.view.focus_key == "answer0"
    hub.session.submit(TakeCounter("china"))
    stage.show(HubScreen(stage, hub.play))
    assert _main_button(stage) == "hold"


def test_after_the_round_the_latest_line_says_that_the_counter_offer_lapsed(
    hub: HubScreen,
) -> None:
    texts, session = hub.texts, hub.session
    came = f"{texts('reply.headline.counter', party='China')}."
    lapsed = texts("event.counter.lapsed", party="China")
    session.submit(OFFER)
    assert came in hub.play.latest()
    session.submit(Hold())
    latest = hub.play.latest()
    assert lapsed in latest
    assert came not in latest


def test_a_counter_offer_that_was_signed_never_lapses(hub: HubScreen) -> None:
    hub.session.submit(OFFER)
    hub.session.submit(TakeCounter("china"))
    hub.session.submit(Hold())
    lapsed = hub.texts("event.counter.lapsed", party="China")
    assert lapsed not in latest_lines(hub.session.turns, hub.words, 99)


def _cable(hub: HubScreen) -> list[str]:
    """Return what the cable says that has just come."""
    hub.stage.show(CableScreen(hub.stage, hub.play))
    return [w.text for w in hub.stage.view.root.walk() if isinstance(w, Label)]


def test_the_cable_names_each_counter_offer_that_lapsed_once(hub: HubScreen) -> None:
    hub.session.submit(OFFER)
    hub.session.submit(Hold())
    lapsed = hub.texts("event.counter.lapsed", party="China")
    assert _cable(hub).count(lapsed) == 1
    hub.session.submit(Hold())
    assert lapsed not in _cable(hub)


def _said_of_the_past(hub: HubScreen) -> list[str]:
    cable = CableScreen(hub.stage, hub.play)
    hub.stage.show(cable)
    past = cable._past()
    said = [w.text for w in past.walk() if isinstance(w, Label)]
    return said[said.index(hub.texts("cable.news")) + 1 :]


def test_the_cable_says_that_nothing_happened_exactly_where_nothing_did(stage: Stage) -> None:
    session = Session(shipped_level("glasgow"), seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    quiet = hub.texts("cable.quiet")
    assert quiet not in _cable(hub)  # the game has just begun
    session.submit(Hold())
    seen = set()
    while not session.finished:
        told = _said_of_the_past(hub)
        assert told  # no heading stands over nothing
        events = session.turns[-1].events
        happened = any(not isinstance(e, NewsForecast | RoundBegan) for e in events)
        assert (quiet in told) is not happened
        seen.add(happened)
        session.submit(Hold())
    assert any(seen)


def test_a_promise_to_several_that_falls_due_is_told_once_with_all_of_them(stage: Stage) -> None:
    session = Session(shipped_level("glasgow"), seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    term = Term(Slot("us_target", "usa"), 2)
    settled = tuple(
        PromiseSettled(Promise(term, to, 0, 1, PromiseStatus.KEPT))
        for to in ("china", "eu", "africa")
    )
    session.submit(Hold())
    session.turns[-1] = replace(session.turns[-1], events=(*settled, RoundBegan(1)))
    told = _said_of_the_past(hub)
    names = [session.scenario.delegation(party).name for party in ("china", "eu", "africa")]
    lines = [line for line in told if hub.words.term(term) in line]
    assert len(lines) == 1
    assert all(name in lines[0] for name in names)
    assert hub.texts("cable.quiet") not in told
    strip = latest_lines(session.turns, hub.words, 6)
    assert [line for line in strip if hub.words.term(term) in line] == lines


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_six_answers_at_once_still_have_room(stage: Stage, scale: float) -> None:
    stage.change_settings(Settings(text_scale=scale, hints=False))
    stage.resize(pygame.display.set_mode((960, 540)))
    level = shipped_level("glasgow")
    session = Session(level, seed=1)
    session.state = session.state._replace(
        standings=tuple(
            standing._replace(counter=(), what_if=(Term(TRADE, 1),))
            for standing in session.state.standings
        ),
    )
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    ask_to_end(hub)
    stage.draw()
    assert isinstance(stage.screen, Notice)
    assert len(stage.screen.buttons) == 7
    assert faults_of(stage.view) == []


def test_a_place_in_lower_case_gets_a_capital_at_the_head_of_a_line(stage: Stage) -> None:
    session = Session(shipped_level("glasgow"), seed=1)
    for _ in range(3):
        session.submit(Hold())
    assert session.public.rounds[3].place.startswith("by")
    hub = HubScreen(stage, Routes(stage).play_of(session))
    assert [line for line in _cable(hub) if line.startswith("By video")]
