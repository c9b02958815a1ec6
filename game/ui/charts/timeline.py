"""The calendar as a line: meetings as stops, the present one, closing doors at each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.wrapping import pieces
from game.ui.widgets.widget import Look, Widget

TITLE_LINES = 3
DOOR, DOT = 13, 7  # design units: a door's height, a stop's radius
MOST_DOORS = 4


@dataclass(frozen=True)
class Stop:
    """One meeting. doors: how many issues close with it"""

    day: str
    title: str
    doors: int


class Timeline(Widget):
    """Stops on a line; arrow keys or a press choose one, `on_choose` says which."""

    def __init__(
        self,
        stops: Sequence[Stop],
        now: int,
        chosen: int,
        on_choose: Callable[[int], object],
        *,
        tip: str = "",
        key: str = "timeline",
    ) -> None:
        super().__init__(key=key, tip=tip)
        self.stops, self.now, self.chosen, self.on_choose = tuple(stops), now, chosen, on_choose

    @property
    def takes_focus(self) -> bool:
        """The keyboard can walk along it."""
        return True

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Doors, dots, days, and titles where they fit."""
        cell = width // max(len(self.stops), 1)
        titles = max((len(self._title(canvas, stop, cell)) for stop in self.stops), default=0)
        text = canvas.fonts.line_height(Role.LABEL) + titles * canvas.fonts.line_height(Role.SMALL)
        return self._dots_at(canvas) + canvas.px(DOT + 5) + text

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the line first, then every stop."""
        theme, y = canvas.theme, self.rect.y + self._dots_at(canvas)
        thick = canvas.px(3)
        first, here, last = (self._x(at) for at in (0, self.now, len(self.stops) - 1))
        pygame.draw.line(canvas.surface, theme.track, (here, y), (last, y), thick)
        pygame.draw.line(canvas.surface, theme.theirs, (first, y), (here, y), thick)
        for at, stop in enumerate(self.stops):
            self._draw_stop(canvas, at, stop, y)
        if look.is_focused(self):
            canvas.outline(self.rect, theme.focus)

    def press(self, at: tuple[int, int]) -> None:
        """Choose the stop under the pointer."""
        share = (at[0] - self.rect.x) / max(self.rect.width, 1)
        self._choose(int(share * len(self.stops)))

    def on_key(self, key: Key) -> bool:
        """Left and right walk, home and end jump."""
        to = {
            Meaning.LEFT: self.chosen - 1,
            Meaning.RIGHT: self.chosen + 1,
            Meaning.FIRST: 0,
            Meaning.LAST: len(self.stops) - 1,
        }.get(key.meaning)
        if to is None:
            return False
        self._choose(to)
        return True

    def _choose(self, at: int) -> None:
        to = max(0, min(at, len(self.stops) - 1))
        if to != self.chosen:
            self.on_choose(to)

    def _x(self, at: int) -> int:
        return self.rect.x + round(self.rect.width * (at + 0.5) / max(len(self.stops), 1))

    def _dots_at(self, canvas: Canvas) -> int:
        """Pixels from the top to the middle of the dots."""
        return canvas.px(DOOR + DOT + 5)

    def _title(self, canvas: Canvas, stop: Stop, cell: int) -> tuple[str, ...]:
        """Return the title in a few lines; none where it cannot be set without breaking a word."""
        room = cell - canvas.px(2)
        font = canvas.fonts[Role.SMALL]
        if any(font.size(word)[0] > room for word in pieces(stop.title)):
            return ()
        lines = canvas.lines(stop.title, room, Role.SMALL)
        return lines if len(lines) <= TITLE_LINES else ()

    def _draw_stop(self, canvas: Canvas, at: int, stop: Stop, y: int) -> None:
        theme, x = canvas.theme, self._x(at)
        past, here = at < self.now, at == self.now
        cell = self.rect.width // max(len(self.stops), 1)
        if at == self.chosen:
            box = pygame.Rect(0, self.rect.y, cell, self.rect.height)
            box.centerx = x
            canvas.rounded(box, canvas.px(8), theme.raised)
            start = box.left if at else x
            end = box.right if at < len(self.stops) - 1 else x
            ink = theme.theirs if past else theme.track
            pygame.draw.line(canvas.surface, ink, (x, y), (end, y), canvas.px(3))
            ink = theme.theirs if at <= self.now else theme.track
            pygame.draw.line(canvas.surface, ink, (start, y), (x, y), canvas.px(3))
        self._draw_dot(canvas, (x, y), past, here)
        self._draw_doors(canvas, (x, y), 0 if past else stop.doors)
        ink = theme.muted if past else theme.text
        top = y + canvas.px(DOT + 4)
        canvas.text(stop.day, (x, top), Role.LABEL, ink, "center")
        top += canvas.fonts.line_height(Role.LABEL)
        for line in self._title(canvas, stop, cell):
            ink = theme.text if here else theme.muted
            canvas.text(line, (x, top), Role.SMALL, ink, "center")
            top += canvas.fonts.line_height(Role.SMALL)

    def _draw_dot(self, canvas: Canvas, at: tuple[int, int], past: bool, here: bool) -> None:
        theme, radius = canvas.theme, canvas.px(DOT)
        if here:
            canvas.disc(at, radius + canvas.px(2), theme.focus)
            canvas.disc(at, radius - canvas.px(1), theme.card)
            canvas.disc(at, radius - canvas.px(3), theme.focus)
        elif past:
            canvas.disc(at, radius, theme.theirs)
            side = round(radius * 1.4)
            box = pygame.Rect(0, 0, side, side)
            box.center = at
            canvas.icon("check", box, theme.on_accent)
        else:
            canvas.disc(at, radius, theme.muted)
            canvas.disc(at, radius - canvas.px(2), theme.card)

    def _draw_doors(self, canvas: Canvas, at: tuple[int, int], doors: int) -> None:
        """Draw a door for each issue that closes, above the stop."""
        side, shown = canvas.px(DOOR), min(doors, MOST_DOORS)
        x = at[0] - shown * side // 2
        y = at[1] - canvas.px(DOT + 3) - side
        for place in range(shown):
            canvas.icon("door", pygame.Rect(x + place * side, y, side, side), canvas.theme.warn)
