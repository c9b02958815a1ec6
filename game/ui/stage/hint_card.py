"""A hint: the card, its place, and the frame around the widget it explains."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desk.hints import Hint
from game.texts import Texts
from game.ui.layout import LEAST_COLUMNS
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.stage.card_placement import Spots
from game.ui.stage.geometry import around, in_sight, is_control, is_seen, panel_of
from game.ui.widgets.boxes import Column, Flow, Row, Spacer
from game.ui.widgets.controls import Button, Stepper
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Look, Widget

WIDTHS = (320, 440)  # design units at text scale 1
INK: Ink = (
    "text"  # of the frame and of what marks the card; the keyboard's ring has a colour of its own
)
FRAME = 6  # design units from the thing to its frame: the keyboard's ring lies inside it
AWAY = 12  # between the card and the thing
EDGE = 8
PAD = 14
ACTED_WITH = Button, Stepper


def hint_card(
    texts: Texts,
    letter: str,
    hint: Hint,
    on_read: Callable[[], object],
    on_no_more: Callable[[], object],
    *,
    is_strip: bool,
) -> Widget:
    """Return what a hint says, which one it is, and two ways to be rid of it.

    letter: of the key that dismisses it; is_strip: it stands below the screen, not over it
    """
    title = texts("hints.title", place=hint.place, places=hint.places)
    buttons: list[Widget] = [
        Button(texts("hints.read"), on_read, letter=letter, key="hint/read"),
        Button(texts("hints.no_more"), on_no_more, kind="quiet", key="hint/no_more"),
    ]
    said: list[Widget] = [
        Row([Icon("hint", 18, INK), Label(title, Role.LABEL, "muted", grow=1)], gap=6),
        Label(hint.said(texts), Role.BODY),
    ]
    if is_strip:
        return Row([Column(said, gap=2, grow=1), Column(buttons, gap=4)], gap=16, align="middle")
    return Column([*said, Spacer(2), Flow(buttons, gap=8)], gap=6)


def stands_below(canvas: Canvas) -> bool:
    """Return True if a card takes a strip below the screen, and the screen the rest."""
    return canvas.units_wide < LEAST_COLUMNS


class HintLayout(Widget):
    """A screen with a card laid over it, where the card hides least of what matters.

    It never lies on what it speaks of, and on the things around that only where there is no other
    room. Where the text is large there would be none: then it stands below the screen.
    """

    def __init__(self, root: Widget, card: Widget, hint: Hint) -> None:
        super().__init__()
        self.root, self.card, self.hint = root, card, hint
        self.card_rect = self.anchor = pygame.Rect(0, 0, 0, 0)

    @property
    def children(self) -> tuple[Widget, ...]:
        """The screen, then the card: it is drawn last and reached last."""
        return self.root, self.card

    @property
    def anchor_key(self) -> str:
        """The key of the thing it speaks of."""
        return self.hint.anchor_key

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Lay the card below the screen, or over the screen as it would be alone."""
        self.rect = rect
        if stands_below(canvas):
            self.card_rect = self._below(canvas, rect)
            rect = pygame.Rect(rect.topleft, (rect.width, self.card_rect.top - rect.top))
        self.root.place(canvas, rect)
        self.anchor = self._anchor(rect)
        if not stands_below(canvas):
            self.card_rect = self._over(canvas, rect)
        pad = canvas.px(PAD)
        self.card.place(canvas, self.card_rect.inflate(-2 * pad, -2 * pad))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the screen, a frame around the thing, the card with a bar of its colour."""
        self.root.draw(canvas, look)
        if self.anchor.width and self.anchor.height:
            frame = self.anchor.inflate(2 * canvas.px(FRAME), 2 * canvas.px(FRAME))
            canvas.dashed_frame(frame, canvas.theme.ink(INK))
        canvas.card(self.card_rect, canvas.theme.raised)
        bar = pygame.Rect(*self.card_rect.topleft, canvas.px(5), self.card_rect.height)
        canvas.rounded(bar, canvas.px(2), canvas.theme.ink(INK))
        self.card.draw(canvas, look)

    def _anchor(self, area: pygame.Rect) -> pygame.Rect:
        """Return the part in sight of what it speaks of: of a panel, what stands in it."""
        of_key = (w for w in self.root.walk() if w.key == self.anchor_key)
        found = next((w for w in of_key if w.rect.width), None)
        if found is None:
            return pygame.Rect(0, 0, 0, 0)
        inside = {id(each) for each in found.walk() if found.takes_focus or is_seen(each)}
        seen = [part for each, part in in_sight(self.root, area) if id(each) in inside]
        return around(seen)

    def _size(self, canvas: Canvas, width: int) -> tuple[int, int]:
        pad = canvas.px(PAD)
        return width, self.card.height_for(canvas, width - 2 * pad) + 2 * pad

    def _below(self, canvas: Canvas, area: pygame.Rect) -> pygame.Rect:
        edge = canvas.px(EDGE)
        card = pygame.Rect((0, 0), self._size(canvas, area.width - 2 * edge))
        card.midbottom = area.centerx, area.bottom - edge
        return card

    def _over(self, canvas: Canvas, area: pygame.Rect) -> pygame.Rect:
        """Where it hides least: of the thing, then of buttons and what is near, then of the rest.

        The rest is weighed: a chart counts less than words, and a place far from the thing is bad.
        """
        inside = area.inflate(-2 * canvas.px(EDGE), -2 * canvas.px(EDGE))
        panel = panel_of(self.root, self.anchor_key)
        near = {id(each) for each in panel.walk()} if panel is not None else set()
        seen = [(each, part) for each, part in in_sight(self.root, area) if is_seen(each)]
        worst = [part for each, part in seen if id(each) in near or isinstance(each, ACTED_WITH)]
        words = [part for each, part in seen if isinstance(each, Label) or is_control(each)]
        pictures = [part for each, part in seen if not isinstance(each, Label)]
        away = canvas.px(AWAY)
        ring = self.anchor.inflate(2 * away - 1, 2 * away - 1)

        def best(width: int) -> tuple[tuple[float, ...], pygame.Rect]:
            spots = Spots.around(self.anchor, self._size(canvas, width), inside, away)
            rest = spots.weighed(self.anchor, words, pictures, canvas.px)
            return spots.least([spots.hidden([ring]), spots.hidden(worst), rest])

        scale = max(canvas.fonts.text_scale, 1.0)
        found = [best(canvas.px(width * scale)) for width in WIDTHS]
        return min(found, key=lambda each: each[0])[1]
