"""Keys on the layouts and keypads that people have."""

import pygame
import pytest

from game.ui.input.keys import Key, Meaning, bindings_of, key_of
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Stepper, Steps

CYRILLIC_ZE, GREEK_PI, HEBREW_PE = 0x437, 0x3C0, 0x5E4  # each on the key that has P in the US
TURKISH_DOTLESS_I = 0x131


def _key(code: int, scancode: int = 0, mod: int = 0, unicode: str = "") -> Key:
    event = pygame.event.Event(
        pygame.KEYDOWN, key=code, scancode=scancode, mod=mod, unicode=unicode
    )
    return key_of(event)


@pytest.mark.parametrize("code", [CYRILLIC_ZE, GREEK_PI, HEBREW_PE])
def test_a_letter_that_is_not_latin_counts_by_its_place(code: int) -> None:
    assert _key(code, pygame.KSCAN_P) == Key(Meaning.LETTER, "p", pygame.K_p)


def test_a_turkish_i_is_an_i() -> None:
    assert _key(TURKISH_DOTLESS_I, pygame.KSCAN_I).letter == "i"


def test_a_latin_letter_counts_by_its_character_wherever_it_lies() -> None:
    assert _key(pygame.K_a, pygame.KSCAN_Q).letter == "a"


def test_a_key_that_a_player_has_chosen_keeps_its_work_on_any_layout() -> None:
    event = pygame.event.Event(pygame.KEYDOWN, key=CYRILLIC_ZE, scancode=pygame.KSCAN_P, mod=0)
    assert key_of(event, bindings_of((("help", CYRILLIC_ZE),))).meaning is Meaning.HELP


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (pygame.K_KP4, Meaning.LEFT),
        (pygame.K_KP6, Meaning.RIGHT),
        (pygame.K_KP8, Meaning.UP),
        (pygame.K_KP2, Meaning.DOWN),
        (pygame.K_KP7, Meaning.FIRST),
        (pygame.K_KP1, Meaning.LAST),
        (pygame.K_KP9, Meaning.PAGE_UP),
        (pygame.K_KP3, Meaning.PAGE_DOWN),
        (pygame.K_KP_PERIOD, Meaning.DELETE),
        (pygame.K_KP_ENTER, Meaning.ACCEPT),
    ],
)
def test_without_num_lock_the_keypad_moves(code: int, meaning: Meaning) -> None:
    assert _key(code).meaning is meaning


def test_with_num_lock_the_keypad_types_digits() -> None:
    assert _key(pygame.K_KP4, mod=pygame.KMOD_NUM).letter == "4"


def test_plus_and_minus_step_a_slider_on_the_keypad_too(stage: Stage) -> None:
    gone: list[int] = []
    stepper = Stepper(Steps(1, 3), gone.append, key="any")
    for code in (pygame.K_KP_PLUS, pygame.K_KP_MINUS, pygame.K_EQUALS, pygame.K_MINUS):
        assert stepper.on_key(_key(code))
    assert gone == [2, 0, 2, 0]


@pytest.mark.parametrize(
    ("code", "scancode", "character", "meaning"),
    [
        (pygame.K_1, pygame.KSCAN_1, "+", Meaning.LARGER),  # Swiss: Shift and 1
        (pygame.K_6, pygame.KSCAN_6, "-", Meaning.SMALLER),  # French: without Shift
        (pygame.K_KP_PLUS, 0, "", Meaning.LARGER),
        (pygame.K_KP_MINUS, 0, "", Meaning.SMALLER),
        (0x439, pygame.KSCAN_Q, "", Meaning.QUIT),  # Cyrillic
        (pygame.K_1, pygame.KSCAN_1, "", Meaning.OTHER),
    ],
)
def test_control_goes_by_the_character(
    code: int, scancode: int, character: str, meaning: Meaning
) -> None:
    assert _key(code, scancode, pygame.KMOD_LCTRL, character).meaning is meaning


@pytest.mark.parametrize(
    "mod",
    [pygame.KMOD_LALT, pygame.KMOD_RALT, pygame.KMOD_LALT | pygame.KMOD_LCTRL],
)
@pytest.mark.parametrize("code", [pygame.K_p, pygame.K_RETURN, pygame.K_TAB, pygame.K_q])
def test_a_chord_that_means_nothing_presses_nothing(mod: int, code: int) -> None:
    assert _key(code, mod=mod).meaning is Meaning.OTHER


def test_super_belongs_to_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.input.keys.MEANS_NOTHING", pygame.KMOD_ALT | pygame.KMOD_META)
    assert _key(pygame.K_p, mod=pygame.KMOD_LMETA).meaning is Meaning.OTHER
