"""An underlined glossary word in running text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Colour
from game.ui.widgets.widget import Look, Widget


class Mention(Widget):
    """An underlined word; pressing it opens what explains it.

    Its paragraph writes the letters and says where they stand; a mention only underlines them,
    with dots, and with a full line while the pointer or the keyboard is on it.

    start, end: where in the paragraph's text it is
    boxes: the places of its letters, one on each line it is broken over
    """

    def __init__(
        self,
        start: int,
        end: int,
        on_open: Callable[[], object],
        *,
        key: str,
        tip: str = "",
    ) -> None:
        super().__init__(key=key, tip=tip)
        self.start, self.end, self.on_open = start, end, on_open
        self.boxes: tuple[pygame.Rect, ...] = ()
        self._paragraph: Widget = self

    @property
    def takes_focus(self) -> bool:
        """The keyboard comes to it."""
        return True

    @property
    def is_aside(self) -> bool:
        """After what the screen is for: nobody needs it to play on."""
        return True

    def stand(self, paragraph: Widget, boxes: Sequence[pygame.Rect]) -> None:
        """Take the places that its letters have in a paragraph."""
        self._paragraph, self.boxes = paragraph, tuple(boxes)
        self.rect = boxes[0].unionall(list(boxes[1:])) if boxes else pygame.Rect(0, 0, 0, 0)

    def underline(self, canvas: Canvas, look: Look, role: Role, colour: Colour) -> None:
        """Draw the line below its letters, in their colour.

        The ring around what has the keyboard.
        """
        below = canvas.fonts[role].get_ascent() + canvas.px(2)
        is_lit = look.is_hovered(self) or look.is_focused(self)
        for box in self.boxes:
            at, thick = (box.x, box.y + below), canvas.px(1)
            if is_lit:
                canvas.surface.fill(colour, (*at, box.width, thick))
            else:
                canvas.dots(at, box.width, thick, colour)
            if look.is_focused(self):
                canvas.outline(box, canvas.theme.focus)

    def under(self, at: tuple[int, int]) -> Widget:
        """Return itself over its letters; beside them, on the same lines, its paragraph."""
        return self if self._is_on(at) else self._paragraph

    def release(self, at: tuple[int, int]) -> None:
        """Open it, if the pointer is still there."""
        if self._is_on(at):
            self.on_open()

    def on_key(self, key: Key) -> bool:
        """Enter and space open it."""
        if key.meaning is Meaning.ACCEPT:
            self.on_open()
            return True
        return False

    def _is_on(self, at: tuple[int, int]) -> bool:
        return any(box.collidepoint(at) for box in self.boxes)
