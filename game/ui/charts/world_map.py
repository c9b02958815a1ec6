"""The world map: land by delegation, deals as lines, pins that can be pressed, a read-out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.ui.charts.geography import Frame, LonLat, full_width, globe, height_for, world
from game.ui.charts.pins import Pin, settle_pins
from game.ui.charts.strokes import dashed, stroke
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Colour, Theme, mixed
from game.ui.widgets.labels import colour_of
from game.ui.widgets.seal import accent_of
from game.ui.widgets.widget import Look, Widget

FINER_SMALL, FINER_LARGE = 3, 2  # drawn so many times larger, then brought down
LARGE_PX = 1_000
STATE_RADIUS = 2.6  # design units
READOUT_SHARE = 0.2  # of the map's width; there is only sea in that corner
ARC_STEPS = 24
LEAST_UNITS, ALONE_UNITS, MOST_UNITS = 168, 256, 336  # height: beside others, across a page


@dataclass(frozen=True)
class Thread:
    """A line between two places; `dashed` for what is not yet sure."""

    start: LonLat
    end: LonLat
    colour: str
    dashed: bool = False


class WorldMap(Widget):
    """Countries in the accents of their delegations, with what happens on top.

    territories: per bloc, its delegation's place in the level; other land is nobody's
    ring_at: where this round meets, marked by a ring
    alone: whether it lies across a whole page
    said: what the corner says while nothing is pointed at, a title first
    """

    def __init__(
        self,
        pins: Sequence[Pin],
        territories: Mapping[str, int],
        *,
        threads: Sequence[Thread] = (),
        ring_at: LonLat | None = None,
        said: Sequence[str] = (),
        grow: int = 1,
        alone: bool = False,
    ) -> None:
        super().__init__(grow=grow, key="map")
        self.pins, self.territories = tuple(pins), dict(territories)
        self.threads, self.ring_at, self.said = tuple(threads), ring_at, tuple(said)
        self.least = ALONE_UNITS if alone else LEAST_UNITS
        self._frame = Frame(0, 0, 1)

    @property
    def children(self) -> tuple[Widget, ...]:
        """The pins."""
        return self.pins

    def height_for(self, canvas: Canvas, width: int) -> int:
        """At least enough to tell the continents apart; more where the text is larger."""
        wanted = canvas.px(min(self.least * max(canvas.fonts.text_scale, 1.0), MOST_UNITS))
        return min(wanted, round(height_for(width)))

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """The map as large as fits, the pins where their delegations are."""
        self.rect = rect
        self._frame = Frame.within(rect)
        room = rect.inflate(-canvas.px(8), -canvas.px(8))
        corner = [self._said_in(canvas, self.said)[0]] if self.said else []
        settle_pins(self.pins, self._wanted(canvas, room), canvas, room, corner)

    def under(self, at: tuple[int, int]) -> Widget:
        """The pin of the land there, the map itself over other land and the sea."""
        picture, blocs = _blocs_drawn(self.rect.size)
        x, y = at[0] - self.rect.x, at[1] - self.rect.y
        if not picture.get_rect().collidepoint(x, y):
            return self
        bloc = blocs[picture.get_at((x, y)).r]
        return next((pin for pin in self.pins if bloc is not None and pin.bloc == bloc), self)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Land, lines, pins, read-out."""
        canvas.surface.blit(self._picture(canvas), self.rect)
        for thread in self.threads:
            self._draw_thread(canvas, thread)
        if self.ring_at is not None:
            self._draw_ring(canvas, self._frame.point(self.ring_at))
        pointed_at = [p for p in self.pins if look.is_hovered(p)]
        pointed_at += [p for p in self.pins if look.is_focused(p)]
        for pin in pointed_at[:1]:
            self._draw_borders(canvas, pin.bloc)
        self._draw_readout(canvas, pointed_at[0].readout if pointed_at else self.said)
        for pin in self.pins:
            pin.draw(canvas, look)

    def _wanted(self, canvas: Canvas, room: pygame.Rect) -> list[tuple[int, int]]:
        """Where each pin would stand alone; those of no place on the map in a row below."""
        wanted, adrift = [], 0
        for pin in self.pins:
            if pin.at is None:
                x = room.centerx + adrift * canvas.px(96 * canvas.fonts.text_scale)
                wanted.append((x, room.bottom - canvas.px(40)))
                adrift += 1
            else:
                wanted.append(self._frame.point(pin.at))
        return wanted

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        key = ("world", self.rect.size, tuple(sorted(self.territories.items())))
        return canvas.panels.get(key, lambda: _drawn(canvas, self.rect.size, self.territories))

    def _draw_borders(self, canvas: Canvas, bloc: str | None) -> None:
        """An outline around all land that answers for the pin being looked at."""
        if bloc in self.territories:
            key = ("borders", self.rect.size, bloc)
            outline = canvas.panels.get(key, lambda: _borders_drawn(canvas, self.rect.size, bloc))
            canvas.surface.blit(outline, self.rect)

    def _draw_thread(self, canvas: Canvas, thread: Thread) -> None:
        start = np.array(self._frame.point(thread.start), dtype=float)
        end = np.array(self._frame.point(thread.end), dtype=float)
        rise = np.array([0.0, -0.22 * float(np.hypot(*(end - start)))])
        share = np.linspace(0, 1, ARC_STEPS + 1)[:, None]
        bend = (start + end) / 2 + rise
        path = (1 - share) ** 2 * start + 2 * share * (1 - share) * bend + share**2 * end
        ink, width = colour_of(canvas, thread.colour), max(canvas.px(2), 2)
        points = [(float(x), float(y)) for x, y in path]
        (dashed if thread.dashed else stroke)(canvas, points, ink, width)

    def _draw_ring(self, canvas: Canvas, at: tuple[int, int]) -> None:
        ink = canvas.theme.focus
        for radius, width in ((9, 2), (3, 0)):
            pygame.draw.aacircle(canvas.surface, ink, at, canvas.px(radius), canvas.px(width))

    def _said_in(
        self, canvas: Canvas, said: Sequence[str]
    ) -> tuple[pygame.Rect, list[tuple[str, Role]]]:
        """The lower left, where there is only sea, as large as it takes; and the lines in it."""
        pad, wide = canvas.px(8), round(self._frame.scale * full_width())
        free = self.rect.width - wide + round(wide * READOUT_SHARE) - 2 * pad
        width = max(free, canvas.px(150))
        lines = [(line, Role.STRONG) for line in canvas.lines(said[0], width, Role.STRONG)]
        for text in said[1:]:
            lines += [(line, Role.SMALL) for line in canvas.lines(text, width, Role.SMALL)]
        widest = max(canvas.fonts[role].size(line)[0] for line, role in lines)
        height = sum(canvas.fonts.line_height(role) for _, role in lines)
        box = pygame.Rect(0, 0, widest + 2 * pad, height + pad)
        box.bottomleft = self.rect.bottomleft
        return box, lines

    def _draw_readout(self, canvas: Canvas, said: Sequence[str]) -> None:
        """On a plate, so that it can be read over small islands."""
        if not said:
            return
        box, lines = self._said_in(canvas, said)
        canvas.rounded(box, canvas.px(8), canvas.theme.card)
        y = box.y + canvas.px(4)
        for text, role in lines:
            ink = canvas.theme.text if role is Role.STRONG else canvas.theme.muted
            canvas.text(text, (box.x + canvas.px(8), y), role, ink)
            y += canvas.fonts.line_height(role)


