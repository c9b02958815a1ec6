"""Hints: one at a time, beside what they speak of, gone when done; and advice in three steps."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desk.hints import PLACES, Hint, HintBook
from game.levels.loader import Level
from game.levels.schema.values import HintPlace
from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.actions import (
    Hold,
    Offer,
    Probe,
    TakeCounter,
    TalkPrivately,
)
from game.negotiation.model.scenario import Slot, Term
from game.session.save_files import hints_of
from game.session.session import Session
from game.texts import Texts
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import TEXT_SCALES, Settings
from game.ui.paint.theme import THEMES, Theme, contrast
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.advice_screen import AdviceScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.hint_card import FRAME, HintLayout
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level
from tests.ui.checking import faults_of
from tests.ui.driving import Driver
from tests.ui.staged import staged

SIZES = {"540p": (960, 540), "720p": (1280, 720), "1080p": (1920, 1080)}
COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")


@pytest.fixture(scope="module")
def tianjin() -> Level:
    return shipped_level("tianjin")


@pytest.fixture
def stage(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    yield from staged(texts, monkeypatch, Settings())


@dataclass
class _Room:
    """A screen as the book of hints sees it."""

    room: str

    def has_on_table(self, term: Term) -> bool:
        return False


def _hint_id(stage: Stage) -> str:
    root = stage.view.root
    return root.hint.id if isinstance(root, HintLayout) else ""


def test_every_place_a_level_can_name_is_on_a_screen(stage: Stage) -> None:
    named = set(typing.get_args(HintPlace))
    assert named == set(PLACES)
    found: set[str] = set()
    levels = [shipped_level(name) for name in ("tianjin", "glasgow")]
    for name in SCREENS:
        for level in levels:
            screen = screen_named(name, stage, level)
            keys = {widget.key for widget in screen.build().walk()}
            room = getattr(screen, "room", "")
            found |= {
                p for p, key in PLACES.items() if key and key in keys and p.split("_")[0] == room
            }
    assert named - found == {"table_term"}  # that one is held by the next test


def test_the_first_round_walks_through_a_first_small_offer(driver: Driver) -> None:
    stage = driver.app.stage
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    assert _hint_id(stage) == "sit_down"
    driver.letter("1")
    assert _hint_id(stage) == "ask"
    driver.tab_to("coal_abroad/china")
    driver.key(pygame.K_RIGHT)
    assert _hint_id(stage) == "give"
    driver.tab_to("trade/usa")
    driver.key(pygame.K_RIGHT)
    assert _hint_id(stage) == "look"
    driver.key(pygame.K_F2)
    assert _hint_id(stage) == "send"
    driver.letter("s")
    assert _hint_id(stage) == "guess"
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)
    assert {term.slot: term.option for term in driver.screen.reply.package} == {COAL: 1, TRADE: 1}
    assert _hint_id(stage) == "reason"
    driver.key(pygame.K_F2)
    assert _hint_id(stage) == "counter"
    driver.letter("r")
    assert _hint_id(stage) == ""  # an answer waits to be signed: no word of the end yet
    driver.click("answer0")
    driver.letter("s")
    driver.click("anyway")  # the votes at home speak against it
    driver.letter("r")
    assert _hint_id(stage) == ""  # actions are left
    for _ in range(2):
        driver.letter("t")
        driver.letter("1")
        driver.key(pygame.K_ESCAPE)  # what came of it
    assert _hint_id(stage) == "end_first"
    driver.letter("e")
    assert _hint_id(stage) == ""


def test_a_hint_that_was_read_does_not_come_back(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    stage = driver.app.stage
    driver.click("hint/read")
    assert _hint_id(stage) == ""
    driver.letter("1")
    driver.key(pygame.K_F2)
    assert _hint_id(stage) == "give"
    driver.key(pygame.K_ESCAPE)
    driver.letter("1")
    assert _hint_id(stage) == "give"


def test_the_end_of_the_round_is_not_named_while_there_is_better_to_do(
    stage: Stage, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    assert _hint_id(stage) == "sit_down"
    stage.end_hint()
    assert _hint_id(stage) == ""
    while session.view.actions_left:
        session.submit(Probe("china", COAL))
    stage.refresh()
    assert _hint_id(stage) == "end_first"


def test_a_deal_that_was_struck_does_not_end_the_round_while_actions_are_left(
    stage: Stage, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1)
    play = Routes(stage).play_of(session)
    stage.show(HubScreen(stage, play))
    assert _hint_id(stage) == "sit_down"
    stage.end_hint()
    session.submit(Offer("china", (Term(COAL, 1), Term(TRADE, 1)), 50))
    stage.show(HubScreen(stage, play))
    assert session.view.party("china").counter
    assert _hint_id(stage) == ""
    session.submit(TakeCounter("china"))
    stage.show(HubScreen(stage, play))
    assert session.view.actions_left
    assert _hint_id(stage) == ""
    while session.view.actions_left:
        session.submit(TalkPrivately("china"))
    stage.refresh()
    assert _hint_id(stage) == "end_first"


def test_a_later_hint_waits_for_an_earlier_one_on_another_screen(
    stage: Stage, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1)
    session.submit(Hold())
    play = Routes(stage).play_of(session)
    stage.show(HubScreen(stage, play))
    assert _hint_id(stage) == "listen"
    stage.show(TableScreen(stage, play, "china"))
    assert _hint_id(stage) == ""  # what to do without cameras has not been said
    stage.show(HubScreen(stage, play))
    assert _hint_id(stage) == "listen"
    stage.end_hint()
    assert _hint_id(stage) == "without_cameras"
    stage.show(TableScreen(stage, play, "china"))
    assert _hint_id(stage) == "door"


def test_on_the_way_past_an_answer_a_hint_comes_now_or_never_and_none_before_it_later(
    stage: Stage, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1)
    play = Routes(stage).play_of(session)
    session.submit(Offer("china", (Term(COAL, 1), Term(TRADE, 1)), 50))
    stage.show(ReplyScreen(stage, play, "china", session.now))
    assert _hint_id(stage) == "reason"
    stage.show(TableScreen(stage, play, "china"))
    assert _hint_id(stage) == ""


@given(steps=st.lists(st.sampled_from(["hub", "table", "reply", "home", "read"]), max_size=12))
@settings(max_examples=25, deadline=None)
def test_the_hints_of_a_round_are_first_shown_in_their_order(steps: list[str]) -> None:
    session = Session(shipped_level("glasgow"), seed=1)
    book, shown = HintBook(session), [0]
    hint: Hint | None = None
    for step in steps:
        if step == "read" and hint is not None:
            book.read(hint)
        elif step != "read":
            hint = book.next(_Room(step), set(PLACES.values()), ())
            if hint is not None:
                shown.append(hint.place)
    assert shown == sorted(shown)


def test_hints_that_were_read_stay_read_when_a_game_is_left_and_gone_on_with(
    driver: Driver,
) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    stage = driver.app.stage
    driver.key(pygame.K_F2)  # before anything is done, so before there is a log
    driver.letter("t")
    driver.letter("1")
    driver.key(pygame.K_ESCAPE)
    driver.letter("1")
    assert _hint_id(stage) == "ask"
    driver.key(pygame.K_F2)
    driver.key(pygame.K_F2)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    driver.click("leave")
    driver.letter("g")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, HubScreen)
    assert _hint_id(stage) == ""
    driver.letter("1")
    assert _hint_id(stage) == "look"


def _with_a_log(level: Level, folder: Path) -> tuple[Session, Path]:
    """Make a game with its first action done, and where its log is."""
    session = Session.start(level, seed=1, folder=folder)
    session.submit(TalkPrivately("china"))
    assert session.path is not None
    return session, session.path


def test_hints_that_were_read_are_on_disk_before_the_program_can_be_killed(
    stage: Stage, tianjin: Level, tmp_path: Path
) -> None:
    session, log = _with_a_log(tianjin, tmp_path)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    assert _hint_id(stage) == "sit_down"
    stage.end_hint()
    session.close()
    again = Session.resume(log, tianjin)
    stage.show(HubScreen(stage, Routes(stage).play_of(again)))
    assert _hint_id(stage) == ""


def test_a_disk_that_refuses_costs_the_hints_read_and_not_the_game(
    stage: Stage, tianjin: Level, tmp_path: Path
) -> None:
    session, log = _with_a_log(tianjin, tmp_path)
    hints_of(log).mkdir()  # which can be written to by no one
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    assert _hint_id(stage) == "sit_down"
    stage.end_hint()
    assert _hint_id(stage) == ""
    session.submit(TalkPrivately("china"))


def test_no_more_hints_means_none_until_they_are_turned_on_again(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    stage = driver.app.stage
    driver.click("hint/no_more")
    assert _hint_id(stage) == ""
    assert not stage.settings.hints
    driver.letter("1")
    assert _hint_id(stage) == ""


def test_the_card_can_be_reached_by_keys_and_the_screen_still_used(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    driver.tab_to("hint/no_more")
    driver.tab_to("probe")
    driver.key(pygame.K_RETURN)
    assert not isinstance(driver.screen, HubScreen)


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_each_hint_of_the_first_level_has_room_and_shows_what_it_speaks_of(
    size: tuple[int, int], scale: float, tianjin: Level, texts: Texts, stage: Stage
) -> None:
    stage.change_settings(Settings(text_scale=scale))
    stage.resize(pygame.display.set_mode(size))
    play = Routes(stage).play_of(Session(tianjin, seed=1))
    for screen in (HubScreen(stage, play), TableScreen(stage, play, "china")):
        stage.show(screen)
        while _hint_id(stage):
            stage.draw()
            assert faults_of(stage.view) == []
            root = stage.view.root
            assert isinstance(root, HintLayout)
            assert root.anchor.size != (0, 0)
            stage.end_hint()


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_what_a_hint_speaks_of_is_framed_by_dashes_outside_the_ring_of_the_keyboard(
    driver: Driver, theme: Theme
) -> None:
    stage = driver.app.stage
    for letter in ("p", "1", "r", "r", "1"):
        driver.letter(letter)
    stage.change_settings(replace(stage.settings, theme=theme.name))
    root = stage.view.root
    assert isinstance(root, HintLayout)
    driver.tab_to(root.anchor_key)
    stage.draw()
    root = stage.view.root
    assert isinstance(root, HintLayout)
    middle = range(root.anchor.left + 20, root.anchor.right - 20)
    ring, frame = (
        [tuple(stage.canvas.surface.get_at((x, root.anchor.top - away)))[:3] for x in middle]
        for away in (3, FRAME)
    )
    assert set(ring) == {theme.focus}
    assert 0.4 < frame.count(theme.text) / len(frame) < 0.9
    assert contrast(theme.text, theme.card) >= 3


def test_a_level_without_hints_gets_a_few_that_are_shown_once_ever(stage: Stage) -> None:
    glasgow = shipped_level("glasgow")
    assert glasgow.field.hints == []
    stage.show(HubScreen(stage, Routes(stage).play_of(Session(glasgow, seed=1))))
    shown = []
    while _hint_id(stage):
        shown.append(_hint_id(stage).removeprefix("general/"))
        stage.end_hint()
    assert shown == ["hub_probe", "hub_table"]  # what comes later waits for the table
    stage.show(HubScreen(stage, Routes(stage).play_of(Session(glasgow, seed=1))))
    assert _hint_id(stage) == ""


def test_another_seat_is_not_told_what_was_written_for_the_first(
    stage: Stage, tianjin: Level
) -> None:
    session = Session(tianjin, seed=1, seat="china")
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    assert _hint_id(stage).startswith("general/")


def test_the_exact_change_can_be_put_on_the_table(stage: Stage, tianjin: Level) -> None:
    session = Session(tianjin, seed=1)
    session.submit(Offer("china", (Term(Slot("coal_at_home", "china"), 2), Term(TRADE, 1)), 50))
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    table = stage.screen
    stage.view._press_letter("v")
    assert isinstance(stage.screen, AdviceScreen)
    steps = len(stage.screen.rungs)
    for _ in range(steps - 1):
        stage.view._press_letter("m")
    stage.view._press_letter("m")  # there is no more
    assert stage.screen.up_to == steps
    change = stage.screen.rungs[-1].change
    reply = session.view.party("china").last_reply
    assert change is not None
    assert reply is not None
    stage.view._press_letter("u")
    assert isinstance(stage.screen, TableScreen)
    assert stage.screen is not table
    assert stage.screen.draft.package == offer_after(change, reply.package)


def test_no_button_of_the_advice_moves_when_more_is_said(stage: Stage, tianjin: Level) -> None:
    session = Session(tianjin, seed=1)
    session.submit(Offer("china", (Term(Slot("coal_at_home", "china"), 2), Term(TRADE, 1)), 50))
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "china"))
    stage.view._press_letter("v")
    assert isinstance(stage.screen, AdviceScreen)
    places = []
    for _ in stage.screen.rungs:
        buttons = [w for w in stage.view.root.walk() if w.key in ("more", "close")]
        places.append([button.rect.topleft for button in buttons])
        stage.view._press_letter("m")
    assert len(places) > 2
    assert all(place == places[0] for place in places)


def test_advice_costs_nothing_and_changes_nothing(stage: Stage, tianjin: Level) -> None:
    session = Session(tianjin, seed=1)
    before = session.state
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    stage.view._press_letter("v")
    stage.screen.go_back()
    assert session.state == before
    assert isinstance(stage.screen, HubScreen)
