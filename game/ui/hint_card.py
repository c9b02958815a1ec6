"""A hint beside the thing it speaks of: the card, its place, the ring around the thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui.canvas import Canvas
from game.ui.fonts import Role
from game.ui.hints import Hint
from game.ui.key_choice import codes_of, key_name
from game.ui.keys import Meaning
from game.ui.placing import apart, corners_of, in_sight, is_pressed, places_beside, shared
from game.ui.widgets.boxes import Column, Flow, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.widget import Look, Widget
from game.ui.widgets.words import Icon, Label

if TYPE_CHECKING:
    from game.ui.stage import Stage

WIDTH = 320  # design units at text scale 1
MOST_OF_WINDOW = 0.5
AWAY = 12  # between the card and the thing
EDGE = 8
PAD = 14
NEAR_WEIGHT = 2  # a step further away is as bad as hiding so many heights of the card
PRESSED_WEIGHT = 4  # hiding a button is so much worse than hiding words


def hint_card(
    stage: Stage, hint: Hint, on_read: Callable[[], object], on_no_more: Callable[[], object]
) -> Widget:
    """What a hint says, which one it is, and two ways to be rid of it."""
    texts = stage.texts
    key = key_name(codes_of(Meaning.HINT, stage.settings.keys)[0])
    title = texts("hints.title", place=hint.place, places=hint.places)
    buttons = [
        Button(texts("hints.read"), on_read, letter=key, key="hint/read"),
        Button(texts("hints.no_more"), on_no_more, kind="quiet", key="hint/no_more"),
    ]
    return Column(
        [
            Row([Icon("hint", 18, "warn"), Label(title, Role.LABEL, "muted", grow=1)], gap=6),
            Label(hint.said(texts), Role.BODY),
            Spacer(2),
            Flow(buttons, gap=8),
        ],
        gap=6,
    )


class Beside(Widget):
    """A screen with a card laid over it, where the card hides least of what matters.

    It never lies on what it speaks of while there is any other room.
    """

    def __init__(self, root: Widget, card: Widget, hint: Hint) -> None:
        super().__init__()
        self.root, self.card, self.hint = root, card, hint
        self.card_rect = pygame.Rect(0, 0, 0, 0)

    @property
    def children(self) -> tuple[Widget, ...]:
        """The screen, then the card: it is drawn last and reached last."""
        return self.root, self.card

    @property
    def anchor_key(self) -> str:
        """The key of the thing it speaks of."""
        return self.hint.anchor_key

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """The screen as it would be alone; the card in the best of several places."""
        self.rect = rect
        self.root.place(canvas, rect)
        scale = max(canvas.fonts.text_scale, 1.0)
        width = min(canvas.px(WIDTH * scale), round(rect.width * MOST_OF_WINDOW))
        pad = canvas.px(PAD)
        height = self.card.height_for(canvas, width - 2 * pad) + 2 * pad
        self.card_rect = self._best(canvas, rect, (width, height))
        self.card.place(canvas, self.card_rect.inflate(-2 * pad, -2 * pad))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The screen, a ring around the thing, the card with a bar of its colour."""
        self.root.draw(canvas, look)
        anchor = self._anchor()
        if anchor.width and anchor.height:
            canvas.outline(anchor.inflate(canvas.px(10), canvas.px(10)), canvas.theme.warn)
        canvas.card(self.card_rect, canvas.theme.raised)
        bar = pygame.Rect(*self.card_rect.topleft, canvas.px(5), self.card_rect.height)
        canvas.rounded(bar, canvas.px(2), canvas.theme.warn)
        self.card.draw(canvas, look)

    def _anchor(self) -> pygame.Rect:
        """The part in sight of the thing it speaks of."""
        return next(
            (seen for widget, seen in in_sight(self.root, self.rect) if self._is_it(widget)),
            pygame.Rect(0, 0, 0, 0),
        )

    def _is_it(self, widget: Widget) -> bool:
        return widget.key == self.anchor_key and widget.rect.width > 0

    def _best(self, canvas: Canvas, area: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
        anchor = self._anchor()
        inside = area.inflate(-2 * canvas.px(EDGE), -2 * canvas.px(EDGE))
        others = [
            (seen, PRESSED_WEIGHT if widget.takes_focus else 1)
            for widget, seen in in_sight(self.root, area)
            if isinstance(widget, Label) or is_pressed(widget)
        ]

        def harm(place: pygame.Rect) -> tuple[int, int]:
            hidden = sum(shared(place, at) * much for at, much in others)
            return shared(place, anchor), hidden + apart(place, anchor) * size[1] * NEAR_WEIGHT

        places = places_beside(anchor, size, canvas.px(AWAY))
        places += corners_of(inside, size)
        return min((place.clamp(inside) for place in places), key=harm)
