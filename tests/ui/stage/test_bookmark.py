"""A screen is come back to where the keyboard left it."""

import pygame
import pytest

from game.ui.gallery.gallery import screen_named
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level
from tests.ui.driving import Driver

TO_THE_HUB = ("p", "1", "r", "r")


@pytest.mark.parametrize("way", ["ledger", "work", "cable", "settings", "evidence", "dossier0"])
def test_back_from_a_view_the_keyboard_is_on_the_button_that_opened_it(
    way: str, driver: Driver
) -> None:
    for letter in TO_THE_HUB:
        driver.letter(letter)
    driver.tab_to(way)
    driver.key(pygame.K_RETURN)
    assert not isinstance(driver.screen, HubScreen)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, HubScreen)
    assert driver.app.stage.view.focus_key == way


def test_an_action_done_leaves_the_keyboard_on_its_button(driver: Driver) -> None:
    for letter in (*TO_THE_HUB, "t", "1"):
        driver.letter(letter)
    driver.key(pygame.K_ESCAPE)  # what came of it has been read
    assert driver.app.stage.view.focus_key == "talk"


def test_back_from_a_table_with_an_answer_the_keyboard_is_on_the_answer(driver: Driver) -> None:
    for letter in (*TO_THE_HUB, "1"):
        driver.letter(letter)
    for code in (pygame.K_RIGHT, pygame.K_RIGHT):
        driver.key(code)
    for letter in ("s", "s"):
        driver.letter(letter)
    party = driver.screen.session.view.parties[0]  # type: ignore[attr-defined]
    assert party.counter is not None
    driver.letter("r")
    assert driver.app.stage.view.focus_key == "answer0"


def test_the_next_round_begins_where_a_round_begins(driver: Driver) -> None:
    for letter in (*TO_THE_HUB, "e"):
        driver.letter(letter)
    driver.key(pygame.K_RETURN)  # although actions are left
    driver.letter("r")  # past the cable
    assert driver.app.stage.view.focus_key == "table0"


def test_when_the_button_with_the_keyboard_goes_away_the_keyboard_is_where_the_screen_begins(
    driver: Driver,
) -> None:
    stage = driver.app.stage
    for letter in (*TO_THE_HUB, "1"):
        driver.letter(letter)
    while any(widget.key == "hint/read" for widget in stage.view.root.walk()):
        driver.tab_to("hint/read")
        driver.key(pygame.K_RETURN)
    assert stage.view.focus_key == stage.screen.first_focus != ""


def test_where_nothing_is_left_of_what_the_screen_begins_with_something_else_has_the_keyboard(
    stage: Stage,
) -> None:
    screen = screen_named("table", stage, shipped_level("tianjin"))
    stage.show(screen)
    assert stage.view.focus_key == screen.first_focus
    stage.view.focused.key = screen.first_focus = "gone"  # type: ignore[union-attr]
    stage.refresh()
    assert stage.view.focused is stage.view.focusable()[0]
