"""Keys by meaning, so that screens and widgets never compare key codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pygame


class Meaning(StrEnum):
    """What a key stands for where nothing else has claimed it."""

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
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True)
class Key:
    """A key as pressed; `letter` is the character in lower case, empty for other keys."""

    meaning: Meaning
    letter: str = ""


_PLAIN = {
    pygame.K_LEFT: Meaning.LEFT,
    pygame.K_RIGHT: Meaning.RIGHT,
    pygame.K_UP: Meaning.UP,
    pygame.K_DOWN: Meaning.DOWN,
    pygame.K_PAGEUP: Meaning.PAGE_UP,
    pygame.K_PAGEDOWN: Meaning.PAGE_DOWN,
    pygame.K_HOME: Meaning.FIRST,
    pygame.K_END: Meaning.LAST,
    pygame.K_RETURN: Meaning.ACCEPT,
    pygame.K_KP_ENTER: Meaning.ACCEPT,
    pygame.K_SPACE: Meaning.ACCEPT,
    pygame.K_ESCAPE: Meaning.BACK,
    pygame.K_F1: Meaning.HELP,
    pygame.K_F6: Meaning.THEME,
    pygame.K_F11: Meaning.FULL_SCREEN,
}
_WITH_CONTROL = {
    pygame.K_PLUS: Meaning.LARGER,
    pygame.K_EQUALS: Meaning.LARGER,
    pygame.K_KP_PLUS: Meaning.LARGER,
    pygame.K_MINUS: Meaning.SMALLER,
    pygame.K_KP_MINUS: Meaning.SMALLER,
}


def key_of(event: pygame.event.Event) -> Key:
    """The meaning of a KEYDOWN event."""
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return Key(_WITH_CONTROL.get(event.key, Meaning.OTHER))
    if event.key == pygame.K_TAB:
        backwards = event.mod & pygame.KMOD_SHIFT
        return Key(Meaning.PREVIOUS if backwards else Meaning.NEXT)
    if event.key in _PLAIN:
        return Key(_PLAIN[event.key])
    if 33 <= event.key < 127:
        return Key(Meaning.LETTER, chr(event.key).lower())
    return Key(Meaning.OTHER)
