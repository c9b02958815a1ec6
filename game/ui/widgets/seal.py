"""Seals of offices: a rim with a shape of its own, a motif, a desk plate with letters."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.paint.theme import Colour, Theme, contrast, ink_on, mixed
from game.ui.widgets.widget import Look, Widget

Points = list[tuple[float, float]]
_FINER = 4
LEAST_PORTRAIT = 36  # design units; a smaller seal has its letters alone
LEAST_EDGE = 3.0  # contrast of the rim against the panel; WCAG 2.2, success criterion 1.4.11
STEPS_AROUND = 96

DEFAULT_MOTIF: IconName = "seal_compass"
# a motif for each bloc of the shipped worlds; others get the default
MOTIFS: dict[str, IconName] = {
    "usa": "seal_columns",
    "china": "seal_mountains",
    "eu27": "seal_bridge",
    "uk": "seal_lighthouse",
    "india": "seal_sunrise",
    "developed": "seal_compass",
    "forest": "seal_tree",
    "oil": "seal_drop",
    "vulnerable": "seal_wave",
    "africa": "seal_acacia",
    "emerging": "seal_sprout",
}


class Emblem(Widget):
    """The seal of a delegation, in its accent and with its own outline.

    party_index: its place in the level, which gives accent and outline
    side: in design units at text scale 1
    """

    def __init__(
        self, letters: str, party_index: int, side: int = 40, motif: IconName = DEFAULT_MOTIF
    ) -> None:
        super().__init__()
        self.letters, self.party_index, self.side, self.motif = letters, party_index, side, motif

    def natural_width(self, canvas: Canvas) -> int:
        """Its side."""
        return canvas.px(self.side * max(canvas.fonts.text_scale, 1.0))

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its side."""
        return self.natural_width(canvas)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the picture, made once for a size and a theme."""
        side = min(self.rect.width, self.rect.height)
        if side > 0:
            picture = self.picture(canvas, side)
            canvas.surface.blit(picture, picture.get_rect(midtop=self.rect.midtop))

    def picture(self, canvas: Canvas, side: int) -> pygame.Surface:
        """Return the seal, that many pixels wide and high."""
        key = ("seal", side, self.party_index, self.motif, self.letters)
        return canvas.kept.get(key, lambda: self._drawn(canvas, side))

    def _drawn(self, canvas: Canvas, side: int) -> pygame.Surface:
        theme = canvas.theme
        accent = accent_of(theme, self.party_index)
        ink = ink_on(accent)
        large = pygame.Surface((side * _FINER, side * _FINER), pygame.SRCALPHA)
        rim = _rim(theme, accent)
        large.fill((*rim, 0))
        shape = OUTLINES[(self.party_index + self.party_index // len(OUTLINES)) % len(OUTLINES)]
        for size, colour in ((1.0, rim), (0.93, accent), (0.82, ink), (0.78, accent)):
            pygame.draw.polygon(large, colour, _placed(shape(), side * _FINER, size))
        picture = pygame.transform.smoothscale(large, (side, side))
        inside = Canvas(picture, theme, canvas.fonts, canvas.kept)
        if self.side < LEAST_PORTRAIT:
            _letters(inside, self.letters, picture.get_rect().center, ink)
        else:
            self._draw_portrait(inside, side, accent, ink)
        return picture

    def _draw_portrait(self, canvas: Canvas, side: int, accent: Colour, ink: Colour) -> None:
        motif = pygame.Rect(0, 0, round(side * 0.4), round(side * 0.4))
        motif.center = side // 2, round(side * 0.36)
        canvas.icon(self.motif, motif, ink)
        plate = pygame.Rect(0, 0, round(side * 0.74), round(side * 0.34))
        plate.center = side // 2, round(side * 0.72)
        canvas.rounded(plate, max(side // 16, 2), ink, accent, max(1, round(side / 40)))
        _letters(canvas, self.letters, plate.center, accent)


def accent_of(theme: Theme, party_index: int) -> Colour:
    """Return the accent of the delegation at that place in the level."""
    return theme.parties[party_index % len(theme.parties)]


def _letters(canvas: Canvas, letters: str, at: tuple[int, int], ink: Colour) -> None:
    side = canvas.surface.get_width()
    units = side / canvas.px(canvas.fonts.text_scale * 100) * 100
    role = Role.NUMBER if units >= 72 else Role.STRONG if units >= 52 else Role.LABEL
    picture = canvas.fonts[role].render(letters, True, ink)
    canvas.surface.blit(picture, picture.get_rect(center=at))


def _rim(theme: Theme, accent: Colour) -> Colour:
    """Return the accent, darkened or lightened as far as it takes to stand out from a panel."""
    for step in range(11):
        rim = mixed(accent, theme.text, step / 10)
        if contrast(rim, theme.card) >= LEAST_EDGE:
            return rim
    return theme.text


def _placed(shape: Points, side: int, size: float) -> Points:
    """Return a shape of the unit circle in pixels of a square."""
    half = side / 2
    return [(half + x * half * size, half + y * half * size) for x, y in shape]


def _around(radius: Callable[[float], float]) -> Points:
    angles = [2 * math.pi * step / STEPS_AROUND for step in range(STEPS_AROUND)]
    return [(radius(a) * math.sin(a), -radius(a) * math.cos(a)) for a in angles]


def _sided(sides: int, turn: float = 0.0, softness: float = 0.18) -> Points:
    """Return a polygon with rounded corners; `softness` 1 is a circle."""
    half = math.pi / sides

    def radius(angle: float) -> float:
        within = (angle - turn) % (2 * half) - half
        edge = math.cos(half) / math.cos(within)
        return edge + softness * (1 - edge) if edge < 1 else 1.0

    return _around(lambda a: radius(a) * (1 - softness * 0.06))


def _circle() -> Points:
    return _around(lambda _: 0.98)


def _rosette() -> Points:
    return _around(lambda angle: 0.93 + 0.06 * math.cos(14 * angle))


def _shield() -> Points:
    top = [(-0.86, -0.86), (0.0, -0.97), (0.86, -0.86)]
    right = [(0.9 * math.cos(t * 1.45), -0.1 + 1.08 * math.sin(t * 1.45)) for t in _steps(24)]
    left = [(-x, y) for x, y in reversed(right)]
    return [*top, *right, (0.0, 0.99), *left]


def _arch() -> Points:
    arc = [(0.9 * math.sin(t * math.pi / 2), -0.98 * math.cos(t * math.pi / 2)) for t in _steps(24)]
    right = [*arc, (0.9, 0.92), (0.84, 0.96)]
    return [*right, *[(-x, y) for x, y in reversed(right)]]


def _steps(count: int) -> list[float]:
    return [step / count for step in range(count + 1)]


OUTLINES: tuple[Callable[[], Points], ...] = (
    _rosette,
    _shield,
    _circle,
    lambda: _sided(6),
    _arch,
    lambda: _sided(8, math.pi / 8, 0.05),
    lambda: _sided(4, math.pi / 4, 0.3),
    lambda: _sided(4, 0.0, 0.4),
)
