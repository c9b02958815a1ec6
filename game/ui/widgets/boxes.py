"""Boxes that lay out their children: columns, rows, flows, grids, cards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import pygame

from game.ui.paint.canvas import Canvas
from game.ui.paint.theme import Colour
from game.ui.widgets.widget import Look, Widget

Upright = Literal["stretch", "top", "middle"]  # where a child shorter than its row stands


class Box(Widget):
    """A container; gaps and padding are in design units.

    together: whether its parts are read together, and come into sight together where they fit
    """

    def __init__(
        self,
        children: Sequence[Widget],
        *,
        gap: int = 8,
        grow: int = 0,
        key: str = "",
        together: bool = False,
    ) -> None:
        super().__init__(grow=grow, key=key)
        self._children = tuple(children)
        self.gap, self.together = gap, together

    @property
    def children(self) -> tuple[Widget, ...]:
        """The widgets inside, in reading order."""
        return self._children

    def gaps(self, canvas: Canvas) -> int:
        """Pixels that the gaps between the children take."""
        return canvas.px(self.gap) * max(len(self._children) - 1, 0)


class Column(Box):
    """Children one below the other; what grows shares the height left over."""

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the heights of the children and the gaps."""
        inside = sum(child.height_for(canvas, width) for child in self.children)
        return inside + self.gaps(canvas)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Top down; children that grow share what is left."""
        self.rect = rect
        needed = [child.height_for(canvas, rect.width) for child in self.children]
        left = rect.height - self.gaps(canvas) - sum(needed)
        heights = _shared(needed, [child.grow for child in self.children], left)
        y = rect.y
        for child, height in zip(self.children, heights, strict=True):
            child.place(canvas, pygame.Rect(rect.x, y, rect.width, height))
            y += height + canvas.px(self.gap)


class Row(Box):
    """Children side by side; what grows shares the width left over, the rest get what they ask.

    align: where shorter children stand
    """

    def __init__(
        self,
        children: Sequence[Widget],
        *,
        gap: int = 8,
        grow: int = 0,
        key: str = "",
        align: Upright = "stretch",
        together: bool = False,
    ) -> None:
        super().__init__(children, gap=gap, grow=grow, key=key, together=together)
        self.align = align

    def natural_width(self, canvas: Canvas) -> int:
        """Return the widths of the children and the gaps."""
        return sum(child.natural_width(canvas) for child in self.children) + self.gaps(canvas)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the tallest child at its share of the width."""
        widths = self._widths(canvas, width)
        pairs = zip(self.children, widths, strict=True)
        return max((child.height_for(canvas, w) for child, w in pairs), default=0)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """From left to right."""
        self.rect = rect
        x = rect.x
        for child, width in zip(self.children, self._widths(canvas, rect.width), strict=True):
            height, y = rect.height, rect.y
            if self.align != "stretch":
                height = min(child.height_for(canvas, width), rect.height)
            if self.align == "middle":
                y += (rect.height - height) // 2
            child.place(canvas, pygame.Rect(x, y, width, height))
            x += width + canvas.px(self.gap)

    def _widths(self, canvas: Canvas, width: int) -> list[int]:
        room = width - self.gaps(canvas)
        asked = [0 if c.grow else c.natural_width(canvas) for c in self.children]
        growers = [child.grow for child in self.children]
        if not any(growers):
            return _squeezed(asked, room)
        most = max(room - sum(asked), 0)
        if most == 0:
            is_empty = not any(c.natural_width(canvas) for c in self.children if c.grow)
            asked = _squeezed(asked, room if is_empty else room * 2 // 3)
            most = room - sum(asked)
        return _shared(asked, growers, most)


class Flow(Box):
    """Children side by side as long as there is room, then on the next line."""

    def natural_width(self, canvas: Canvas) -> int:
        """All of them on one line."""
        return sum(child.natural_width(canvas) for child in self.children) + self.gaps(canvas)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """As many lines as it takes."""
        lines = self._lines(canvas, width)
        heights = [max(c.height_for(canvas, w) for c, w in line) for line in lines]
        return sum(heights) + canvas.px(self.gap) * max(len(lines) - 1, 0)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Line by line."""
        self.rect = rect
        y = rect.y
        for line in self._lines(canvas, rect.width):
            height = max(child.height_for(canvas, width) for child, width in line)
            x = rect.x
            for child, width in line:
                child.place(canvas, pygame.Rect(x, y, width, height))
                x += width + canvas.px(self.gap)
            y += height + canvas.px(self.gap)

    def _lines(self, canvas: Canvas, width: int) -> list[list[tuple[Widget, int]]]:
        lines: list[list[tuple[Widget, int]]] = [[]]
        used = 0
        for child in self.children:
            wanted = min(child.natural_width(canvas), width)
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append((child, wanted))
            used += wanted + canvas.px(self.gap)
        return [line for line in lines if line]


class CellGrid(Box):
    """Columns of one width; as many as fit, each at least `least` design units wide."""

    def __init__(
        self, children: Sequence[Widget], *, least: int, gap: int = 12, most: int = 12
    ) -> None:
        super().__init__(children, gap=gap)
        self.least, self.most = least, most

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the rows, each as tall as its tallest cell."""
        rows, cell = self._rows(canvas, width)
        heights = [max(child.height_for(canvas, cell) for child in row) for row in rows]
        return sum(heights) + canvas.px(self.gap) * max(len(rows) - 1, 0)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Row by row."""
        self.rect = rect
        rows, cell = self._rows(canvas, rect.width)
        y = rect.y
        for row in rows:
            height = max(child.height_for(canvas, cell) for child in row)
            for column, child in enumerate(row):
                x = rect.x + column * (cell + canvas.px(self.gap))
                child.place(canvas, pygame.Rect(x, y, cell, height))
            y += height + canvas.px(self.gap)

    def _rows(self, canvas: Canvas, width: int) -> tuple[list[tuple[Widget, ...]], int]:
        gap = canvas.px(self.gap)
        wanted = canvas.px(self.least * max(canvas.fonts.text_scale, 1.0))
        count = max(1, min((width + gap) // (wanted + gap), self.most, len(self.children) or 1))
        cell = (width - gap * (count - 1)) // count
        starts = [*range(0, len(self.children), count), len(self.children)]
        return [self.children[a:b] for a, b in pairwise(starts)], cell


class Padded(Widget):
    """One child with room around it, on a panel where `fill` or `panel` says so."""

    def __init__(
        self,
        child: Widget,
        *,
        pad: int = 16,
        pad_y: int | None = None,
        panel: bool = False,
        fill: Colour | None = None,
        grow: int = 0,
        key: str = "",
    ) -> None:
        super().__init__(grow=grow, key=key)
        self.child, self.pad, self.panel, self.fill = child, pad, panel, fill
        self.pad_y = pad if pad_y is None else pad_y

    @property
    def children(self) -> tuple[Widget, ...]:
        """The one child."""
        return (self.child,)

    def natural_width(self, canvas: Canvas) -> int:
        """Return the child's and the room beside it."""
        return self.child.natural_width(canvas) + 2 * canvas.px(self.pad)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the child's and the room above and below it."""
        inside = width - 2 * canvas.px(self.pad)
        return self.child.height_for(canvas, inside) + 2 * canvas.px(self.pad_y)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Place the child in the middle."""
        self.rect = rect
        pad, pad_y = canvas.px(self.pad), canvas.px(self.pad_y)
        self.child.place(canvas, rect.inflate(-2 * pad, -2 * pad_y))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the panel, then the child."""
        if self.panel:
            canvas.card(self.rect, self.fill)
        elif self.fill is not None:
            canvas.rounded(self.rect, canvas.px(8), self.fill)
        self.child.draw(canvas, look)


class Fixed(Padded):
    """One child at a fixed width in design units."""

    def __init__(self, child: Widget, width: float) -> None:
        super().__init__(child, pad=0)
        self.width = width

    def natural_width(self, canvas: Canvas) -> int:
        """Return the width it was given."""
        return canvas.px(self.width)


class AsTall(Padded):
    """One child in the room that others need too, so that any of them can stand there."""

    def __init__(self, child: Widget, *others: Widget) -> None:
        super().__init__(child, pad=0)
        self.others = others

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the height of the tallest."""
        return max(each.height_for(canvas, width) for each in (self.child, *self.others))


def card(child: Widget, *, grow: int = 0, pad: int = 16) -> Padded:
    """Return a child on a panel with a shadow."""
    return Padded(child, pad=pad, panel=True, grow=grow)


class Spacer(Widget):
    """Nothing, of a size."""

    def __init__(self, units: int = 0, *, grow: int = 0) -> None:
        super().__init__(grow=grow)
        self.units = units

    def natural_width(self, canvas: Canvas) -> int:
        """Its size."""
        return canvas.px(self.units)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its size."""
        return canvas.px(self.units)


def _shared(needed: list[int], shares: list[int], left: int) -> list[int]:
    """Return what each needs plus its share of what is left; what grows also gives way."""
    if not any(shares) or left == 0:
        return needed
    weights = shares
    if left < 0:
        weights = [need if share else 0 for need, share in zip(needed, shares, strict=True)]
        left = max(left, -sum(weights))
    total = max(sum(weights), 1)
    given = [need + left * each // total for need, each in zip(needed, weights, strict=True)]
    last = max(place for place, share in enumerate(shares) if share)
    given[last] += sum(needed) + left - sum(given)
    return [max(each, 0) for each in given]


def _squeezed(asked: list[int], room: int) -> list[int]:
    """Where they ask for too much together, the widest give way first."""
    left, count = max(room, len(asked)), len(asked)
    for wanted in sorted(asked):
        if wanted * count > left:
            return [min(each, left // count) for each in asked]
        left, count = left - wanted, count - 1
    return asked
