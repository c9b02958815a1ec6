"""Cards, conditions, side payments and walk-outs, by keys alone and by mouse alone."""

from itertools import combinations
from pathlib import Path

import pygame
import pytest

from game.desk.wording import Wording
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, Offer
from game.negotiation.model.packages import Package
from game.negotiation.model.scenario import Term
from game.negotiation.model.state import Conditional
from game.session.session import Session
from game.texts import Texts
from game.ui.gallery.posing import slighted, with_a_card, with_a_condition
from game.ui.screens.common.choose import Choose
from game.ui.screens.common.notice import Notice
from game.ui.screens.reply.reply_screen import ReplyScreen
from game.ui.screens.round.cable_screen import CableScreen
from game.ui.screens.round.home_screen import HomeScreen
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.ledger_screen import LedgerScreen
from game.ui.screens.routes import Routes
from game.ui.screens.table.predict_screen import PredictScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.bargaining_level import bargaining_level
from tests.sharing import shipped_level
from tests.ui.driving import Driver

SEED = 1


def _level(name: str) -> Level:
    return shipped_level(name)


def _sit_down(driver: Driver, level: Level) -> Session:
    """Make a game in its first round."""
    stage, session = driver.app.stage, Session(level, SEED)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    driver.app.step()
    return session


def _said(driver: Driver) -> str:
    labels = driver.app.stage.view.root.walk()
    return "\n".join(w.text for w in labels if isinstance(w, Label))


def _hold_until(driver: Driver, session: Session, wanted: int) -> None:
    while session.view.round < wanted:
        driver.letter("e")
        driver.key(pygame.K_RETURN)
        assert isinstance(driver.screen, CableScreen)
        driver.letter("r")


def _compose(driver: Driver, session: Session, offer: Offer) -> None:
    others = [party.id for party in session.scenario.others]
    driver.letter(str(others.index(offer.delegation) + 1))
    assert isinstance(driver.screen, TableScreen)
    for term in offer.terms:
        driver.tab_to(f"{term.slot.issue}/{term.slot.giver}")
        for _ in range(term.option):
            driver.key(pygame.K_RIGHT)


def _offer_with_a_card(level: Level, *, after_deal: bool) -> tuple[Offer, int]:
    """Return an offer that brings a card in another game of the same seed, and its round."""
    twin = Session(level, SEED)
    offer = with_a_card(twin, after_deal=after_deal)
    assert offer is not None
    return offer, twin.view.round


def _button(driver: Driver, key: str) -> Button:
    found = driver.widget(key)
    assert isinstance(found, Button)
    return found


def _sign_all_the_same(driver: Driver) -> None:
    """Confirm that the cautions have been read."""
    if isinstance(driver.screen, Notice):
        driver.click("anyway")


def _keys_on_screen(driver: Driver) -> set[str]:
    return {widget.key for widget in driver.app.stage.view.root.walk() if widget.key}


@pytest.mark.parametrize("after_deal", [False, True])
def test_keys_alone_sign_the_chairs_card(driver: Driver, texts: Texts, *, after_deal: bool) -> None:
    level = _level("tianjin")
    offer, wanted = _offer_with_a_card(level, after_deal=after_deal)
    session = _sit_down(driver, level)
    _hold_until(driver, session, wanted)
    _compose(driver, session, offer)
    driver.letter("s")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)
    card = session.view.party(offer.delegation).what_if
    assert card is not None
    assert texts("card.title") in _said(driver)
    left = session.view.actions_left
    driver.letter("c")
    _sign_all_the_same(driver)
    assert isinstance(driver.screen, ReplyScreen)
    assert set(card) <= set(session.view.party(offer.delegation).agreed)
    assert driver.screen.signed == card
    assert session.view.actions_left == left
    assert texts("card.title") not in _said(driver)


def test_a_card_left_on_the_table_can_be_signed_later_in_the_round(driver: Driver) -> None:
    level = _level("tianjin")
    offer, wanted = _offer_with_a_card(level, after_deal=False)
    session = _sit_down(driver, level)
    _hold_until(driver, session, wanted)
    _compose(driver, session, offer)
    driver.letter("s")
    driver.key(pygame.K_RETURN)
    driver.letter("r")
    driver.click("answer0")
    assert isinstance(driver.screen, ReplyScreen)
    card = session.view.party(offer.delegation).what_if
    driver.click("take_card")
    _sign_all_the_same(driver)
    assert isinstance(driver.screen, ReplyScreen)
    assert driver.screen.signed == card
    driver.click("round")
    assert "answer0" not in _keys_on_screen(driver)


def test_keys_alone_make_an_offer_hang_on_a_third_delegation(driver: Driver, texts: Texts) -> None:
    level = _level("glasgow")
    twin = Session(level, SEED)
    offer = with_a_condition(twin)
    assert offer is not None
    assert offer.provided is not None
    session = _sit_down(driver, level)
    _hold_until(driver, session, twin.view.round)
    _compose(driver, session, offer)
    condition = Wording(texts, session.public).condition(offer.provided)
    assert condition not in _said(driver)
    _hang_on(driver, session, offer)
    assert condition in _said(driver)
    driver.letter("s")
    assert isinstance(driver.screen, PredictScreen)
    assert condition in _said(driver)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)
    assert texts("reply.waits") in _said(driver)
    (deal,) = session.view.conditional
    assert (deal.delegation, deal.terms, deal.provided) == (
        offer.delegation,
        offer.terms,
        offer.provided,
    )
    assert session.view.party(offer.delegation).agreed == ()
    waits = Wording(texts, session.public).waits(deal)
    driver.letter("r")
    assert waits in _said(driver)
    driver.letter("l")
    assert isinstance(driver.screen, LedgerScreen)
    assert waits in _said(driver)


