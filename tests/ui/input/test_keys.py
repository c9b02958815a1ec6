"""Keys: moved by the player, kept in the settings, conflicts said; and no screen without them."""

import pygame
import pytest

from game.paths import user_dir
from game.texts import Texts
from game.ui.input.key_binding import codes_of, refusal_of, taken_by, with_key
from game.ui.input.keys import ALWAYS, BUTTON, COMMANDS, Meaning, bindings_of, key_of
from game.ui.input.settings import Settings, load_settings, save_settings
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.shell.keys_screen import KeysScreen
from game.ui.screens.shell.settings_screen import SettingsScreen
from tests.ui.driving import Driver


def _pressed(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod)


def _open_keys(driver: Driver) -> KeysScreen:
    driver.letter("s")
    assert isinstance(driver.screen, SettingsScreen)
    driver.tab_to("keys")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, KeysScreen)
    return driver.screen


def _move(driver: Driver, command: str, code: int) -> None:
    driver.tab_to(f"key/{command}")
    driver.key(pygame.K_RETURN)
    driver.key(code)


def test_a_moved_key_does_its_work_and_the_old_one_no_longer() -> None:
    bindings = bindings_of(with_key(Meaning.HELP, pygame.K_F4, ()))
    assert key_of(_pressed(pygame.K_F4), bindings).meaning is Meaning.HELP
    assert key_of(_pressed(pygame.K_F1), bindings).meaning is Meaning.OTHER


def test_no_choice_locks_a_player_out() -> None:
    keys = tuple((command, pygame.K_q) for command in COMMANDS)
    bindings = bindings_of(keys)
    for code, meaning in ALWAYS.items():
        assert key_of(_pressed(code), bindings).meaning is meaning


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_moved_and_moved_back(command: str) -> None:
    free = ord(";")
    assert refusal_of(command, free) == ""
    assert taken_by(command, free, ()) == ""
    moved = with_key(command, free, ())
    assert codes_of(command, moved) == (free,)
    first = codes_of(command, ())
    assert not first or with_key(command, first[0], moved) == ()


def test_the_keys_as_they_are_at_first_do_not_stand_in_each_others_way() -> None:
    conflicts = [
        (command, other)
        for command in COMMANDS
        for code in codes_of(command, ())
        if (other := taken_by(command, code, ()))
    ]
    assert conflicts == []


def test_a_key_that_is_taken_is_refused_by_the_name_of_what_has_it(driver: Driver) -> None:
    screen = _open_keys(driver)
    _move(driver, Meaning.THEME, pygame.K_F1)
    assert screen.name_of(Meaning.HELP) in screen.refused
    assert driver.app.stage.settings.keys == ()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Meaning.HELP, pygame.K_TAB),
        (Meaning.HELP, pygame.K_3),
        (Meaning.HELP, pygame.K_LSHIFT),
        (f"{BUTTON}probe", pygame.K_F9),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_with_a_reason(
    driver: Driver, command: str, code: int
) -> None:
    screen = _open_keys(driver)
    _move(driver, command, code)
    assert screen.refused
    assert driver.app.stage.settings.keys == ()


def test_escape_leaves_a_key_as_it_is(driver: Driver) -> None:
    screen = _open_keys(driver)
    _move(driver, Meaning.HELP, pygame.K_ESCAPE)
    assert driver.screen is screen
    assert not screen.refused
    assert driver.app.stage.settings.keys == ()


def test_moved_keys_are_kept_shown_and_used(driver: Driver) -> None:
    _open_keys(driver)
    _move(driver, Meaning.HELP, pygame.K_F4)
    _move(driver, f"{BUTTON}probe", pygame.K_x)
    kept = load_settings(user_dir())
    assert dict(kept.keys) == {"help": pygame.K_F4, "button.probe": pygame.K_x}
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_ESCAPE)
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    assert isinstance(driver.screen, HubScreen)
    driver.letter("p")
    assert isinstance(driver.screen, HubScreen)
    driver.letter("x")
    assert not isinstance(driver.screen, HubScreen)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F4)
    assert isinstance(driver.screen, WordsScreen)
    assert any(getattr(w, "text", "") == "F4" for w in driver.app.stage.view.root.walk())


def test_all_keys_go_back_to_where_they_were_by_one_button(driver: Driver) -> None:
    _open_keys(driver)
    _move(driver, Meaning.HELP, pygame.K_F4)
    driver.click("reset")
    assert driver.app.stage.settings.keys == ()


def test_settings_come_back_as_they_were_kept() -> None:
    keys = with_key(Meaning.SOUND, pygame.K_F9, ())
    settings = Settings(volume=0.2, sound=False, captions=True, hints=False, keys=keys)
    save_settings(settings, user_dir())
    assert load_settings(user_dir()) == settings


def test_settings_that_make_no_sense_are_as_at_first() -> None:
    save_settings(Settings(), user_dir())
    file = user_dir() / "settings.json"
    file.write_text('{"volume": 7, "keys": [["fly", 3], ["help", "x"], 4], "hints_seen": 3}')
    assert load_settings(user_dir()) == Settings()


def test_sound_is_turned_off_by_a_key_anywhere(driver: Driver) -> None:
    driver.key(pygame.K_F7)
    assert not driver.app.stage.settings.sound


def test_every_command_has_a_name(texts: Texts, driver: Driver) -> None:
    screen = _open_keys(driver)
    assert all(screen.name_of(command).strip() for command in COMMANDS)
