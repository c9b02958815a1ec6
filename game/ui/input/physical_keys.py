"""Keys by position: for layouts without Latin letters, and for the keypad.

SDL names a key by what the player's layout puts on it. A Cyrillic, Greek or Hebrew layout puts no
Latin letter anywhere, so that the letters on the buttons could never be pressed; there the place
of the key counts, as on a US keyboard (USB HID usage tables 1.4, page 0x07).
"""

from __future__ import annotations

import sys

import pygame

LAST_ASCII = 127
_NAMED_BY_PLACE = 1 << 30  # SDLK_SCANCODE_MASK: keys with no character on them, like F1

_LETTERS = {pygame.KSCAN_A + i: pygame.K_a + i for i in range(26)}
_DIGITS = {pygame.KSCAN_1 + i: pygame.K_1 + i for i in range(9)} | {pygame.KSCAN_0: pygame.K_0}
_MARKS = {
    pygame.KSCAN_MINUS: pygame.K_MINUS,
    pygame.KSCAN_EQUALS: pygame.K_EQUALS,
    pygame.KSCAN_LEFTBRACKET: pygame.K_LEFTBRACKET,
    pygame.KSCAN_RIGHTBRACKET: pygame.K_RIGHTBRACKET,
    pygame.KSCAN_BACKSLASH: pygame.K_BACKSLASH,
    pygame.KSCAN_SEMICOLON: pygame.K_SEMICOLON,
    pygame.KSCAN_APOSTROPHE: pygame.K_QUOTE,
    pygame.KSCAN_GRAVE: pygame.K_BACKQUOTE,
    pygame.KSCAN_COMMA: pygame.K_COMMA,
    pygame.KSCAN_PERIOD: pygame.K_PERIOD,
    pygame.KSCAN_SLASH: pygame.K_SLASH,
}
_LATIN = _LETTERS | _DIGITS | _MARKS

_KEYPAD_SIGNS = {
    pygame.K_KP_PLUS: pygame.K_PLUS,
    pygame.K_KP_MINUS: pygame.K_MINUS,
    pygame.K_KP_ENTER: pygame.K_RETURN,
}
_KEYPAD_DIGITS = {
    getattr(pygame, f"K_KP{digit}"): getattr(pygame, f"K_{digit}") for digit in range(10)
}
_KEYPAD_MOVES = {
    pygame.K_KP4: pygame.K_LEFT,
    pygame.K_KP6: pygame.K_RIGHT,
    pygame.K_KP8: pygame.K_UP,
    pygame.K_KP2: pygame.K_DOWN,
    pygame.K_KP9: pygame.K_PAGEUP,
    pygame.K_KP3: pygame.K_PAGEDOWN,
    pygame.K_KP7: pygame.K_HOME,
    pygame.K_KP1: pygame.K_END,
    pygame.K_KP_PERIOD: pygame.K_DELETE,
}


def plain_code(code: int, scancode: int, mod: int) -> int:
    """Return the code of the key that this one stands for.

    Keypad keys stand for the signs, digits or moves printed on them, by Num Lock; a key with a
    character that is not ASCII stands for what a US keyboard has in its place.
    """
    if code in _KEYPAD_SIGNS:
        return _KEYPAD_SIGNS[code]
    if code in _KEYPAD_DIGITS or code in _KEYPAD_MOVES:
        keypad = _KEYPAD_DIGITS if _types_digits(mod) else _KEYPAD_MOVES
        return keypad.get(code, code)
    if LAST_ASCII < code < _NAMED_BY_PLACE:
        return _LATIN.get(scancode, code)
    return code


def _types_digits(mod: int) -> bool:
    """Return whether the keypad types digits; Macs have no Num Lock and always do."""
    return bool(mod & pygame.KMOD_NUM) or sys.platform == "darwin"