def _hang_on(driver: Driver, session: Session, offer: Offer) -> None:
    """Choose the third delegation, the issue and the step by the digits on the buttons."""
    assert offer.provided is not None
    words = driver.screen.words  # type: ignore[attr-defined]
    slot = offer.provided.slot
    driver.letter("o")
    for label in (
        words.party(slot.giver),
        words.issue(slot.issue),
        words.option(slot, offer.provided.option),
    ):
        assert isinstance(driver.screen, Choose)
        place = [choice.text for choice in driver.screen.choices].index(label)
        driver.letter(str(place + 1))
    assert isinstance(driver.screen, TableScreen)


def test_the_mouse_alone_sets_a_condition_and_drops_it(driver: Driver) -> None:
    _sit_down(driver, _level("glasgow"))
    driver.click("table0")
    for key in ("condition", "choice0", "choice0", "choice0"):
        driver.click(key)
    table = driver.screen
    assert isinstance(table, TableScreen)
    assert table.provided is not None
    driver.click("back")
    driver.click("table0")
    table = driver.screen
    assert isinstance(table, TableScreen)
    assert table.provided is not None, "the condition waits with the draft"
    driver.click("drop")
    assert table.provided is None
    assert "drop" not in _keys_on_screen(driver)


def test_with_two_delegations_nothing_can_hang_on_a_third(driver: Driver, texts: Texts) -> None:
    _sit_down(driver, _level("tianjin"))
    driver.letter("1")
    assert _button(driver, "condition").why_not == texts("condition.none")
    driver.letter("o")
    assert isinstance(driver.screen, TableScreen)


def test_keys_alone_promise_a_group_what_it_asks_for(
    driver: Driver, texts: Texts, tmp_path: Path
) -> None:
    session = _sit_down(driver, bargaining_level(tmp_path))
    before = {group.id: group.votes for group in session.view.home.factions}
    driver.letter("h")
    assert isinstance(driver.screen, HomeScreen)
    driver.tab_to("pay/industry_states")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, Notice)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, HomeScreen)
    after = {group.id: group.votes for group in session.view.home.factions}
    assert after["industry_states"] == before["industry_states"] + 3000
    assert after["middle"] == before["middle"] - 1000
    assert "pay/industry_states" not in _keys_on_screen(driver)
    assert texts("home.paid") in _said(driver)


def test_the_mouse_alone_promises_a_group_what_it_asks_for(driver: Driver, tmp_path: Path) -> None:
    session = _sit_down(driver, bargaining_level(tmp_path))
    driver.click("work")
    driver.click("pay/industry_states")
    payable = {group.id for group in session.view.home.factions if group.payable}
    assert "industry_states" not in payable


def test_a_delegation_that_left_is_shown_everywhere_and_comes_back_by_a_talk(
    driver: Driver, texts: Texts
) -> None:
    level = _level("glasgow")
    stage, session = driver.app.stage, Session(level, SEED)
    slighted(session, "china", until_it_leaves=True)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    driver.app.step()
    gone = texts("standing.gone.about", party="China")
    assert texts("standing.gone", party="China") in _said(driver)
    driver.letter("1")
    assert gone in _said(driver)
    assert _button(driver, "send").why_not
    driver.letter("d")
    assert gone in _said(driver)
    driver.letter("p")
    assert isinstance(driver.screen, Notice)
    assert texts("event.came_back", party="China") in _said(driver)
    driver.key(pygame.K_ESCAPE)
    assert gone not in _said(driver)
    assert not session.view.party("china").walked_out


def test_the_offer_that_makes_a_delegation_leave_says_so_at_once(
    driver: Driver, texts: Texts
) -> None:
    level = _level("glasgow")
    stage, session = driver.app.stage, Session(level, SEED)
    while session.view.party("china").slights < 2:
        slighted(session, "china", until_it_leaves=False)
        session.submit(Hold())
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    driver.app.step()
    warning = texts("standing.slights.about", party="China", n=2, limit=3)
    driver.letter("1")
    assert warning in _said(driver)
    driver.tab_to("china_path/china")
    driver.key(pygame.K_RIGHT)
    driver.letter("s")
    assert warning in _said(driver)
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)
    assert session.view.party("china").walked_out
    assert texts("event.walked_out", party="China") in _said(driver)


def _met_by(session: Session, deal: Conditional) -> Offer:
    """Return an offer whose yes is what a waiting deal waits for."""
    giver = deal.provided.slot.giver
    gives = [
        Term(slot, option)
        for slot in session.scenario.slots_between(session.view.you, giver)
        if slot.giver == session.view.you and slot.issue in session.view.open_issues
        for option in range(1, len(session.scenario.issue(slot.issue).options))
    ]
    for count in (1, 2, 3):
        for given in combinations(gives, count):
            offer = Offer(giver, Package([deal.provided, *given]))
            after, _ = session.rules.apply(session.state, session.seat, offer)
            if not after.conditional:
                return offer
    raise AssertionError("no offer meets the condition")


def test_the_answer_that_meets_a_condition_says_that_the_waiting_deal_holds(
    driver: Driver, texts: Texts
) -> None:
    level = _level("glasgow")
    stage, session = driver.app.stage, Session(level, SEED)
    assert with_a_condition(session) is not None
    (deal,) = session.view.conditional
    offer = _met_by(session, deal)
    stage.show(HubScreen(stage, Routes(stage).play_of(session)))
    driver.app.step()
    _compose(driver, session, offer)
    driver.letter("s")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, ReplyScreen)
    holds = texts("event.deal", party=session.view.party(deal.delegation).name, n=len(deal.terms))
    assert holds in _said(driver)
    assert set(deal.terms) <= set(session.view.party(deal.delegation).agreed)
    assert session.view.conditional == ()
