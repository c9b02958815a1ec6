"""Every spot where a card could lie over a screen, weighed together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

Numbers = npt.NDArray[np.float64]
WORDS_WEIGHT = 8  # hiding words is so much worse than hiding a part of a chart
OUT_OF_LINE_WEIGHT = 1_000  # no card beside a thing is better a little nearer, but out of line
FAR_WEIGHT = 150  # design units: a step further away is as bad as hiding so many steps of a chart


@dataclass(frozen=True)
class Spots:
    """Every pair of a left and a top edge; figures for them have the shape (lefts, tops).

    lefts, tops: pixels
    """

    lefts: Numbers
    tops: Numbers
    size: tuple[int, int]

    @classmethod
    def around(
        cls, anchor: pygame.Rect, size: tuple[int, int], area: pygame.Rect, step: int
    ) -> Spots:
        """In line with a thing, beside it, and all over an area, a step apart.

        What comes first is taken where several are alike.
        """
        (width, height), away = size, step
        lefts = [anchor.left, anchor.centerx - width // 2, anchor.right - width]
        lefts += [anchor.right + away, anchor.left - away - width]
        tops = [anchor.top, anchor.centery - height // 2, anchor.bottom - height]
        tops += [anchor.bottom + away, anchor.top - away - height]
        return cls(
            _inside(lefts, area.left, area.right - width, step),
            _inside(tops, area.top, area.bottom - height, step),
            size,
        )

    def hidden(self, parts: Sequence[pygame.Rect]) -> Numbers:
        """Pixels of all parts together that a card would hide: shared across times down."""
        ends = np.array([(p.left, p.right, p.top, p.bottom) for p in parts], float).reshape(-1, 4)
        across = _shared(self.lefts, self.size[0], ends[:, 0], ends[:, 1])
        down = _shared(self.tops, self.size[1], ends[:, 2], ends[:, 3])
        return np.asarray(across @ down.T)

    def apart(self, thing: pygame.Rect) -> Numbers:
        """Pixels between a card and a thing, across and down together."""
        across = np.maximum(self.lefts - thing.right, thing.left - self.lefts - self.size[0])
        down = np.maximum(self.tops - thing.bottom, thing.top - self.tops - self.size[1])
        return np.asarray(np.maximum(across, 0)[:, None] + np.maximum(down, 0)[None, :])

    def not_beside(self, thing: pygame.Rect, away: int) -> Numbers:
        """Return pixels that a card would lie further from a thing, or less in line with it.

        0 where it lies right above, below or at a side of it, no more than `away` apart.
        """
        lefts, tops = self.lefts[:, None], self.tops[None, :]
        (width, height), (wide, high) = self.size, thing.size
        across = np.minimum(lefts + width, thing.right) - np.maximum(lefts, thing.left)
        down = np.minimum(tops + height, thing.bottom) - np.maximum(tops, thing.top)
        unlike = np.minimum(min(width, wide) - across, min(height, high) - down)
        return np.asarray(np.maximum(self.apart(thing) - away, 0) + unlike * OUT_OF_LINE_WEIGHT)

    def weighed(
        self,
        thing: pygame.Rect,
        words: Sequence[pygame.Rect],
        pictures: Sequence[pygame.Rect],
        px: Callable[[float], int],
    ) -> Numbers:
        """Return the cost of hiding words and pictures and of lying far from a widget, added up.

        px: pixels for design units
        """
        hidden = self.hidden(words) * WORDS_WEIGHT + self.hidden(pictures)
        return np.asarray(hidden + self.apart(thing) * px(FAR_WEIGHT))

    def least(self, harms: Sequence[Numbers]) -> tuple[tuple[float, ...], pygame.Rect]:
        """Return the spot least bad by the first harm, among those alike by the next.

        And its harms.
        """
        left_over = np.full((len(self.lefts), len(self.tops)), fill_value=True)
        for harm in harms:
            left_over &= harm <= harm[left_over].min()
        left, top = np.argwhere(left_over)[0]
        place = pygame.Rect((int(self.lefts[left]), int(self.tops[top])), self.size)
        return tuple(float(harm[left, top]) for harm in harms), place


def _inside(wanted: Iterable[int], first: int, last: int, step: int) -> Numbers:
    """Return what is wanted, moved inside, then all between the ends."""
    last = max(first, last)
    moved = [min(max(each, first), last) for each in wanted]
    return np.array([*moved, *range(first, last, step), last], dtype=float)


def _shared(starts: Numbers, length: int, first: Numbers, last: Numbers) -> Numbers:
    """Pixels that stretches of one length share with others; shape (starts, others)."""
    end = np.minimum(starts[:, None] + length, last[None, :])
    return np.asarray(np.maximum(end - np.maximum(starts[:, None], first[None, :]), 0))