def _drawn(canvas: Canvas, size: tuple[int, int], territories: Mapping[str, int]) -> pygame.Surface:
    """The sea and the land, several times larger and brought down smoothly."""
    theme = canvas.theme
    finer = FINER_LARGE if max(size) > LARGE_PX else FINER_SMALL
    large = pygame.Surface((size[0] * finer, size[1] * finer), 0, 32)
    large.fill(theme.card)
    frame = Frame.within(large.get_rect())
    pygame.draw.polygon(large, theme.sea, frame.points(globe()).tolist())
    edge = max(round(finer * canvas.px(1) * 0.8), 1)
    for country in world().countries:
        fill = _land_of(theme, territories, country.bloc)
        for ring in country.rings:
            points = frame.points(ring).tolist()
            pygame.draw.polygon(large, fill, points)
            pygame.draw.lines(large, theme.coast, True, points, edge)
    for bloc, states in world().states.items():
        for state in states:
            at, radius = frame.point(state), canvas.fonts.zoom * STATE_RADIUS * finer
            pygame.draw.circle(large, theme.coast, at, radius + edge)
            pygame.draw.circle(large, _land_of(theme, territories, bloc), at, radius)
    return pygame.transform.smoothscale(large, size)


def _borders_drawn(canvas: Canvas, size: tuple[int, int], bloc: str) -> pygame.Surface:
    """The borders of a bloc's countries, rings around its small states, on nothing."""
    ink, finer = canvas.theme.text, FINER_LARGE
    large = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    large.fill((*ink, 0))  # bringing it down mixes in what lies beside the lines
    frame, width = Frame.within(large.get_rect()), canvas.px(1) * finer
    for country in world().countries:
        for ring in country.rings if country.bloc == bloc else ():
            pygame.draw.lines(large, ink, True, frame.points(ring).tolist(), width)
    for state in world().states.get(bloc, ()):
        radius = canvas.fonts.zoom * STATE_RADIUS * 2 * finer
        pygame.draw.circle(large, ink, frame.point(state), radius, width)
    return pygame.transform.smoothscale(large, size)


@lru_cache(maxsize=4)
def _blocs_drawn(size: tuple[int, int]) -> tuple[pygame.Surface, tuple[str | None, ...]]:
    """A picture of numbers, and what they stand for: the bloc of the land at each pixel."""
    picture = pygame.Surface(size, 0, 32)
    frame = Frame.within(picture.get_rect())
    blocs: list[str | None] = [None]
    for country in world().countries:
        if country.bloc is None:
            continue
        if country.bloc not in blocs:
            blocs.append(country.bloc)
        number = blocs.index(country.bloc), 0, 0
        for ring in country.rings:
            pygame.draw.polygon(picture, number, frame.points(ring).tolist())
    return picture, tuple(blocs)


def _land_of(theme: Theme, territories: Mapping[str, int], bloc: str | None) -> Colour:
    if bloc is None or bloc not in territories:
        return theme.land
    return mixed(theme.land, accent_of(theme, territories[bloc]), theme.territory)
