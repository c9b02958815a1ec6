"""A laid-out tree of widgets: pointer, keyboard focus, drawing."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.input.keys import Key, Meaning
from game.ui.paint.canvas import Canvas
from game.ui.stage.geometry import group_of, in_sight
from game.ui.stage.tips import draw_tip, is_told, place_of
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Look, Widget

MARGIN = 18  # design units around a screen


class View:
    """One screen's widgets in their places.

    Built anew after every change; `focus_key` carries the focus over.

    rested: what the player has brought the pointer or the keyboard to, whichever moved last;
        never what has the keyboard only because the screen opened there
    """

    def __init__(self, root: Widget, canvas: Canvas, area: pygame.Rect, focus_key: str) -> None:
        self.root, self.canvas, self.area = root, canvas, area
        root.place(canvas, area)
        self.hovered: Widget | None = None
        self.held: Widget | None = None
        self.focused = self.of_key(focus_key)
        self.rested: Widget | None = None
        self.rests_by_pointer = False
        self.tip_shown = False

    def draw(self) -> None:
        """Paint the tree and, where one is due, a tip."""
        tipped = self.tipped
        look = Look(self.hovered, self.focused, self.held is not None, tipped)
        self.root.draw(self.canvas, look)
        if tipped is not None:
            place = place_of(self.canvas, self.root, self.area, tipped)
            draw_tip(self.canvas, place, tipped.tip, tipped.rect)

    @property
    def tipped(self) -> Widget | None:
        """The widget with a tip; nothing while the screen itself says the same."""
        rested = self.rested
        if not self.tip_shown or rested is None or not rested.has_tip_now:
            return None
        return None if is_told(rested.tip, self.root, self.area) else rested

    def rest_as(self, before: View) -> None:
        """Restore focus and pointer after the widgets were rebuilt."""
        rested = before.rested
        if rested is not None and rested.key:
            found = next((w for w in self.root.walk() if w.key == rested.key), None)
            self._rest(found, by_pointer=before.rests_by_pointer)

    def move(self, at: tuple[int, int]) -> bool:
        """Follow the pointer; return whether the picture changed."""
        if self.held is not None:
            self.held.drag(at)
            return True
        before = self.hovered
        self.hovered = self._under(at, lambda w: w.takes_focus or bool(w.tip))
        if self.hovered is not None or self.rests_by_pointer:
            self._rest(self.hovered, by_pointer=True)
        pointed = self.hovered is not None and self.hovered.point(at)
        return pointed or self.hovered is not before

    def press(self, at: tuple[int, int]) -> None:
        """Press what is under the pointer."""
        found = self._under(at, lambda w: w.takes_focus)
        if found is not None:
            self.focused = self.held = found
            self._rest_after_use(found, by_pointer=True)
            found.press(at)

    def release(self, at: tuple[int, int]) -> None:
        """Release what was pressed."""
        held, self.held = self.held, None
        if held is not None:
            held.release(at)

    def wheel(self, at: tuple[int, int], steps: int) -> bool:
        """Turn the wheel; return whether anything moved."""
        inside = [w for w in self.root.walk() if isinstance(w, Scroll) and w.rect.collidepoint(at)]
        moved = any(scroll.scroll(steps) for scroll in reversed(inside))
        if moved:
            self._scrolled()
        return moved

    def on_key(self, key: Key) -> bool:
        """Handle a key: the focused widget first, then letters, then moving the focus.

        What cannot be seen is not pressed: it comes into sight first.
        """
        if key.meaning is Meaning.ACCEPT and self.focused is not None and self._is_hidden:
            self._bring_into_sight(self.focused)
            return True
        if self.focused is not None and self.focused.on_key(key):
            self._rest_after_use(self.focused)
            self._settle()
            return True
        if key.meaning is Meaning.LETTER:
            return self._press_letter(key.letter)
        if key.meaning in (Meaning.NEXT, Meaning.PREVIOUS):
            self._step_focus(1 if key.meaning is Meaning.NEXT else -1)
            return True
        if key.meaning in (Meaning.UP, Meaning.DOWN, Meaning.LEFT, Meaning.RIGHT):
            return self._move_focus(key.meaning)
        if key.meaning is Meaning.WORD:
            return self._step_word()
        if key.meaning in (Meaning.PAGE_UP, Meaning.PAGE_DOWN):
            return self._page(key)
        return False

    @property
    def focus_key(self) -> str:
        """The key of what has the keyboard."""
        return self.focused.key if self.focused is not None else ""

    def focusable(self) -> list[Widget]:
        """Everything the keyboard can rest on: what the screen is for, then what is aside.

        Each in reading order. Underlined words are aside, or a table with ten of them would have
        ten stops between one term and the next; a key of its own goes straight to them.
        """
        found = [widget for widget in self.root.walk() if widget.takes_focus]
        return sorted(found, key=lambda widget: widget.is_aside)

    def of_key(self, key: str) -> Widget | None:
        """Return what of it the keyboard can rest on; None if that is not here."""
        return next((w for w in self.focusable() if w.key == key), None) if key else None

    def _under(self, at: tuple[int, int], wanted: Callable[[Widget], bool]) -> Widget | None:
        found = None
        for widget, seen in in_sight(self.root, self.area):
            if seen.collidepoint(at) and wanted(part := widget.under(at)):
                found = part
        return found

    @property
    def _is_hidden(self) -> bool:
        """True if scrolling hides more than half of what has the keyboard."""
        parts = (part for widget, part in in_sight(self.root, self.area) if widget is self.focused)
        height = next(parts).height
        return self.focused is not None and 2 * height < self.focused.rect.height

    def _press_letter(self, letter: str) -> bool:
        for widget in self.focusable():
            if isinstance(widget, Button) and widget.letter == letter:
                self.focused = widget
                self._rest(widget)
                widget.activate()
                return True
        return False

    def _step_focus(self, step: int) -> None:
        order = self.focusable()
        if order:
            place = order.index(self.focused) if self.focused in order else -1 if step > 0 else 0
            self._focus(order[(place + step) % len(order)])

    def _step_word(self) -> bool:
        """To the next word that can be looked up, first of all the first one in sight."""
        words = [widget for widget in self.focusable() if widget.is_aside]
        if not words:
            return False
        if self.focused in words:
            following = words[(words.index(self.focused) + 1) % len(words)]
        else:
            seen = {id(widget) for widget, part in in_sight(self.root, self.area) if part.height}
            following = next((word for word in words if id(word) in seen), words[0])
        self._focus(following)
        return True

    def _move_focus(self, way: Meaning) -> bool:
        """To the nearest that way; from what the screen is for to an aside only where it must."""
        order = self.focusable()
        if not order:
            return False
        if self.focused is None:
            self._focus(order[0])
            return True
        here = self.focused.rect
        ahead = [(d, w) for w in order if (d := _distance(here, w.rect, way)) is not None]
        if not self.focused.is_aside:
            ahead = [(d, w) for d, w in ahead if not w.is_aside] or ahead
        if not ahead:
            return False
        self._focus(min(ahead, key=lambda pair: pair[0])[1])
        return True

    def _page(self, key: Key) -> bool:
        scrolls = [w for w in self.root.walk() if isinstance(w, Scroll) and w.hidden]
        holding = [s for s in scrolls if self.focused in list(s.walk())]
        moved = any(scroll.on_key(key) for scroll in (holding or scrolls)[:1])
        if moved:
            self._scrolled()
        return moved

    def reveal(self, key: str) -> None:
        """Scroll so that the widget of that key can be seen."""
        found = next((w for w in self.root.walk() if key and w.key == key), None)
        if found is not None:
            self._bring_into_sight(found)

    def _focus(self, widget: Widget) -> None:
        self.focused = widget
        self._rest(widget)
        self._bring_into_sight(widget)

    def _bring_into_sight(self, widget: Widget) -> None:
        """Scroll a widget into sight, with all that it is read together with.

        Else what leads to it; else it alone.
        """
        group = group_of(self.root, widget)
        around = [s for s in self.root.walk() if isinstance(s, Scroll) and widget in s.child.walk()]
        inner: Scroll | None = None
        for scroll in reversed(around):
            wanted = (group.rect, _from_top(group.rect, widget.rect), widget.rect)
            parts = [part if inner is None else part.clip(inner.rect) for part in wanted]
            scroll.reveal(next((part for part in parts if scroll.fits(part)), parts[-1]))
            self._settle()
            inner = scroll

    def _rest(self, widget: Widget | None, *, by_pointer: bool = False) -> None:
        self.rested, self.rests_by_pointer = widget, by_pointer

    def _rest_after_use(self, widget: Widget, *, by_pointer: bool = False) -> None:
        self._rest(widget if widget.is_told_on_use else None, by_pointer=by_pointer)

    def _scrolled(self) -> None:
        """Forget the pointer and its tip: what lay under it lies elsewhere now."""
        self.hovered = None
        self._rest(None)
        self._settle()

    def _settle(self) -> None:
        self.root.place(self.canvas, self.area)


def _from_top(whole: pygame.Rect, part: pygame.Rect) -> pygame.Rect:
    """Return what leads to a part, and the part."""
    return pygame.Rect(part.left, whole.top, part.width, part.bottom - whole.top)


def _distance(here: pygame.Rect, there: pygame.Rect, way: Meaning) -> float | None:
    """How far a place lies in a direction; None if it does not lie that way."""
    dx, dy = there.centerx - here.centerx, there.centery - here.centery
    if way in (Meaning.LEFT, Meaning.RIGHT):
        along = dx if way is Meaning.RIGHT else -dx
        overlap = min(here.bottom, there.bottom) - max(here.top, there.top)
        across = 0 if overlap > 0 else abs(dy)
    else:
        along = dy if way is Meaning.DOWN else -dy
        overlap = min(here.right, there.right) - max(here.left, there.left)
        across = 0 if overlap > 0 else abs(dx)
    if along <= 4:
        return None
    return along + 3 * across
