"""Lines that tie parts of a screen together, through the gaps between panels.

A line says nothing that is not in words beside its ends: it only shows where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.charts.axes import Point
from game.ui.charts.strokes import bent, dashed, stroke, thick
from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.boxes import Padded
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Look, Widget

INSIDE = 8  # design units from the edge of a panel to the ring, the middle of its padding
LANE = 5  # between lines that share a gap
LANES_WIDE = 10  # what all of them may take
BEND = 6


@dataclass(frozen=True)
class End:
    """The end of a tie: at a widget, part of a larger one. Full if its term holds, else a ring."""

    at: str
    part_of: str
    holds: bool


@dataclass(frozen=True)
class Tie:
    """A line between what is on the screen of two ends, by way of the widget `through`.

    Drawn through where both ends hold, else dashed.
    """

    ends: tuple[End, End]
    through: str
    colour: Ink

    @property
    def holds(self) -> bool:
        """True if both ends do."""
        return all(end.holds for end in self.ends)


@dataclass(frozen=True)
class _Spot:
    """A widget, the panel it stands on and what scrolls it there."""

    widget: Widget
    panel: Widget
    scroll: Scroll | None

    def level(self) -> tuple[int, int]:
        """How high its middle lies, kept in sight; and -1 or 1 where it is out of sight."""
        y = self.widget.rect.centery
        if self.scroll is not None and y < self.scroll.rect.top:
            return self.scroll.rect.top, -1
        if self.scroll is not None and y > self.scroll.rect.bottom:
            return self.scroll.rect.bottom, 1
        return y, 0


class Ties(Padded):
    """Panels side by side, and lines between things on them. Ties to what is not here are left.

    gap: design units between the panels
    """

    def __init__(self, child: Widget, ties: Sequence[Tie], *, gap: int) -> None:
        super().__init__(child, pad=0, grow=child.grow)
        self.gap = gap
        self._spots = dict(_spots(child, None, None))
        self.ties = [t for t in ties if t.through in self._spots and self._here(t)]

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the panels, then the lines; what the player is at stands out and lies on top."""
        self.child.draw(canvas, look)
        lanes = list(enumerate(self.ties))
        for lane, tie in sorted(lanes, key=lambda each: self._is_looked_at(each[1], look)):
            self._draw(canvas, tie, self._lane(canvas, lane), self._is_looked_at(tie, look))

    def _draw(self, canvas: Canvas, tie: Tie, aside: int, is_looked_at: bool) -> None:
        ink = canvas.theme.ink("text" if is_looked_at and not tie.holds else tie.colour)
        width = thick(canvas, 2.5 if is_looked_at else 1.5)
        line = stroke if tie.holds else dashed
        paths = self._paths(canvas, tie, aside)
        for path in paths:
            line(canvas, bent(path, canvas.px(BEND)), ink, width)
        for end in self._here(tie) if paths else ():
            self._draw_end(canvas, tie, end, ink)
        middle = self._spots[tie.through]
        _, hidden = middle.level()
        if hidden and self._are_beside(tie):
            at = middle.panel.rect.centerx, self._level_through(canvas, middle, aside)
            _arrow(canvas, at, hidden, ink)

    def _paths(self, canvas: Canvas, tie: Tie, aside: int) -> list[list[Point]]:
        """From each end to what stands between them; from one to the other where nothing does."""
        ends = self._here(tie)
        if self._are_beside(tie):
            return [self._to_middle(canvas, tie, end, aside) for end in ends]
        if len(ends) < 2:
            return []
        first, second = (self._out(canvas, tie, end, aside) for end in ends)
        return [[*first, *reversed(second)]]

    def _to_middle(self, canvas: Canvas, tie: Tie, end: End, aside: int) -> list[Point]:
        out, middle = self._out(canvas, tie, end, aside), self._spots[tie.through]
        y = self._level_through(canvas, middle, aside)
        place = middle.scroll.rect if middle.scroll is not None else middle.widget.rect
        to = middle.panel.rect.centerx
        if not middle.level()[1]:
            near = canvas.px(4)
            to = place.left - near if self._side(tie, end) > 0 else place.right + near
        return [*out, (out[-1][0], y), (to, y)]

    def _out(self, canvas: Canvas, tie: Tie, end: End, aside: int) -> list[Point]:
        """From beside an end's ring into the gap between the panels."""
        spot, side = self._spots[end.at], self._side(tie, end)
        x, y = self._ring(canvas, tie, end)
        edge = spot.panel.rect.right if side > 0 else spot.panel.rect.left
        return [
            (x + side * _radius(canvas), y),
            (edge + side * canvas.px(self.gap) // 2 + aside, y),
        ]

    def _ring(self, canvas: Canvas, tie: Tie, end: End) -> tuple[int, int]:
        spot, side = self._spots[end.at], self._side(tie, end)
        edge = spot.panel.rect.right if side > 0 else spot.panel.rect.left
        y, hidden = spot.level()
        return edge - side * canvas.px(INSIDE), y - hidden * _radius(canvas)

    def _draw_end(self, canvas: Canvas, tie: Tie, end: End, ink: Colour) -> None:
        at, hidden = self._ring(canvas, tie, end), self._spots[end.at].level()[1]
        if hidden:
            _arrow(canvas, at, hidden, ink)
            return
        canvas.disc(at, _radius(canvas), ink)
        if not end.holds:
            canvas.disc(at, _radius(canvas) - thick(canvas, 1.5), canvas.theme.card)

    def _level_through(self, canvas: Canvas, middle: _Spot, aside: int) -> int:
        """At the middle of what it goes through; along the panel's edge where that is hidden."""
        y, hidden = middle.level()
        return y + hidden * canvas.px(INSIDE) + (aside if hidden else 0)

    def _side(self, tie: Tie, end: End) -> int:
        """1 where the gap lies at the right of an end's panel, else -1."""
        middle = self._spots[tie.through].panel.rect.centerx
        return 1 if self._spots[end.at].panel.rect.centerx < middle else -1

    def _are_beside(self, tie: Tie) -> bool:
        """Return True if what is between the ends stands in a panel beside theirs, not below."""
        middle = self._spots[tie.through].panel.rect
        panels = [self._spots[end.at].panel.rect for end in self._here(tie)]
        return all(p.right <= middle.left or p.left >= middle.right for p in panels)

    def _here(self, tie: Tie) -> list[End]:
        return [end for end in tie.ends if end.at in self._spots]

    def _lane(self, canvas: Canvas, place: int) -> int:
        apart = min(LANE, LANES_WIDE / max(len(self.ties) - 1, 1))
        return round((place - (len(self.ties) - 1) / 2) * canvas.px(apart))

    def _is_looked_at(self, tie: Tie, look: Look) -> bool:
        """Return True if the pointer or the keyboard rests on something in one of the ends."""
        parts = [self._spots[end.part_of].widget for end in self._here(tie)]
        rested = [w for w in (look.hovered, look.focused) if w is not None]
        return any(widget in rested for part in parts for widget in part.walk())


def _spots(
    widget: Widget, panel: Widget | None, scroll: Scroll | None
) -> Iterator[tuple[str, _Spot]]:
    """Every named thing that stands on a panel."""
    if isinstance(widget, Padded) and widget.panel:
        panel, scroll = widget, None
    elif isinstance(widget, Scroll):
        scroll = widget
    if panel is not None and widget.key:
        yield widget.key, _Spot(widget, panel, scroll)
    for child in widget.children:
        yield from _spots(child, panel, scroll)


def _radius(canvas: Canvas) -> int:
    return thick(canvas, 4) if canvas.fonts.text_scale < 1.5 else canvas.px(6)


def _arrow(canvas: Canvas, at: tuple[int, int], way: int, ink: Colour) -> None:
    """Where a line goes on out of sight: a small head, up (-1) or down (1)."""
    half = _radius(canvas)
    box = pygame.Rect(0, 0, 2 * half, 2 * half)
    box.center = at
    tip, base = (box.bottom, box.top) if way > 0 else (box.top, box.bottom)
    canvas.polygon([(box.left, base), (box.right, base), (box.centerx, tip)], ink)
