"""Colours by meaning, for each theme. Contrast against the card is at least WCAG AA (4.5:1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Colour = tuple[int, int, int]


class ThemeName(StrEnum):
    """The themes a player can choose."""

    NIGHT = "night"
    PAPER = "paper"


@dataclass(frozen=True)
class Theme:
    """What each part of the picture is drawn in.

    ours, theirs: the two sides of a table; good, warn, bad: what a number means, never alone
    bands: fills of the fan chart from the widest range to the narrowest
    parties: accents of delegations, after Okabe and Ito's colour-blind-safe set
    """

    name: ThemeName
    ground: Colour
    card: Colour
    raised: Colour
    line: Colour
    track: Colour
    text: Colour
    muted: Colour
    ours: Colour
    theirs: Colour
    on_accent: Colour
    good: Colour
    warn: Colour
    bad: Colour
    focus: Colour
    mercury: Colour
    bands: tuple[Colour, Colour, Colour]
    parties: tuple[Colour, ...]
    shadow: tuple[int, int, int, int]


NIGHT = Theme(
    name=ThemeName.NIGHT,
    ground=(12, 19, 33),
    card=(21, 31, 48),
    raised=(30, 43, 64),
    line=(48, 63, 88),
    track=(52, 68, 96),
    text=(236, 240, 247),
    muted=(164, 177, 198),
    ours=(240, 165, 50),
    theirs=(86, 180, 233),
    on_accent=(8, 16, 28),
    good=(64, 200, 150),
    warn=(245, 185, 60),
    bad=(250, 130, 105),
    focus=(255, 214, 102),
    mercury=(236, 128, 64),
    bands=((33, 60, 84), (44, 88, 124), (60, 122, 168)),
    parties=(
        (86, 180, 233),
        (240, 165, 50),
        (64, 200, 150),
        (230, 150, 190),
        (240, 228, 66),
        (120, 160, 240),
        (250, 130, 105),
        (180, 190, 205),
    ),
    shadow=(0, 0, 0, 110),
)

PAPER = Theme(
    name=ThemeName.PAPER,
    ground=(238, 233, 223),
    card=(253, 251, 247),
    raised=(244, 239, 229),
    line=(214, 206, 190),
    track=(214, 206, 192),
    text=(26, 33, 46),
    muted=(86, 94, 108),
    ours=(158, 78, 0),
    theirs=(0, 92, 152),
    on_accent=(255, 255, 255),
    good=(0, 110, 80),
    warn=(140, 88, 0),
    bad=(172, 38, 20),
    focus=(190, 92, 0),
    mercury=(186, 62, 18),
    bands=((201, 218, 230), (150, 186, 210), (92, 148, 186)),
    parties=(
        (0, 92, 152),
        (158, 78, 0),
        (0, 110, 80),
        (150, 60, 110),
        (112, 98, 0),
        (50, 70, 160),
        (172, 38, 20),
        (80, 86, 98),
    ),
    shadow=(60, 48, 30, 46),
)

THEMES = {theme.name: theme for theme in (NIGHT, PAPER)}
