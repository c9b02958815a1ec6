"""Pins on the world map: seals with names, each a button in a place of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pygame

from game.ui.charts.geography import LonLat
from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.icons import Sign
from game.ui.paint.theme import mixed
from game.ui.widgets.seal import Emblem
from game.ui.widgets.widget import Look, Widget

STILL_PX = 4  # a hand that presses moves that much
SIDES = ("below", "above", "right", "left")


class Pin(Widget):
    """A seal on the map with a plate that names it.

    at: its place on the earth; None puts it at the map's lower edge
    readout: what is said of it while the pointer or the keyboard rests on it, a title first
    bloc: the land that answers for it: to point there is to point at the pin
    on_press: what a press does; None where a pin is only to be looked at
    """

    def __init__(
        self,
        emblem: Emblem,
        name: str,
        at: LonLat | None,
        readout: Sequence[str],
        on_press: Callable[[], object] | None = None,
        *,
        sign: Sign | None = None,
        bloc: str | None = None,
        key: str,
    ) -> None:
        super().__init__(key=key)
        self.bloc = bloc
        self.emblem, self.name, self.at, self.sign = emblem, name, at, sign
        self.readout, self.on_press = tuple(readout), on_press
        self._pressed_at = (0, 0)
        self.seal = self.plate = pygame.Rect(0, 0, 0, 0)

    @property
    def takes_focus(self) -> bool:
        """The keyboard can reach every pin."""
        return True

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Plate, then seal."""
        hot = look.is_hovered(self)
        if self.plate.width:
            self._draw_plate(canvas, hot)
        halo = self.seal.width / 2 + canvas.px(2)
        canvas.disc(self.seal.center, halo, canvas.theme.card)
        canvas.surface.blit(self.emblem.picture(canvas, self.seal.width), self.seal)
        if look.is_focused(self):
            canvas.outline(self.rect, canvas.theme.focus)

    def press(self, at: tuple[int, int]) -> None:
        """Remember where: on the pin, or on its land."""
        self._pressed_at = at

    def release(self, at: tuple[int, int]) -> None:
        """Press it, if the pointer is still there."""
        moved = max(abs(at[0] - self._pressed_at[0]), abs(at[1] - self._pressed_at[1]))
        if self.rect.collidepoint(at) or moved <= STILL_PX:
            self.activate()

    def on_key(self, key: Key) -> bool:
        """Enter and space press it."""
        if key.meaning is Meaning.ACCEPT:
            self.activate()
            return True
        return False

    def activate(self) -> None:
        """Do what a press does."""
        if self.on_press is not None:
            self.on_press()

    def seal_side(self, canvas: Canvas) -> int:
        """Pixels of the seal."""
        return self.emblem.natural_width(canvas)

    def plate_size(self, canvas: Canvas) -> tuple[int, int]:
        """Pixels of the plate: the name, and a sign where there is one."""
        width, height = canvas.fonts[Role.LABEL].size(self.name)
        sign = height if self.sign is not None else 0
        return width + sign + canvas.px(12), height + canvas.px(4)

    def settle(self, seal: pygame.Rect, plate: pygame.Rect) -> None:
        """Take these places."""
        self.seal, self.plate = seal, plate
        self.rect = seal.union(plate) if plate.width else seal.copy()

    def _draw_plate(self, canvas: Canvas, hot: bool) -> None:
        theme = canvas.theme
        fill = mixed(theme.card, theme.text, 0.16) if hot else theme.card
        canvas.rounded(self.plate, canvas.px(4), fill, theme.line)
        x = self.plate.x + canvas.px(6)
        if self.sign is not None:
            side = canvas.fonts.line_height(Role.LABEL) - canvas.px(2)
            box = pygame.Rect(x, self.plate.centery - side // 2, side, side)
            canvas.icon(self.sign.icon, box, canvas.theme.ink(self.sign.ink))
            x += side + canvas.px(2)
        height = canvas.fonts.line_height(Role.LABEL)
        canvas.text(self.name, (x, self.plate.centery - height // 2), Role.LABEL)


def settle_pins(
    pins: Iterable[Pin],
    wanted: Iterable[tuple[int, int]],
    canvas: Canvas,
    room: pygame.Rect,
    kept_free: Sequence[pygame.Rect] = (),
) -> None:
    """Place each pin near its wanted spot, none over another, all within the room.

    The plate goes where it is free: below the seal, above, right or left; where it is free at no
    side, seal and plate move to where both are, and the name is left out only if nowhere is near.
    """
    taken = list(kept_free)
    for pin, at in zip(pins, wanted, strict=True):
        side = pin.seal_side(canvas)
        seal = _free_near(at, side, taken, room, canvas.px(6))
        size, apart = pin.plate_size(canvas), canvas.px(2)
        plate = _free_plate(seal, size, taken, room, apart)
        if not plate.width:
            seal, plate = _together(seal, size, taken, room, apart)
        pin.settle(seal, plate)
        taken.append(pin.rect)


def _free_near(
    at: tuple[int, int], side: int, taken: list[pygame.Rect], room: pygame.Rect, step: int
) -> pygame.Rect:
    """Return a square at a place, or as near to it as others let it."""
    best = pygame.Rect(at[0] - side // 2, at[1] - side // 2, side, side).clamp(room)
    x, y = best.center
    for far in range(0, max(room.size), step):
        for dx, dy in _ring_of(far, step):
            best.center = x + dx, y + dy
            best.clamp_ip(room)
            if best.collidelist(taken) < 0:
                return best
    return best


def _together(
    seal: pygame.Rect,
    size: tuple[int, int],
    taken: list[pygame.Rect],
    room: pygame.Rect,
    gap: int,
) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the nearest seal with its plate beside it that are free as a whole."""
    step = max(seal.width // 4, 1)
    for far in range(step, room.width // 4, step):
        for dx, dy in _ring_of(far, step):
            moved = seal.move(dx, dy)
            if room.contains(moved) and moved.collidelist(taken) < 0:
                plate = _free_plate(moved, size, taken, room, gap)
                if plate.width:
                    return moved, plate
    return seal, pygame.Rect(seal.topleft, (0, 0))


def _ring_of(far: int, step: int) -> list[tuple[int, int]]:
    """Return steps to all sides at a distance, the straight ones first."""
    if far == 0:
        return [(0, 0)]
    edge = [(x, y) for x in range(-far, far + 1, step) for y in (-far, far)]
    edge += [(x, y) for y in range(-far, far + 1, step) for x in (-far, far)]
    return sorted(edge, key=lambda d: (abs(d[0]) + abs(d[1]), d))


def _free_plate(
    seal: pygame.Rect,
    size: tuple[int, int],
    taken: list[pygame.Rect],
    room: pygame.Rect,
    gap: int,
) -> pygame.Rect:
    """Room for a plate beside a seal; without width where there is none."""
    plate = pygame.Rect((0, 0), size)
    for side in SIDES:
        if side == "below":
            plate.midtop = seal.centerx, seal.bottom + gap
        elif side == "above":
            plate.midbottom = seal.centerx, seal.top - gap
        elif side == "right":
            plate.midleft = seal.right + gap, seal.centery
        else:
            plate.midright = seal.left - gap, seal.centery
        if side in ("below", "above"):
            plate.left = max(room.left, min(plate.left, room.right - plate.width))
        whole = plate.union(seal)
        if room.contains(plate) and whole.collidelist(taken) < 0:
            return plate
    return pygame.Rect(seal.topleft, (0, 0))
