"""The surface a frame is painted on, with the strokes that screens share.

Rounded shapes, shadows and icons are drawn once, kept and stretched: see `Kept`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal

import pygame

from game.paths import assets_dir
from game.ui.paint.drawable import drawable, drawable_line
from game.ui.paint.fonts import Fonts, Role
from game.ui.paint.icons import IconName
from game.ui.paint.theme import Colour, Theme
from game.ui.paint.wrapping import cut_at_lines, line_starts, wrapped

Point = tuple[float, float]
Align = Literal["left", "center", "right"]  # where a line of text stands in its place
MOST_WRAPPED = 4_000
DOTS_APART = 3  # from one dot of a line to the next, in dots
MOST_LETTERS_BYTES = 24_000_000  # lines of text and icons: more than three large screens full
MOST_PANELS_BYTES = 12_000_000  # one large window, and the rims of its panels
_FINER = 4  # rounded corners are drawn this many times larger, then brought down


@dataclass
class Kept:
    """Pictures drawn once for one theme and zoom; the least recently used makes room.

    A frame of the hub takes 6 ms with it and 48 ms without (1280 x 720). The bytes have a bound and
    not, as in an lru_cache, the number: a line of text and a panel differ a thousandfold.
    """

    most_bytes: int
    pictures: dict[tuple[object, ...], pygame.Surface] = field(default_factory=dict)
    bytes: int = 0

    def get(self, key: tuple[object, ...], draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return the picture under a key, drawn if it is not there yet."""
        picture = self.pictures.pop(key, None)
        if picture is None:
            picture = draw()
            self.bytes += _bytes_of(picture)
        self.pictures[key] = picture  # the last used stands last
        while self.bytes > self.most_bytes and len(self.pictures) > 1:
            self.bytes -= _bytes_of(self.pictures.pop(next(iter(self.pictures))))
        return picture


def _bytes_of(picture: pygame.Surface) -> int:
    return picture.get_pitch() * picture.get_height()


@dataclass(frozen=True)
class Stretch:
    """Some letters of one line of a broken text, in pixels.

    line: which of its lines; x: from where that begins; free: what the line leaves of the width
    """

    line: int
    x: int
    width: int
    free: int


