"""Widgets a person operates: buttons, steppers, sliders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.drawable import drawable
from game.ui.paint.fonts import Role
from game.ui.paint.icons import IconName, MaybeIcon
from game.ui.paint.theme import Colour, Ink
from game.ui.widgets.widget import Look, Widget

ButtonKind = Literal["plain", "main", "quiet"]


class Button(Widget):
    """Does one thing when pressed.

    why_not: where given, the button is off, and this sentence says why
    letter: a key that presses it from anywhere on the screen, shown on it
    kind: main for the one most likely wanted, quiet for no frame
    """

    def __init__(
        self,
        text: str,
        on_press: Callable[[], object],
        *,
        icon: MaybeIcon = "",
        letter: str = "",
        kind: ButtonKind = "plain",
        why_not: str = "",
        tip: str = "",
        key: str = "",
        grow: int = 0,
        align: Literal["left", "center"] = "center",
    ) -> None:
        super().__init__(grow=grow, key=key or text, tip=why_not or tip)
        self.text, self.on_press = drawable(text), on_press
        self.icon, self.letter = icon, letter
        self.kind, self.why_not, self.align = kind, why_not, align

    @property
    def takes_focus(self) -> bool:
        """Also when off: its tip says why."""
        return True

    def natural_width(self, canvas: Canvas) -> int:
        """Text, icon, key and room beside them."""
        return canvas.fonts[Role.STRONG].size(self.text)[0] + self._beside(canvas)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """As many lines as the text takes, and at least what a finger needs."""
        lines = canvas.lines(self.text, width - self._beside(canvas), Role.STRONG)
        height = len(lines) * canvas.fonts.line_height(Role.STRONG) + canvas.px(16)
        return max(height, canvas.px(40))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Panel, icon, text, key."""
        theme, hot = canvas.theme, look.is_hovered(self) and not self.why_not
        ink = theme.muted if self.why_not else theme.text
        if self.kind == "main" and not self.why_not:
            ink = theme.on_accent
            canvas.rounded(self.rect, canvas.px(8), _lit(theme.theirs, theme.text, hot))
        elif self.kind != "quiet" or hot:
            fill = _lit(theme.raised, theme.text, hot)
            canvas.rounded(self.rect, canvas.px(8), fill, theme.line)
        self._draw_inside(canvas, ink)
        if look.is_focused(self):
            canvas.outline(self.rect, theme.focus)

    def release(self, at: tuple[int, int]) -> None:
        """Press it, if the pointer is still there."""
        if self.rect.collidepoint(at):
            self.activate()

    def on_key(self, key: Key) -> bool:
        """Enter and space press it."""
        if key.meaning is Meaning.ACCEPT:
            self.activate()
            return True
        return False

    def activate(self) -> None:
        """Do what it does, unless it is off."""
        if not self.why_not:
            self.on_press()

    def _beside(self, canvas: Canvas) -> int:
        icon = self._icon_side(canvas) + canvas.px(8) if self.icon else 0
        return icon + self._letter_width(canvas) + canvas.px(29)

    def _icon_side(self, canvas: Canvas) -> int:
        return canvas.px(18 * canvas.fonts.text_scale)

    def _letter_width(self, canvas: Canvas) -> int:
        if not self.letter:
            return 0
        return canvas.fonts[Role.LABEL].size(self.letter.upper())[0] + canvas.px(18)

    def _draw_inside(self, canvas: Canvas, ink: Colour) -> None:
        side, gap = self._icon_side(canvas), canvas.px(8)
        lines = canvas.lines(self.text, self.rect.width - self._beside(canvas), Role.STRONG)
        font = canvas.fonts[Role.STRONG]
        wide = max(font.size(line)[0] for line in lines)
        content = wide + (side + gap if self.icon else 0) + self._letter_width(canvas)
        x = self.rect.x + canvas.px(14)
        if self.align == "center":
            x = self.rect.centerx - content // 2
        if self.icon:
            box = pygame.Rect(x, self.rect.centery - side // 2, side, side)
            canvas.icon(self.icon, box, ink)
            x += side + gap
        y = self.rect.centery - len(lines) * canvas.fonts.line_height(Role.STRONG) // 2
        for line in lines:
            canvas.text(line, (x, y), Role.STRONG, ink)
            y += canvas.fonts.line_height(Role.STRONG)
        if self.letter:
            self._draw_letter(canvas, x + wide + gap, ink)

    def _draw_letter(self, canvas: Canvas, x: int, ink: Colour) -> None:
        letter, height = self.letter.upper(), canvas.fonts.line_height(Role.LABEL)
        width = canvas.fonts[Role.LABEL].size(letter)[0] + canvas.px(8)
        box = pygame.Rect(x, self.rect.centery - height // 2, width, height)
        pygame.draw.rect(canvas.surface, ink, box, 1, border_radius=canvas.px(3))
        canvas.text(letter, (box.centerx, box.y), Role.LABEL, ink, "center")


@dataclass(frozen=True)
class Steps:
    """The range of a stepper: positions 0..last, of which lowest..highest are free."""

    position: int
    last: int
    lowest: int = 0
    highest: int | None = None

    @property
    def most(self) -> int:
        """The highest free position."""
        return self.last if self.highest is None else self.highest


class Stepper(Widget):
    """A minus, a track with a knob at one of a few positions, a plus.

    Arrow keys step it; a click on the track, or a drag of the knob, jumps.
    checked: a position with a check above it
    """

    def __init__(
        self,
        steps: Steps,
        on_change: Callable[[int], object],
        *,
        colour: Ink | Colour = "theirs",
        key: str,
        tip: str = "",
        checked: int | None = None,
    ) -> None:
        super().__init__(key=key, tip=tip)
        self.steps, self.on_change, self.colour = steps, on_change, colour
        self.checked = checked
        self._track = pygame.Rect(0, 0, 0, 0)

    @property
    def takes_focus(self) -> bool:
        """The keyboard can step it."""
        return True

    @property
    def is_told_on_use(self) -> bool:
        """Who steps it reads what changes, and a tip would lie over that."""
        return False

    def natural_width(self, canvas: Canvas) -> int:
        """Room enough to hit each position."""
        return canvas.px(200)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return what a finger needs."""
        return canvas.px(32)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Place the track between the ends, with room for the knob."""
        self.rect = rect
        left = self._end(0).right + canvas.px(14)
        right = self._end(1).left - canvas.px(14)
        self._track = pygame.Rect(left, rect.centery - canvas.px(3), right - left, canvas.px(6))

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Buttons at the ends, the track between."""
        steps, colour = self.steps, canvas.theme.ink(self.colour)
        self._draw_end(canvas, self._end(0), "minus", steps.position > steps.lowest)
        self._draw_end(canvas, self._end(1), "plus", steps.position < steps.most)
        track = self._track
        canvas.rounded(track, track.height // 2, canvas.theme.track)
        knob = self._x_of(steps.position), track.centery
        if steps.position > 0:
            done = pygame.Rect(track.x, track.y, knob[0] - track.x, track.height)
            canvas.rounded(done, track.height // 2, colour)
        for position in range(steps.last + 1):
            free = steps.lowest <= position <= steps.most
            ink = canvas.theme.muted if free else canvas.theme.track
            x = self._x_of(position)
            canvas.line((x, track.bottom + canvas.px(4)), (x, track.bottom + canvas.px(7)), ink)
        if self.checked is not None and self.checked != steps.position:
            side = canvas.px(14)
            box = pygame.Rect(self._x_of(self.checked) - side // 2, track.top - side, side, side)
            canvas.icon("check", box, canvas.theme.good)
        canvas.disc(knob, canvas.px(8), colour)
        canvas.disc(knob, canvas.px(5), canvas.theme.card)
        if look.is_focused(self):
            canvas.outline(self.rect, canvas.theme.focus)

    def press(self, at: tuple[int, int]) -> None:
        """On an end: one step. On the track: to the nearest position."""
        for end, change in ((0, -1), (1, 1)):
            if self._end(end).collidepoint(at):
                self._go(self.steps.position + change)
                return
        self.drag(at)

    def drag(self, at: tuple[int, int]) -> None:
        """To the position nearest to the pointer."""
        if self._end(0).right < at[0] < self._end(1).left and self.steps.last:
            share = (at[0] - self._track.x) / max(self._track.width, 1)
            self._go(round(share * self.steps.last))

    def on_key(self, key: Key) -> bool:
        """Step with left, right, minus and plus; jump with home and end."""
        to = {
            Meaning.LEFT: self.steps.position - 1,
            Meaning.RIGHT: self.steps.position + 1,
            Meaning.FIRST: self.steps.lowest,
            Meaning.LAST: self.steps.most,
            "-": self.steps.position - 1,
            "+": self.steps.position + 1,
            "=": self.steps.position + 1,  # the key of plus, without Shift
        }.get(key.letter or key.meaning)
        if to is None:
            return False
        self._go(to)
        return True

    def _go(self, position: int) -> None:
        to = max(self.steps.lowest, min(position, self.steps.most))
        if to != self.steps.position:
            self.on_change(to)

    def _end(self, which: int) -> pygame.Rect:
        side = min(self.rect.height, self.rect.width // 4)
        x = self.rect.right - side if which else self.rect.x
        return pygame.Rect(x, self.rect.centery - side // 2, side, side)

    def _x_of(self, position: int) -> int:
        return self._track.x + round(self._track.width * position / max(self.steps.last, 1))

    def _draw_end(self, canvas: Canvas, box: pygame.Rect, icon: IconName, free: bool) -> None:
        canvas.rounded(box, canvas.px(7), canvas.theme.raised, canvas.theme.line)
        side = canvas.px(14)
        middle = pygame.Rect(0, 0, side, side)
        middle.center = box.center
        canvas.icon(icon, middle, canvas.theme.text if free else canvas.theme.track)


def _lit(fill: Colour, light: Colour, hot: bool) -> Colour:
    """Blend the colour a little towards the text's while the pointer is on it."""
    if not hot:
        return fill
    red, green, blue = (round(a + (b - a) * 0.12) for a, b in zip(fill, light, strict=True))
    return red, green, blue
