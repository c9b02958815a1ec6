"""Moves a command to another key, and refuses keys that cannot take it."""

from __future__ import annotations

import pygame

from game.ui.input.keys import ALWAYS, BUTTON, LETTERS, MOVABLE, Meaning, is_letter

Keys = tuple[tuple[str, int], ...]
BY_NUMBER = frozenset(range(pygame.K_1, pygame.K_9 + 1))  # they choose a table, or one of a list
ALONE_MEAN_NOTHING = frozenset(
    {pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT}
    | {pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCK}
)


def codes_of(command: str, keys: Keys) -> tuple[int, ...]:
    """Return the keys that carry a command out now, those that always do left out."""
    chosen = dict(keys)
    if command in chosen:
        return (chosen[command],)
    if command.startswith(BUTTON):
        name = command.removeprefix(BUTTON)
        return tuple(dict.fromkeys(ord(on[name]) for on in LETTERS.values() if name in on))
    return MOVABLE[Meaning(command)]


def fixed_codes_of(command: str) -> tuple[int, ...]:
    """Return the keys that always carry out a command, whatever the player chooses."""
    return tuple(code for code, meaning in ALWAYS.items() if meaning == command)


def refusal_of(command: str, code: int) -> str:
    """Why a key cannot be given to any such command: the end of a text key; empty if it can."""
    if code in ALWAYS:
        return "always"
    if code in BY_NUMBER:
        return "number"
    if code in ALONE_MEAN_NOTHING or code == 0:
        return "alone"
    if command.startswith(BUTTON) and not is_letter(code):
        return "no_letter"
    return ""


def taken_by(command: str, code: int, keys: Keys) -> str:
    """Return the other command that a key would carry out on the same screen.

    Empty where none does.
    """
    others = [other for other in _beside(command) if code in codes_of(other, keys)]
    return others[0] if others else ""


def with_key(command: str, code: int, keys: Keys) -> Keys:
    """Return the player's choices with one more; a key as it was at first is no choice."""
    chosen = {name: key for name, key in keys if name != command}
    if code not in codes_of(command, ()):
        chosen[command] = code
    return tuple(sorted(chosen.items()))


def key_name(code: int) -> str:
    """Return the label of a key."""
    name = pygame.key.name(code)
    is_short = len(name) == 1 or (name[:1] == "f" and name[1:].isdigit())
    return name.upper() if is_short else name.capitalize()


def _beside(command: str) -> list[str]:
    """Every other command that can be given on a screen where this one can."""
    found: list[str] = [str(meaning) for meaning in MOVABLE]
    for screen in LETTERS.values():
        if not command.startswith(BUTTON) or command.removeprefix(BUTTON) in screen:
            found += [f"{BUTTON}{name}" for name in screen]
    return [other for other in dict.fromkeys(found) if other != command]
