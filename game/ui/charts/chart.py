"""The base of every chart: it draws its figures once, and a cursor reads them out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.texts import Texts
from game.ui.charts.axes import Plot
from game.ui.charts.readout import Readout, draw_reading
from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.widgets.widget import Look, Widget

PICTURES_KEPT = 24
MOST_OF_WINDOW = 0.5


@dataclass(frozen=True)
class _Picture:
    """A picture and the very objects it shows; holding them keeps their identity theirs."""

    surface: pygame.Surface
    shows: tuple[object, ...]


class Pictures:
    """The last pictures of charts, by what they show and how; same figures, same objects.

    A table that is built again draws in 19 ms with them and in 36 ms without (1280 x 720). They go
    by identity, which an lru_cache cannot: the arrays that they show have no hash.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], _Picture] = OrderedDict()

    def get(
        self,
        how: tuple[object, ...],
        shows: tuple[object, ...],
        draw: Callable[[], pygame.Surface],
    ) -> pygame.Surface:
        """Return the picture, drawing it if need be."""
        key = (*how, *(id(each) for each in shows))
        found = self._kept.pop(key, None) or _Picture(draw(), shows)
        self._kept[key] = found
        if len(self._kept) > PICTURES_KEPT:
            self._kept.popitem(last=False)
        return found.surface


PICTURES = Pictures()


def least_height(canvas: Canvas, units: int) -> int:
    """Pixels for a height that grows with the text, and fits a window with the rest of a page."""
    wanted = canvas.px(units * max(canvas.fonts.text_scale, 1.0))
    return min(wanted, round(canvas.surface.get_height() * MOST_OF_WINDOW))


class Chart(Widget):
    """A chart. Hovering, or arrow keys while it has the keyboard, move its cursor.

    shows: the objects it is drawn from; where one is another object, the picture is drawn anew
    height: its least height in design units at text scale 1
    """

    def __init__(
        self, shows: tuple[object, ...], texts: Texts, *, key: str, tip: str, height: int, grow: int
    ) -> None:
        super().__init__(grow=grow, key=key, tip=tip)
        self.shows, self.texts, self.height = shows, texts, height
        self.cursor: int | None = None
        self.plot = Plot(pygame.Rect(0, 0, 1, 1), 0, 1, 0, 1)

    def plot_in(self, canvas: Canvas, rect: pygame.Rect) -> Plot:
        """Return the plot area within a rectangle."""
        return Plot(rect, 0, 1, 0, 1)

    @property
    def steps(self) -> int:
        """How many places the cursor has; 0 if there is nothing to read out."""
        return 0

    @property
    def first_step(self) -> int:
        """The cursor's place when the keyboard reaches the chart."""
        return 0

    def step_at(self, at: tuple[int, int]) -> int | None:
        """Return the cursor's place under a pixel; None if there is none."""
        return None

    def reading(self, step: int) -> Readout:
        """Return what the chart says at a place of the cursor."""
        raise LookupError(step)

    def paint(self, canvas: Canvas, plot: Plot) -> None:
        """Draw the picture onto a canvas of the chart's size."""

    def paint_cursor(self, canvas: Canvas, step: int) -> int | None:
        """Mark a place on the screen; the pixel its reading keeps clear of, None for a corner."""
        return None

    @property
    def takes_focus(self) -> bool:
        """The keyboard can read it out."""
        return self.steps > 0

    @property
    def has_tip_now(self) -> bool:
        """Until a place on it is pointed at: then its figures are read out instead."""
        return bool(self.tip) and self.cursor is None

    def natural_width(self, canvas: Canvas) -> int:
        """Wide enough to read the axis."""
        return canvas.px(360)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its least height, but never so much that it cannot be seen whole; it grows."""
        return least_height(canvas, self.height)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Take a place, and know where the figures lie in it."""
        super().place(canvas, rect)
        self.plot = self.plot_in(canvas, rect)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the picture; cursor and reading while the pointer or the keyboard is on it."""
        canvas.surface.blit(self._picture(canvas), self.rect)
        hovered, focused = look.is_hovered(self), look.is_focused(self)
        if focused:
            canvas.outline(self.rect, canvas.theme.focus)
        reads = focused or (hovered and self.cursor is not None)
        if self.steps and reads and look.tipped is None:
            step = self.first_step if self.cursor is None else self.cursor
            x = self.paint_cursor(canvas, step)
            draw_reading(canvas, self.rect, x, self.reading(step))

    def point(self, at: tuple[int, int]) -> bool:
        """Follow the pointer; return whether the reading changed."""
        before, self.cursor = self.cursor, self.step_at(at)
        return self.cursor != before

    def press(self, at: tuple[int, int]) -> None:
        """Read out the place that was pressed."""
        self.cursor = self.step_at(at)

    def drag(self, at: tuple[int, int]) -> None:
        """Read out along the way."""
        self.cursor = self.step_at(at)

    def on_key(self, key: Key) -> bool:
        """Left and right by a step, home and end to the ends."""
        if not self.steps:
            return False
        now = self.first_step if self.cursor is None else self.cursor
        to = {
            Meaning.LEFT: now - 1,
            Meaning.RIGHT: now + 1,
            Meaning.FIRST: 0,
            Meaning.LAST: self.steps - 1,
        }.get(key.meaning)
        if to is None:
            return False
        self.cursor = max(0, min(to, self.steps - 1))
        return True

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        fonts = canvas.fonts
        how = (type(self), self.rect.size, canvas.theme.name, fonts.zoom, fonts.text_scale)
        return PICTURES.get(how, (*self.shows, self.texts), lambda: self._painted(canvas))

    def _painted(self, canvas: Canvas) -> pygame.Surface:
        picture = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        picture.fill((*canvas.theme.card, 0))
        inside = Canvas(picture, canvas.theme, canvas.fonts, canvas.kept)
        self.paint(inside, self.plot_in(inside, picture.get_rect()))
        return picture
