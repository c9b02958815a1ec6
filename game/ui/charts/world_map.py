"""The world map: member countries of each delegation, deals as lines, pins, a read-out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.ui.charts.geography import LonLat, MapFrame, atlas, full_width, globe, height_for
from game.ui.charts.pins import Pin, settle_pins
from game.ui.charts.strokes import dashed, stroke
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Colour, Ink, Theme, mixed
from game.ui.widgets.seal import accent_of
from game.ui.widgets.widget import Look, Widget

FINER_SMALL, FINER_LARGE = 3, 2  # drawn so many times larger, then brought down
LARGE_PX = 1_000
STATE_RADIUS = 2.6  # design units
LEGEND_UNITS, LEGEND_STEP, LEGEND_SHARE = 140, 20, 0.45  # least width, widening, most of the map
STRIPE_UNITS = 4  # of countries that two delegations speak for
ARC_STEPS = 24
LEAST_UNITS, ALONE_UNITS, MOST_UNITS = 172, 256, 336  # height: beside others, across a page


@dataclass(frozen=True)
class Thread:
    """A line between two places; `dashed` for what is not yet sure."""

    start: LonLat
    end: LonLat
    colour: Ink
    dashed: bool = False


class WorldMap(Widget):
    """Member countries in the accents of their delegations, with what happens on top.

    A country that two delegations speak for is striped; one that nobody speaks for is plain land.

    territories: per bloc, its delegation's index in the level
    ring_at: where this round meets, marked by a ring
    alone: whether it lies across a whole page
    said: what stands beside the land while nothing is pointed at, a title first
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
        self._land = pygame.Rect(0, 0, 1, 1)
        self._frame = MapFrame(0, 0, 1)

    @property
    def children(self) -> tuple[Widget, ...]:
        """The pins."""
        return self.pins

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return enough to tell the continents apart; more where the text is larger."""
        wanted = canvas.px(min(self.least * max(canvas.fonts.text_scale, 1.0), MOST_UNITS))
        return min(wanted, round(height_for(width)))

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Place the legend, the map beside it as large as fits, the pins on their land."""
        self.rect = rect
        legend = self._legend(canvas)
        self._land = rect.copy()
        self._land.width -= legend.width
        self._land.right = rect.right
        self._frame = MapFrame.within(self._land)
        room = rect.inflate(-canvas.px(8), -canvas.px(8))
        settle_pins(self.pins, self._wanted(canvas, room), canvas, room, [legend])

    def under(self, at: tuple[int, int]) -> Widget:
        """Return the pin of the land there, the map itself over other land and the sea."""
        picture, groups = _groups_drawn(self._land.size)
        x, y = at[0] - self._land.x, at[1] - self._land.y
        if not picture.get_rect().collidepoint(x, y):
            return self
        member_of = groups[picture.get_at((x, y)).r]
        found = (pin for bloc in member_of for pin in self.pins if pin.bloc == bloc)
        return next(found, self)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Land, lines, pins, read-out."""
        canvas.surface.blit(self._picture(canvas), self._land)
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
        key = ("world", self._land.size, tuple(sorted(self.territories.items())))
        return canvas.panels.get(key, lambda: _drawn(canvas, self._land.size, self.territories))

    def _draw_borders(self, canvas: Canvas, bloc: str | None) -> None:
        """Draw an outline around all land that answers for the pin being looked at."""
        if bloc in self.territories:
            key = ("borders", self._land.size, bloc)
            outline = canvas.panels.get(key, lambda: _borders_drawn(canvas, self._land.size, bloc))
            canvas.surface.blit(outline, self._land)

    def _draw_thread(self, canvas: Canvas, thread: Thread) -> None:
        start = np.array(self._frame.point(thread.start), dtype=float)
        end = np.array(self._frame.point(thread.end), dtype=float)
        rise = np.array([0.0, -0.22 * float(np.hypot(*(end - start)))])
        share = np.linspace(0, 1, ARC_STEPS + 1)[:, None]
        bend = (start + end) / 2 + rise
        path = (1 - share) ** 2 * start + 2 * share * (1 - share) * bend + share**2 * end
        ink, width = canvas.theme.ink(thread.colour), max(canvas.px(2), 2)
        points = [(float(x), float(y)) for x, y in path]
        (dashed if thread.dashed else stroke)(canvas, points, ink, width)

    def _draw_ring(self, canvas: Canvas, at: tuple[int, int]) -> None:
        ink = canvas.theme.focus
        for radius, width in ((9, 2), (3, 0)):
            pygame.draw.aacircle(canvas.surface, ink, at, canvas.px(radius), canvas.px(width))

    def _legend(self, canvas: Canvas) -> pygame.Rect:
        """Return where the legend stands, beside all land; nothing if there is none."""
        if not self.said:
            return pygame.Rect(self.rect.bottomleft, (0, 0))
        beside = self.rect.width - round(self.rect.height * full_width() / height_for(full_width()))
        return self._said_in(canvas, self.said, beside)[0]

    def _said_in(
        self, canvas: Canvas, said: Sequence[str], wide: int = 0
    ) -> tuple[pygame.Rect, list[tuple[str, Role]]]:
        """Return the box at the lower left and the lines in it.

        It is as wide as given at least, and wider only where the map is not high enough for it.
        """
        scale = max(canvas.fonts.text_scale, 1.0)
        width = max(wide, canvas.px(LEGEND_UNITS * scale))
        most = round(self.rect.width * LEGEND_SHARE)
        box, lines = self._box_of(canvas, said, width)
        while box.height > self.rect.height and width < most:
            width += canvas.px(LEGEND_STEP)
            box, lines = self._box_of(canvas, said, width)
        return box, lines

    def _box_of(
        self, canvas: Canvas, said: Sequence[str], width: int
    ) -> tuple[pygame.Rect, list[tuple[str, Role]]]:
        pad = canvas.px(8)
        room = width - 2 * pad
        lines = [(line, Role.STRONG) for line in canvas.lines(said[0], room, Role.STRONG)]
        for text in said[1:]:
            lines += [(line, Role.SMALL) for line in canvas.lines(text, room, Role.SMALL)]
        widest = max(canvas.fonts[role].size(line)[0] for line, role in lines)
        height = sum(canvas.fonts.line_height(role) for _, role in lines)
        box = pygame.Rect(0, 0, widest + 2 * pad, height + pad)
        box.bottomleft = self.rect.bottomleft
        return box, lines

    def _draw_readout(self, canvas: Canvas, said: Sequence[str]) -> None:
        """On a plate, so that it can be read over small islands."""
        if not said:
            return
        box, lines = self._said_in(canvas, said, self._land.left - self.rect.left)
        canvas.rounded(box, canvas.px(8), canvas.theme.card)
        y = box.y + canvas.px(4)
        for text, role in lines:
            ink = canvas.theme.text if role is Role.STRONG else canvas.theme.muted
            canvas.text(text, (box.x + canvas.px(8), y), role, ink)
            y += canvas.fonts.line_height(role)


def _drawn(canvas: Canvas, size: tuple[int, int], territories: Mapping[str, int]) -> pygame.Surface:
    """Draw the sea and the land several times larger and bring them down smoothly."""
    theme = canvas.theme
    finer = FINER_LARGE if max(size) > LARGE_PX else FINER_SMALL
    large = pygame.Surface((size[0] * finer, size[1] * finer), 0, 32)
    large.fill(theme.card)
    frame = MapFrame.within(large.get_rect())
    pygame.draw.polygon(large, theme.sea, frame.points(globe()).tolist())
    _fill_land(large, frame, theme, territories, canvas.px(STRIPE_UNITS) * finer)
    edge = max(round(finer * canvas.px(1) * 0.8), 1)
    for country in atlas().countries:
        for ring in country.rings:
            pygame.draw.lines(large, theme.coast, True, frame.points(ring).tolist(), edge)
    for state in atlas().states:
        at, radius = frame.point(state.at), canvas.fonts.zoom * STATE_RADIUS * finer
        pygame.draw.circle(large, theme.coast, at, radius + edge)
        fills = _fills_of(theme, territories, state.member_of)
        pygame.draw.circle(large, fills[0], at, radius)
        if len(fills) > 1:
            half = {"draw_top_right": True, "draw_bottom_right": True}
            pygame.draw.circle(large, fills[1], at, radius, **half)
    return pygame.transform.smoothscale(large, size)


def _fill_land(
    large: pygame.Surface,
    frame: MapFrame,
    theme: Theme,
    territories: Mapping[str, int],
    stripe: int,
) -> None:
    """Fill every country; stripe: pixels of a stripe where two delegations speak for it."""
    second = pygame.Surface(large.get_size(), pygame.SRCALPHA)
    for country in atlas().countries:
        fills = _fills_of(theme, territories, country.member_of)
        for ring in country.rings:
            points = frame.points(ring).tolist()
            pygame.draw.polygon(large, fills[0], points)
            if len(fills) > 1:
                pygame.draw.polygon(second, (*fills[1], 255), points)
    width, height = large.get_size()
    for x in range(-height, width, 2 * stripe):
        ends = [(x, height), (x + stripe, height), (x + stripe + height, 0), (x + height, 0)]
        pygame.draw.polygon(second, (0, 0, 0, 0), ends)
    large.blit(second, (0, 0))


def _borders_drawn(canvas: Canvas, size: tuple[int, int], bloc: str) -> pygame.Surface:
    """Draw the borders of a bloc's members, rings around its small states, on nothing."""
    ink, finer = canvas.theme.text, FINER_LARGE
    large = pygame.Surface((size[0] * finer, size[1] * finer), pygame.SRCALPHA)
    large.fill((*ink, 0))  # bringing it down mixes in what lies beside the lines
    frame, width = MapFrame.within(large.get_rect()), canvas.px(1) * finer
    for country in atlas().countries:
        for ring in country.rings if bloc in country.member_of else ():
            pygame.draw.lines(large, ink, True, frame.points(ring).tolist(), width)
    for state in atlas().states:
        if bloc in state.member_of:
            radius = canvas.fonts.zoom * STATE_RADIUS * 2 * finer
            pygame.draw.circle(large, ink, frame.point(state.at), radius, width)
    return pygame.transform.smoothscale(large, size)


@lru_cache(maxsize=4)
def _groups_drawn(size: tuple[int, int]) -> tuple[pygame.Surface, tuple[tuple[str, ...], ...]]:
    """Draw numbers, and return what each stands for: the blocs that speak for a pixel's land."""
    picture = pygame.Surface(size, 0, 32)
    frame = MapFrame.within(picture.get_rect())
    groups: list[tuple[str, ...]] = [()]
    for country in atlas().countries:
        if country.member_of not in groups:
            groups.append(country.member_of)
        number = groups.index(country.member_of), 0, 0
        for ring in country.rings:
            pygame.draw.polygon(picture, number, frame.points(ring).tolist())
    return picture, tuple(groups)


def _fills_of(
    theme: Theme, territories: Mapping[str, int], member_of: Sequence[str]
) -> tuple[Colour, ...]:
    """Return the colours of the delegations that speak for a country; plain land for none."""
    shown = [territories[bloc] for bloc in member_of if bloc in territories]
    fills = [mixed(theme.land, accent_of(theme, at), theme.territory) for at in shown]
    return tuple(fills) or (theme.land,)
