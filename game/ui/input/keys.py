"""Keys by meaning: screens and widgets ask for commands, never for key codes.

Tab, the arrows, Enter, Space and Escape always keep their meaning, so that no choice can lock a
player out. A key that a player chooses for one of these works as well, not instead.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import pygame

from game.ui.input.physical_keys import plain_code


class Meaning(StrEnum):
    """The meaning of a key that nothing else has claimed."""

    NEXT = "next"
    PREVIOUS = "previous"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"
    ACCEPT = "accept"
    BACK = "back"
    HELP = "help"
    LARGER = "larger"
    SMALLER = "smaller"
    THEME = "theme"
    FULL_SCREEN = "full_screen"
    SOUND = "sound"
    QUIT = "quit"
    HINT = "hint"
    WORD = "word"
    DELETE = "delete"
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True)
class Key:
    """A key as pressed.

    letter: the character in lower case, empty for other keys
    code: SDL's own number for the key
    """

    meaning: Meaning
    letter: str = ""
    code: int = 0


# What a player can move to another key, each with the key it starts with.
MOVABLE: dict[Meaning, tuple[int, ...]] = {
    Meaning.ACCEPT: (),
    Meaning.BACK: (),
    Meaning.NEXT: (),
    Meaning.PREVIOUS: (),
    Meaning.LEFT: (),
    Meaning.RIGHT: (),
    Meaning.UP: (),
    Meaning.DOWN: (),
    Meaning.PAGE_UP: (pygame.K_PAGEUP,),
    Meaning.PAGE_DOWN: (pygame.K_PAGEDOWN,),
    Meaning.FIRST: (pygame.K_HOME,),
    Meaning.LAST: (pygame.K_END,),
    Meaning.HELP: (pygame.K_F1,),
    Meaning.HINT: (pygame.K_F2,),
    Meaning.WORD: (pygame.K_F3,),
    Meaning.DELETE: (pygame.K_DELETE,),
    Meaning.THEME: (pygame.K_F6,),
    Meaning.SOUND: (pygame.K_F7,),
    Meaning.FULL_SCREEN: (pygame.K_F11,),
}
ALWAYS: dict[int, Meaning] = {
    pygame.K_TAB: Meaning.NEXT,
    pygame.K_LEFT: Meaning.LEFT,
    pygame.K_RIGHT: Meaning.RIGHT,
    pygame.K_UP: Meaning.UP,
    pygame.K_DOWN: Meaning.DOWN,
    pygame.K_RETURN: Meaning.ACCEPT,
    pygame.K_KP_ENTER: Meaning.ACCEPT,
    pygame.K_SPACE: Meaning.ACCEPT,
    pygame.K_ESCAPE: Meaning.BACK,
}
_WITH_CONTROL = {
    pygame.K_PLUS: Meaning.LARGER,
    pygame.K_EQUALS: Meaning.LARGER,
    pygame.K_MINUS: Meaning.SMALLER,
    pygame.K_q: Meaning.QUIT,
}
_CHARACTERS_WITH_CONTROL = {"+": Meaning.LARGER, "-": Meaning.SMALLER}
# Command on a Mac is a key for commands too; elsewhere the desktop has it.
CONTROL = pygame.KMOD_CTRL | (pygame.KMOD_META if sys.platform == "darwin" else 0)
MEANS_NOTHING = (pygame.KMOD_ALT | pygame.KMOD_META | pygame.KMOD_CTRL) & ~CONTROL
REPEATING = frozenset(
    {Meaning.LEFT, Meaning.RIGHT, Meaning.UP, Meaning.DOWN, Meaning.NEXT, Meaning.PREVIOUS}
    | {Meaning.PAGE_UP, Meaning.PAGE_DOWN}
)

# The buttons whose letter a player can change, by screen, each with the letter it starts with.
LETTERS: dict[str, dict[str, str]] = {
    "round": {
        "probe": "p",
        "talk": "t",
        "backing": "b",
        "press": "u",
        "tie": "i",
        "hold": "e",
        "work": "h",
        "ledger": "l",
        "cable": "c",
        "help": "w",
        "evidence": "k",
        "turn_over": "m",
        "settings": "s",
        "advice": "v",
    },
    "table": {
        "send": "s",
        "condition": "o",
        "dossier": "d",
        "answer": "a",
        "evidence": "k",
        "advice": "v",
    },
    "reply": {"round": "r", "take": "s", "take_card": "c"},
}
BUTTON = "button."  # a command that presses a button is named by this and the button's key
COMMANDS: tuple[str, ...] = (
    *(str(meaning) for meaning in MOVABLE),
    *dict.fromkeys(f"{BUTTON}{name}" for screen in LETTERS.values() for name in screen),
)


@dataclass(frozen=True)
class Bindings:
    """The keys of one player.

    meanings: by key code; letters: by the key of a button, where the player moved it
    """

    meanings: Mapping[int, Meaning]
    letters: Mapping[str, str]

    def letter_of(self, button: str, letter: str) -> str:
        """Return the letter that presses a button; "" if the player uses it for something else."""
        chosen = self.letters.get(button, letter)
        return "" if chosen and ord(chosen) in self.meanings else chosen


@lru_cache(maxsize=8)
def bindings_of(keys: tuple[tuple[str, int], ...]) -> Bindings:
    """Return what keys do with a player's own choices, pairs of a command and a key code."""
    chosen = dict(keys)
    meanings = dict(ALWAYS)
    for meaning, codes in MOVABLE.items():
        own = (chosen[meaning],) if meaning in chosen else codes
        meanings.update({code: meaning for code in own if code not in ALWAYS})
    letters = {
        command.removeprefix(BUTTON): chr(code).lower()
        for command, code in keys
        if command.startswith(BUTTON) and is_letter(code)
    }
    return Bindings(meanings, letters)


def is_letter(code: int) -> bool:
    """Return True if a key has a character on it that can press a button."""
    return 33 <= code < 127


def key_of(event: pygame.event.Event, bindings: Bindings | None = None) -> Key:
    """Return the meaning of a KEYDOWN event.

    A key goes by the character that the player's layout puts on it. Where that is no Latin one it
    goes by its place. With a modifier that means nothing here a key does nothing.
    """
    bindings = bindings or bindings_of(())
    code = event.key
    if event.mod & MEANS_NOTHING:
        return Key(Meaning.OTHER, code=code)
    plain = plain_code(code, getattr(event, "scancode", 0), event.mod)
    if event.mod & CONTROL:
        return Key(_with_control(plain, getattr(event, "unicode", "")), code=code)
    if code not in bindings.meanings:  # a player may have put something on this very key
        code = plain
    if code == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT:
        return Key(Meaning.PREVIOUS, code=code)
    if code in bindings.meanings:
        return Key(bindings.meanings[code], code=code)
    if is_letter(code):
        return Key(Meaning.LETTER, chr(code).lower(), code)
    return Key(Meaning.OTHER, code=code)


def _with_control(code: int, character: str) -> Meaning:
    """Return what a key does together with Control: by its character, where that is known."""
    by_key = _WITH_CONTROL.get(code, Meaning.OTHER)
    return _CHARACTERS_WITH_CONTROL.get(character, by_key)
