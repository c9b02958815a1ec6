"""Widgets that only show: text, lines, icons, badges."""

from __future__ import annotations

import pygame

from game.ui.paint.canvas import Align, Canvas, Stretch
from game.ui.paint.drawable import drawable
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.mention import Mention
from game.ui.widgets.widget import Look, Widget


class Label(Widget):
    """Text, broken into as many lines as its width asks for.

    colour: an ink follows a change of theme
    entry: what the whole of it can be looked up under, besides the words in it
    mentions: its underlined words, put in by `game.ui.stage.underlines`; none until then
    """

    def __init__(
        self,
        text: str,
        role: Role = Role.BODY,
        colour: Ink | Colour = "text",
        *,
        align: Align = "left",
        grow: int = 0,
        tip: str = "",
        key: str = "",
        entry: str = "",
    ) -> None:
        super().__init__(grow=grow, tip=tip, key=key)
        self.text, self.role = drawable(text), role
        self.colour, self.align = colour, align
        self.entry = entry
        self.mentions: tuple[Mention, ...] = ()

    @property
    def children(self) -> tuple[Widget, ...]:
        """The underlined words."""
        return self.mentions

    def natural_width(self, canvas: Canvas) -> int:
        """On one line; one pixel more guards against rounding."""
        lines = self.text.split("\n")
        return max(canvas.fonts[self.role].size(line)[0] for line in lines) + 1

    def height_for(self, canvas: Canvas, width: int) -> int:
        """As many lines as it takes."""
        return len(canvas.lines(self.text, width, self.role)) * canvas.fonts.line_height(self.role)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Take a place; the underlined words stand where their letters fall."""
        self.rect = rect
        for each in self.mentions:
            found = canvas.stretch(self.text, rect.width, self.role, each.start, each.end)
            each.stand(self, [self._box(canvas, stretch) for stretch in found])

    def _box(self, canvas: Canvas, letters: Stretch) -> pygame.Rect:
        left = {"left": 0, "right": letters.free}.get(self.align, letters.free // 2)
        height = canvas.fonts.line_height(self.role)
        x, y = self.rect.x + left + letters.x, self.rect.y + letters.line * height
        return pygame.Rect(x, y, letters.width, height)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Line by line, then what underlines its words."""
        colour = canvas.theme.ink(self.colour)
        x = {"left": self.rect.x, "right": self.rect.right}.get(self.align, self.rect.centerx)
        y = self.rect.y
        for line in canvas.lines(self.text, self.rect.width, self.role):
            if line:
                canvas.text(line, (x, y), self.role, colour, self.align)
            y += canvas.fonts.line_height(self.role)
        for mention in self.mentions:
            mention.underline(canvas, look, self.role, colour)


class Rule(Widget):
    """A thin line between parts."""

    def height_for(self, canvas: Canvas, width: int) -> int:
        """One pixel."""
        return 1

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Across the whole width."""
        canvas.surface.fill(canvas.theme.line, self.rect)


class Icon(Widget):
    """One of the game's icons; its side in design units follows the text scale."""

    def __init__(self, name: IconName, side: int = 22, colour: Ink | Colour = "muted") -> None:
        super().__init__()
        self.name, self.side, self.colour = name, side, colour

    def natural_width(self, canvas: Canvas) -> int:
        """Its side."""
        return canvas.px(self.side * canvas.fonts.text_scale)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Its side."""
        return canvas.px(self.side * canvas.fonts.text_scale)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """In its colour."""
        canvas.icon(self.name, self.rect, canvas.theme.ink(self.colour))


class Accent(Widget):
    """An upright bar of colour that marks the beginning of a part."""

    def __init__(self, colour: Ink | Colour) -> None:
        super().__init__()
        self.colour = colour

    def natural_width(self, canvas: Canvas) -> int:
        """Return a few pixels."""
        return canvas.px(5)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Draw the bar, as high as its place."""
        box = pygame.Rect(self.rect.x, self.rect.y, canvas.px(5), self.rect.height)
        canvas.rounded(box, canvas.px(2), canvas.theme.ink(self.colour))
