"""The base of every widget: its height for a width, its layout, its drawing."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.ui.input.keys import Key
from game.ui.paint.canvas import Canvas


class Widget:
    """A part of a screen. It is rebuilt when its content changes; `key` keeps its identity.

    grow: share of the room left over along the container's axis, 0 takes only what it needs
    key: names the widget across rebuilds, so that focus and scrolling stay where they were
    tip: a sentence shown while the pointer or the keyboard rests on it
    """

    def __init__(self, *, grow: int = 0, key: str = "", tip: str = "") -> None:
        self.grow, self.key, self.tip = grow, key, tip
        self.rect = pygame.Rect(0, 0, 0, 0)

    @property
    def children(self) -> tuple[Widget, ...]:
        """The widgets inside this one."""
        return ()

    @property
    def takes_focus(self) -> bool:
        """True if the keyboard can rest on it."""
        return False

    @property
    def is_aside(self) -> bool:
        """True if the keyboard reaches it only after the main controls of the screen."""
        return False

    @property
    def has_tip_now(self) -> bool:
        """True if its tip may appear now."""
        return bool(self.tip)

    @property
    def is_told_on_use(self) -> bool:
        """True if its tip may come up after it was used and not gone to anew."""
        return True

    def natural_width(self, canvas: Canvas) -> int:
        """Return the width it would like, in pixels, were there no limit."""
        return max((child.natural_width(canvas) for child in self.children), default=0)

    def height_for(self, canvas: Canvas, width: int) -> int:
        """Return the height it needs at a width, in pixels."""
        return max((child.height_for(canvas, width) for child in self.children), default=0)

    def place(self, canvas: Canvas, rect: pygame.Rect) -> None:
        """Take a place, and give the children theirs."""
        self.rect = rect
        for child in self.children:
            child.place(canvas, rect)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Paint; changes nothing."""
        for child in self.children:
            child.draw(canvas, look)

    def under(self, at: tuple[int, int]) -> Widget:
        """Return the widget under the pointer, if it is this one; it may pass it on to another."""
        return self

    def point(self, at: tuple[int, int]) -> bool:
        """Note that the pointer is on it; return whether that changes what it shows."""
        return False

    def press(self, at: tuple[int, int]) -> None:
        """Take note that the pointer went down on it."""

    def drag(self, at: tuple[int, int]) -> None:
        """Take note that the pointer moved while down on it."""

    def release(self, at: tuple[int, int]) -> None:
        """Take note that the pointer went up after it had gone down here."""

    def on_key(self, key: Key) -> bool:
        """Handle a key while it has the focus; return whether it was used."""
        return False

    def scroll(self, steps: int) -> bool:
        """Turn the wheel over it; return whether it moved."""
        return False

    def walk(self) -> Iterator[Widget]:
        """Yield this widget and everything inside it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Look:
    """The widgets under the pointer and the keyboard while a frame is drawn.

    tipped: what a tip is shown for; a chart reads nothing out beside one
    """

    def __init__(
        self,
        hovered: Widget | None,
        focused: Widget | None,
        pressed: bool,
        tipped: Widget | None = None,
    ) -> None:
        self.hovered, self.focused, self.pressed, self.tipped = hovered, focused, pressed, tipped

    def is_hovered(self, widget: Widget) -> bool:
        """Return True if the pointer is on it."""
        return widget is self.hovered

    def is_focused(self, widget: Widget) -> bool:
        """Return True if the keyboard is on it."""
        return widget is self.focused
