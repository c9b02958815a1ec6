"""Ways out of a round: to the settings and back, and out of the game at once."""

import pygame

from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from game.ui.widgets.labels import Label
from tests.ui.driving import Driver


def test_settings_are_a_letter_away_from_the_round_and_lead_back_to_it(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    hub = driver.screen
    assert isinstance(hub, HubScreen)
    driver.letter("s")
    assert isinstance(driver.screen, SettingsScreen)
    driver.click("language/fr")
    driver.key(pygame.K_ESCAPE)
    assert driver.screen is hub
    assert hub.texts.language == "fr"


def test_control_and_q_leave_from_anywhere_and_ask_nothing(driver: Driver) -> None:
    for letter in ("p", "1", "r", "r", "1"):
        driver.letter(letter)
    driver.key(pygame.K_q)
    assert driver.app.stage.running
    driver.key(pygame.K_q, mod=pygame.KMOD_CTRL)
    assert not driver.app.stage.running


def test_the_list_of_keys_names_the_one_that_leaves(driver: Driver) -> None:
    driver.letter("w")
    said = [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]
    assert driver.screen.texts("keys.quit.does") in said
