"""The answer of a delegation: what stands out there, what is asked about, what is in sight."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.desk.wording import Wording
from game.levels.loader import load_level
from game.levels.schema.fields import LEVEL_FILE
from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.replies import Change, Constraint, Explanation, Obstacle, Verdict
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session
from game.texts import Texts
from game.ui.screens.common.notice import Notice
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.table_screen import TableScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.levels.breaking import copy_of_tianjin
from tests.sharing import shipped_level
from tests.ui.driving import Driver

SEED = 1
ASKS_MUCH = (
    Term(Slot("coal_abroad", "china"), 2),
    Term(Slot("coal_at_home", "china"), 2),
    Term(Slot("trade", "usa"), 1),
)


@pytest.fixture
def reply(driver: Driver) -> ReplyScreen:
    """China's counter-offer in Tianjin, which fails in the Senate and costs more than it brings."""
    session = Session(shipped_level("tianjin"), SEED)
    stage = driver.app.stage
    play = Routes(stage).play_of(session)
    session.submit(Offer("china", ASKS_MUCH))
    screen = ReplyScreen(stage, play, "china", session.before)
    stage.show(screen)
    driver.app.step()
    return screen


def _button(driver: Driver, key: str) -> Button:
    found = driver.widget(key)
    assert isinstance(found, Button)
    return found


def test_what_fails_at_home_does_not_stand_out_and_has_no_focus(
    driver: Driver, reply: ReplyScreen
) -> None:
    assert reply.session.view.party("china").counter is not None
    assert not reply.session.home_with(reply.session.view.party("china").counter or ()).passes
    assert _button(driver, "take").kind == "plain"
    assert driver.app.stage.view.focus_key == "round"


def test_in_large_text_the_reason_is_seen_before_the_button_that_signs(
    driver: Driver, reply: ReplyScreen
) -> None:
    stage = driver.app.stage
    stage.change_settings(replace(stage.settings, text_scale=1.5))
    reply.first_focus = "take"
    stage.show(reply)
    driver.app.step()
    assert stage.view.focus_key == "take"
    assert stage.offsets.get("page", 0) == 0


def test_what_speaks_against_it_is_read_before_it_is_signed(
    driver: Driver, reply: ReplyScreen
) -> None:
    driver.click("take")
    assert isinstance(driver.screen, Notice)
    assert driver.app.stage.view.focus_key == "close"
    driver.key(pygame.K_ESCAPE)
    assert driver.screen is reply
    assert reply.signed is None
    driver.click("take")
    driver.click("anyway")
    assert driver.screen is reply
    assert reply.signed is not None
    assert driver.app.stage.view.focus_key == "round"


def test_once_signed_the_headline_speaks_of_an_agreement(
    driver: Driver, reply: ReplyScreen, texts: Texts
) -> None:
    driver.click("take")
    driver.click("anyway")
    said = [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]
    assert texts("reply.headline.signed", party="China") in said
    assert texts("reply.headline.counter", party="China") not in said


TRADE, COAL = Slot("trade", "usa"), Slot("coal_at_home", "china")


@pytest.mark.parametrize(
    ("gain", "remaining", "gains", "then"),
    [
        (900, Obstacle(Constraint.ASPIRATION), "all", "aspiration"),
        (900, Obstacle(Constraint.HOME_VOTE), "all", "home_vote.support"),
        (900, Obstacle(Constraint.RED_LINE, COAL), "all", "red_line"),
        (900, None, "all", "nothing_new"),
        (400, Obstacle(Constraint.NO_DEAL), "other", ""),
        (400, Obstacle(Constraint.HOME_VOTE), "other", "home_vote.support"),
    ],
)
def test_a_change_that_is_not_enough_names_what_stands_in_the_way_then(
    reply: ReplyScreen, texts: Texts, gain: int, remaining: Obstacle | None, gains: str, then: str
) -> None:
    change = Change(Term(TRADE, 1), Term(TRADE, 2), gain, Verdict.COUNTER, remaining)
    why = Explanation(Constraint.NO_DEAL, 900, None, None, (change,))
    words = Wording(texts, reply.session.public)
    assert words.change_outcome("china", change, why) == _outcome(words, gains, then)


def _outcome(words: Wording, gains: str, then: str) -> str:
    """Return what a change gains and what is left, from the catalogue."""
    gained = words.texts(f"reply.change.gains.{gains}", gain="0.4")
    if not then:
        return gained
    left = words.texts(
        f"reply.change.then.{then}",
        body=words.public.delegation("china").home.body,
        slot=words.slot(COAL),
    )
    return words.texts("reply.change.then", gains=gained, then=left)


@pytest.mark.parametrize(
    ("over", "gains", "then"), [(TRADE, "red_line", ""), (COAL, "this_line", "red_line")]
)
def test_a_step_back_over_one_red_line_names_the_one_that_is_left(
    reply: ReplyScreen, texts: Texts, over: Slot, gains: str, then: str
) -> None:
    left = Obstacle(Constraint.RED_LINE, over)
    change = Change(Term(TRADE, 2), Term(TRADE, 1), 1000, Verdict.REFUSE, left)
    why = Explanation(Constraint.RED_LINE, 2000, COAL, None, (change,))
    words = Wording(texts, reply.session.public)
    assert words.change_outcome("china", change, why) == _outcome(words, gains, then)


def test_a_table_that_takes_no_further_offer_says_when_it_will(
    driver: Driver, reply: ReplyScreen, texts: Texts
) -> None:
    driver.click("change0")
    assert isinstance(driver.screen, TableScreen)
    said = [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]
    day = Wording(texts, reply.session.public).day(1)
    assert texts("reply.again", party="China", day=day) in said


def test_a_yes_past_a_line_that_was_only_said_is_pointed_out(
    driver: Driver, tmp_path: Path
) -> None:
    place = copy_of_tianjin(tmp_path)
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("never: none, kind: stated", "never: half, kind: bluff"), encoding="utf-8"
    )
    session = Session(load_level(place), SEED)
    for _ in range(2):
        session.submit(Hold())
    offer = (Term(Slot("coal_at_home", "china"), 2), Term(Slot("trade", "usa"), 3))
    session.submit(Offer("china", offer))
    play = driver.app.routes.play_of(session)
    reply = session.view.party("china").last_reply
    assert reply is not None
    assert reply.verdict is Verdict.ACCEPT
    driver.app.stage.show(ReplyScreen(driver.app.stage, play, "china", session.before))
    driver.app.step()
    said = session.view.party("china").stated_lines[0].said
    told = driver.app.stage.texts("reply.said_before", said=said)
    assert told in [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]