@dataclass
class Canvas:
    """The drawing surface of widgets. Sizes are in pixels; `px` turns design units into them."""

    surface: pygame.Surface
    theme: Theme
    fonts: Fonts
    kept: Kept = field(default_factory=lambda: Kept(MOST_LETTERS_BYTES))
    panels: Kept = field(default_factory=lambda: Kept(MOST_PANELS_BYTES))

    def __post_init__(self) -> None:
        """Make what breaks texts; a table that is built again draws in 19 ms with it, else in 31.

        It holds the fonts and not the canvas, which is freed as soon as another one takes over.
        """
        self._lines = lru_cache(maxsize=MOST_WRAPPED)(partial(_broken, self.fonts))
        self._stretch = lru_cache(maxsize=MOST_WRAPPED)(
            partial(_stretches, self.fonts, self._lines)
        )

    def px(self, units: float) -> int:
        """Pixels for a length given for a window 720 pixels high."""
        return max(1, round(units * self.fonts.zoom)) if units else 0

    @property
    def units_wide(self) -> float:
        """Design units across, of the size that the player's text leaves them."""
        return self.surface.get_width() / (self.fonts.zoom * max(self.fonts.text_scale, 1.0))

    @property
    def units_high(self) -> float:
        """Design units from top to bottom, of the size that the player's text leaves them."""
        return self.surface.get_height() / (self.fonts.zoom * max(self.fonts.text_scale, 1.0))

    def text(
        self,
        text: str,
        at: tuple[int, int],
        role: Role = Role.BODY,
        colour: Colour | None = None,
        align: Align = "left",
    ) -> pygame.Rect:
        """One line of text; `at` is its top left, top middle or top right by `align`."""
        picture = self._text_picture(text, role, colour or self.theme.text)
        box = picture.get_rect(topleft=at)
        if align == "right":
            box.topright = at
        elif align == "center":
            box.midtop = at
        self.surface.blit(picture, box)
        return box

    def lines(self, text: str, width: int, role: Role) -> tuple[str, ...]:
        """Return the text broken for a width."""
        return self._lines(text, width, role)

    def stretch(
        self, text: str, width: int, role: Role, start: int, end: int
    ) -> tuple[Stretch, ...]:
        """Where the letters of a text from one to another stand once it is broken for a width."""
        return self._stretch(text, width, role, start, end)

    def rounded(
        self,
        rect: pygame.Rect,
        radius: int,
        fill: Colour,
        border: Colour | None = None,
        thickness: int = 1,
    ) -> None:
        """Draw a rectangle with smooth round corners."""
        radius = max(1, min(radius, rect.width // 2, rect.height // 2))
        key = ("rounded", radius, fill, border, thickness)
        tile = self.kept.get(key, lambda: _corner_tile(radius, fill, border, thickness))
        self._nine_slices(key, tile, rect, radius)

    def card(self, rect: pygame.Rect, fill: Colour | None = None) -> None:
        """Draw a panel with a soft shadow."""
        radius, blur = self.px(10), self.px(10)
        key = ("shadow", radius, blur)
        shadow = self.kept.get(key, lambda: _shadow_tile(radius, blur, self.theme.shadow))
        around = rect.inflate(2 * blur, 2 * blur).move(0, blur // 3)
        self._nine_slices(key, shadow, around, 2 * blur, hidden=rect)
        self.rounded(rect, radius, fill or self.theme.card, self.theme.line)

    def outline(self, rect: pygame.Rect, colour: Colour) -> None:
        """Draw the ring around what has the keyboard."""
        ring = rect.inflate(self.px(6), self.px(6))
        thickness = max(2, self.px(2))
        radius = max(1, min(self.px(10), ring.width // 2, ring.height // 2))
        key = ("ring", radius, colour, thickness)
        tile = self.kept.get(key, lambda: _corner_tile(radius, None, colour, thickness))
        self._nine_slices(key, tile, ring, radius)

    def disc(self, centre: Point, radius: float, fill: Colour) -> None:
        """Draw a smooth filled circle."""
        pygame.draw.aacircle(self.surface, fill, centre, radius)

    def line(self, start: Point, end: Point, colour: Colour, width: int = 1) -> None:
        """Draw a straight line, smooth unless it is upright or level."""
        if start[0] == end[0] or start[1] == end[1]:
            pygame.draw.line(self.surface, colour, start, end, width)
        else:
            pygame.draw.aaline(self.surface, colour, start, end, width)

    def dashes(self, start: Point, end: Point, colour: Colour, width: int = 1) -> None:
        """Draw a level dashed line."""
        on, off = self.px(6), self.px(4)
        x = start[0]
        while x < end[0]:
            to = min(x + on, end[0])
            pygame.draw.line(self.surface, colour, (x, start[1]), (to, end[1]), width)
            x += on + off

    def dashed_frame(self, rect: pygame.Rect, colour: Colour) -> None:
        """Draw the frame around what a hint speaks of.

        Dashed and square, unlike the keyboard's ring.
        """
        thick, on, off = max(2, self.px(2)), self.px(8), self.px(5)
        for x in range(rect.left, rect.right, on + off):
            wide = min(on, rect.right - x)
            for y in (rect.top, rect.bottom - thick):
                self.surface.fill(colour, (x, y, wide, thick))
        for y in range(rect.top, rect.bottom, on + off):
            high = min(on, rect.bottom - y)
            for x in (rect.left, rect.right - thick):
                self.surface.fill(colour, (x, y, thick, high))

    def dots(self, at: tuple[int, int], length: int, thickness: int, colour: Colour) -> None:
        """Draw a level dotted line of a length; its dots are square."""
        key = ("dots", length, thickness, colour)
        self.surface.blit(self.kept.get(key, lambda: _dots(length, thickness, colour)), at)

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        """Draw a filled shape; its edges are smoothed by the lines drawn over them."""
        pygame.draw.polygon(self.surface, fill, points)
        pygame.draw.aalines(self.surface, fill, True, points)

    def icon(self, name: IconName, rect: pygame.Rect, colour: Colour) -> None:
        """One of the game's icons in one colour."""
        side = min(rect.width, rect.height)
        picture = self.kept.get(("icon", name, side, colour), lambda: _icon(name, side, colour))
        self.surface.blit(picture, picture.get_rect(center=rect.center))

    def _text_picture(self, text: str, role: Role, colour: Colour) -> pygame.Surface:
        return self.kept.get(
            ("text", text, role, colour),
            lambda: self.fonts[role].render(drawable_line(text), True, colour),
        )

    def _nine_slices(
        self,
        key: tuple[object, ...],
        tile: pygame.Surface,
        rect: pygame.Rect,
        corner: int,
        hidden: pygame.Rect | None = None,
    ) -> None:
        """Blit a square tile stretched over a rectangle, its corners as they are.

        hidden: a part that something else will cover, left out where it can be
        """
        size = tile.get_width()
        corner = min(corner, rect.width // 2, rect.height // 2, (size - 1) // 2)
        middle = tile.get_at((size // 2, size // 2))
        inner = rect.inflate(-2 * corner, -2 * corner)
        is_hidden = hidden is not None and hidden.contains(inner)
        if min(rect.size) <= 2 * corner or (0 < middle.a < 255 and not is_hidden):
            whole = self.panels.get(
                (*key, rect.size, corner), lambda: _stretched(tile, rect.size, corner)
            )
            self.surface.blit(whole, rect)
            return
        self._blit_rim(key, tile, rect, corner)
        if middle.a == 255:
            self.surface.fill(middle, inner)

    def _blit_rim(
        self, key: tuple[object, ...], tile: pygame.Surface, rect: pygame.Rect, corner: int
    ) -> None:
        """Draw the four sides of a panel.

        Only they are kept, for whole panels fill the memory.
        """
        width, height = rect.size
        inside = (corner, height - 2 * corner)
        sides = (
            ("top", (0, 0), (width, corner)),
            ("bottom", (0, height - corner), (width, corner)),
            ("left", (0, corner), inside),
            ("right", (width - corner, corner), inside),
        )
        for name, at, size in sides:
            picture = self.panels.get(
                (*key, name, size, corner), partial(_side, tile, name, size, corner)
            )
            self.surface.blit(picture, (rect.x + at[0], rect.y + at[1]))


def _broken(fonts: Fonts, text: str, width: int, role: Role) -> tuple[str, ...]:
    return wrapped(fonts[role], drawable(text), width)


def _stretches(
    fonts: Fonts,
    lines_of: Callable[[str, int, Role], tuple[str, ...]],
    text: str,
    width: int,
    role: Role,
    start: int,
    end: int,
) -> tuple[Stretch, ...]:
    lines, font = lines_of(text, width, role), fonts[role]
    starts = line_starts(drawable(text), lines)
    return tuple(
        Stretch(
            place,
            left := font.size(lines[place][:low])[0],
            font.size(lines[place][:high])[0] - left,
            width - font.size(lines[place])[0],
        )
        for place, low, high in cut_at_lines(lines, starts, start, end)
    )


def _corner_tile(
    radius: int, fill: Colour | None, border: Colour | None, thickness: int
) -> pygame.Surface:
    side = 2 * radius + 1
    large = pygame.Surface((side * _FINER, side * _FINER), pygame.SRCALPHA)
    outermost = border if border is not None else fill
    if outermost is not None:
        large.fill((*outermost, 0))  # bringing it down mixes in what lies outside the edge
    if border is not None:
        whole = large.get_rect()
        ring = thickness * _FINER if fill is None else 0
        pygame.draw.rect(large, border, whole, ring, border_radius=radius * _FINER)
    if fill is not None:
        inset = thickness * _FINER if border is not None else 0
        inner = large.get_rect().inflate(-2 * inset, -2 * inset)
        pygame.draw.rect(large, fill, inner, border_radius=max(radius * _FINER - inset, 1))
    return pygame.transform.smoothscale(large, (side, side))


def _dots(length: int, thickness: int, colour: Colour) -> pygame.Surface:
    line = pygame.Surface((length, thickness), pygame.SRCALPHA)
    for x in range(0, length, DOTS_APART * thickness):
        line.fill(colour, (x, 0, thickness, thickness))
    return line


def _shadow_tile(radius: int, blur: int, colour: tuple[int, int, int, int]) -> pygame.Surface:
    side = 4 * blur + 2 * radius + 1
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    inner = tile.get_rect().inflate(-2 * blur, -2 * blur)
    pygame.draw.rect(tile, colour, inner, border_radius=radius)
    return pygame.transform.gaussian_blur(tile, blur // 2)


def _stretched(tile: pygame.Surface, size: tuple[int, int], corner: int) -> pygame.Surface:
    width, height = size
    side = tile.get_width()
    middle = side - 2 * corner
    picture = pygame.Surface(size, pygame.SRCALPHA)
    columns = _parts(side, middle, corner, width)
    rows = _parts(side, middle, corner, height)
    for from_x, from_w, to_x, to_w in columns:
        for from_y, from_h, to_y, to_h in rows:
            if to_w > 0 and to_h > 0:
                piece = tile.subsurface((from_x, from_y, from_w, from_h))
                picture.blit(pygame.transform.scale(piece, (to_w, to_h)), (to_x, to_y))
    return picture


def _side(tile: pygame.Surface, name: str, size: tuple[int, int], corner: int) -> pygame.Surface:
    """One side of a tile, stretched: the top and the bottom with their corners."""
    side = tile.get_width()
    middle = side - 2 * corner
    if name in ("left", "right"):
        x = 0 if name == "left" else side - corner
        piece = tile.subsurface((x, corner, corner, middle))
        return pygame.transform.scale(piece, size)
    y = 0 if name == "top" else side - corner
    picture = pygame.Surface(size, pygame.SRCALPHA)
    for from_x, from_w, to_x, to_w in _parts(side, middle, corner, size[0]):
        if to_w > 0:
            piece = tile.subsurface((from_x, y, from_w, corner))
            picture.blit(pygame.transform.scale(piece, (to_w, corner)), (to_x, 0))
    return picture


def _parts(side: int, middle: int, corner: int, length: int) -> tuple[tuple[int, ...], ...]:
    """Where the three parts of a side come from and go to: start, length, start, length."""
    return (
        (0, corner, 0, corner),
        (corner, middle, corner, length - 2 * corner),
        (side - corner, corner, length - corner, corner),
    )


@lru_cache(maxsize=64)
def _icon_source(name: IconName) -> bytes:
    return (assets_dir() / "icons" / f"{name}.svg").read_bytes()


def _icon(name: IconName, side: int, colour: Colour) -> pygame.Surface:
    """Icons are drawn in black; the colour is put in before they are read."""
    hexed = "#{:02x}{:02x}{:02x}".format(*colour)
    source = _icon_source(name).replace(b"#000000", hexed.encode())
    return pygame.image.load_sized_svg(io.BytesIO(source), (side, side))
