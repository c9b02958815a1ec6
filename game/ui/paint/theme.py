"""Colours by meaning for each theme, in step with `docs/art_direction.md`.

Text reaches WCAG's AA (4.5:1) against every ground it stands on, AAA (7:1) in the theme of high
contrast. Delegations wear the colour-blind-safe set of Okabe and Ito (2008), always beside a
shape and a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal

Colour = tuple[int, int, int]
Ink = Literal[
    "text", "muted", "line", "track", "ours", "theirs", "good", "warn", "bad", "focus", "mercury"
]  # what letters, strokes and signs are drawn in, by meaning: it follows a change of theme

UNIT = 8  # distances are multiples of this many design units, halves for what belongs together


class ThemeName(StrEnum):
    """The themes a player can choose."""

    NIGHT = "night"
    PAPER = "paper"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, by meaning.

    ours, theirs: the two sides of a table; good, warn, bad: what a number means, never alone
    bands: fills of the fan chart from the widest range to the narrowest
    sea, land, coast: the world map where no delegation's colour lies
    parties: accents of delegations; letters on them by `ink_on`
    territory: how much of a delegation's accent its countries show, 0-1
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
    sea: Colour
    land: Colour
    coast: Colour
    parties: tuple[Colour, ...]
    territory: float
    shadow: tuple[int, int, int, int]

    def ink(self, ink: Ink | Colour) -> Colour:
        """Return the colour of an ink in this theme; a colour stays as it is."""
        return self._inks[ink] if isinstance(ink, str) else ink

    @cached_property
    def _inks(self) -> dict[Ink, Colour]:
        return {
            "text": self.text,
            "muted": self.muted,
            "line": self.line,
            "track": self.track,
            "ours": self.ours,
            "theirs": self.theirs,
            "good": self.good,
            "warn": self.warn,
            "bad": self.bad,
            "focus": self.focus,
            "mercury": self.mercury,
        }


DARK_INK, LIGHT_INK = (8, 16, 28), (255, 255, 255)

# M. Okabe and K. Ito (2008), Color Universal Design; a grey stands in for their black.
OKABE_ITO: tuple[Colour, ...] = (
    (86, 180, 233),
    (230, 159, 0),
    (0, 158, 115),
    (204, 121, 167),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (214, 218, 224),
)

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
    sea=(16, 25, 41),
    land=(52, 64, 84),
    coast=(16, 25, 41),
    parties=OKABE_ITO,
    territory=0.72,
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
    sea=(226, 232, 236),
    land=(196, 198, 192),
    coast=(253, 251, 247),
    parties=OKABE_ITO,
    territory=0.8,
    shadow=(60, 48, 30, 46),
)

CONTRAST = Theme(
    name=ThemeName.CONTRAST,
    ground=(0, 0, 0),
    card=(0, 0, 0),
    raised=(26, 26, 26),
    line=(190, 190, 190),
    track=(96, 96, 96),
    text=(255, 255, 255),
    muted=(222, 222, 222),
    ours=(255, 184, 77),
    theirs=(120, 200, 255),
    on_accent=(0, 0, 0),
    good=(92, 235, 180),
    warn=(255, 214, 90),
    bad=(255, 158, 140),
    focus=(255, 255, 0),
    mercury=(255, 150, 80),
    bands=((44, 70, 96), (58, 106, 148), (84, 150, 204)),
    sea=(0, 0, 0),
    land=(70, 70, 70),
    coast=(0, 0, 0),
    parties=(
        (120, 200, 255),
        (255, 176, 32),
        (40, 214, 160),
        (240, 160, 205),
        (245, 235, 90),
        (112, 164, 255),
        (255, 132, 56),
        (210, 210, 210),
    ),
    territory=1.0,
    shadow=(0, 0, 0, 0),
)

THEMES = {theme.name: theme for theme in (NIGHT, PAPER, CONTRAST)}


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """One colour with a share (0-1) of another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(fill: Colour) -> Colour:
    """Dark or light letters, whichever read better on a fill."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, fill))


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
