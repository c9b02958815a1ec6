"""A scrolling view of something taller than its place."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

import pygame

from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.widgets.widget import Look, Widget

WHEEL_UNITS = 56
LEAST_UNITS = 150
RING_UNITS = 6  # below the last widget, for the ring around it when it has the keyboard


class Scroll(Widget):
    """Shows part of its child; the wheel, the keys and the focus move it.

    least: the height it asks for where the child is taller, in design units at text scale 1
    offsets: how far each scroll of the screen is down, in pixels, kept across rebuilds by key
    """

    def __init__(
        self,
        child: Widget,
        offsets: MutableMapping[str, int],
        *,
        key: str,
        grow: int = 1,
        least: int = LEAST_UNITS,
    ) -> None:
        super().__init__(grow=grow, key=key)
        self.child, self._offsets, self.least = child, offsets, least
        self._content_height = 0
        self._step = WHEEL_UNITS

    @property
    def children(self) -> tuple[Widget, ...]:
        """The one child, its hidden part too."""
        return (self.child,)

    @property
    def takes_focus(self) -> bool:
        """Only to be scrolled by keys, where little or nothing inside could take the focus."""
        inside = (w for w in self.child.walk() if w.takes_focus and not w.is_aside)
        return self.hidden > 0 and next(inside, None) is None

    @property
    def hidden(self) -> int:
        """Pixels of the child that do not fit."""
        return max(self._content_height - self.rect.height, 0)

    @property
    def offset(self) -> int:
        """Pixels of the child above the top edge."""
        return max(0, min(self._offsets.get(self.key, 0), self.hidden))

    def natural_width(self, canvas: Canvas) -> int:
        """Return the child's, and room for the bar."""
        return self.child.natural_width(canvas) + canvas.px(12)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Little is enough: the rest can be scrolled to."""
        least = canvas.px(self.least * max(canvas.fonts.text_scale, 1.0))
        return min(self._child_height(canvas, width), least)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Place the child at its full height, moved up by the offset."""
        self.rect = rect
        self._step = canvas.px(WHEEL_UNITS)
        room = rect.width
        needed = self._content_height = self.child.height_for(canvas, room)
        if needed > rect.height:
            room -= canvas.px(12)
            needed = self.child.height_for(canvas, room)
            self._content_height = needed + canvas.px(RING_UNITS)
        height = max(needed, rect.height)
        self.child.place(canvas, pygame.Rect(rect.x, rect.y - self.offset, room, height))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the visible part, and a bar that shows its place."""
        before = canvas.surface.get_clip()
        room_for_outline = canvas.px(6)
        above = 0 if self.hidden else 2 * room_for_outline
        canvas.surface.set_clip(before.clip(self.rect.inflate(2 * room_for_outline, above)))
        self.child.draw(canvas, look)
        canvas.surface.set_clip(before)
        if self.hidden:
            self._draw_bar(canvas, look)

    def scroll(self, steps: int) -> bool:
        """Scroll some lines up (positive) or down; return whether it moved."""
        return self._to(self.offset - steps * self._step)

    def on_key(self, key: Key) -> bool:
        """Arrows by lines, page keys by pages."""
        page = self.rect.height - self._step
        move = {
            Meaning.UP: -self._step,
            Meaning.DOWN: self._step,
            Meaning.PAGE_UP: -page,
            Meaning.PAGE_DOWN: page,
            Meaning.FIRST: -self.hidden,
            Meaning.LAST: self.hidden,
        }.get(key.meaning)
        return move is not None and self._to(self.offset + move)

    def fits(self, part: pygame.Rect) -> bool:
        """Return True if a part of the child fits in sight whole, with a little around it."""
        return part.height + 2 * self._margin <= self.rect.height

    def reveal(self, part: pygame.Rect) -> None:
        """Move so that a part of the child can be seen; what is taller, from its top."""
        if not self.hidden:
            return
        if part.top - self._margin < self.rect.top or not self.fits(part):
            self._to(self.offset + part.top - self._margin - self.rect.top)
        elif part.bottom + self._margin > self.rect.bottom:
            self._to(self.offset + part.bottom + self._margin - self.rect.bottom)

    @property
    def _margin(self) -> int:
        return self._step // 4

    def walk(self) -> Iterator[Widget]:
        """Itself and everything inside."""
        yield self
        yield from self.child.walk()

    def _to(self, offset: int) -> bool:
        before = self.offset
        self._offsets[self.key] = max(0, min(offset, self.hidden))
        return self.offset != before

    def _child_height(self, canvas: Canvas, width: int) -> int:
        return self.child.height_for(canvas, width - canvas.px(12))

    def _draw_bar(self, canvas: Canvas, look: Look) -> None:
        width = canvas.px(5)
        track = pygame.Rect(self.rect.right - width, self.rect.y, width, self.rect.height)
        canvas.rounded(track, width // 2, canvas.theme.track)
        share = self.rect.height / self._content_height
        height = max(round(share * self.rect.height), canvas.px(24))
        y = self.rect.y + round((self.rect.height - height) * self.offset / self.hidden)
        knob = pygame.Rect(track.x, y, width, height)
        canvas.rounded(knob, width // 2, canvas.theme.muted)
        if look.is_focused(self):
            canvas.outline(self.rect, canvas.theme.focus)
