"""The hint over the screen that is up: when it comes, what it points at, how it ends."""

from __future__ import annotations

from collections.abc import Callable

from game.desk.hints import Hint
from game.texts import Texts
from game.ui.input.key_binding import codes_of, key_name
from game.ui.input.keys import Meaning
from game.ui.input.settings import Settings
from game.ui.paint.canvas import Canvas
from game.ui.stage.hint_card import HintLayout, hint_card, stands_below
from game.ui.stage.screen import Screen
from game.ui.stage.view import View
from game.ui.widgets.widget import Widget


class HintLayer:
    """One hint at most, laid over a screen until the player has read it or done what it says.

    on_read, on_no_more: what the two buttons of its card do
    pointed_at: the hint that has last moved the screen to what it speaks of
    """

    def __init__(self, on_read: Callable[[], object], on_no_more: Callable[[], object]) -> None:
        self._on_read, self._on_no_more = on_read, on_no_more
        self._shown: HintLayout | None = None
        self.pointed_at: Hint | None = None

    def lay_over(
        self, root: Widget, screen: Screen, canvas: Canvas, texts: Texts, settings: Settings
    ) -> Widget:
        """Return a screen's widgets and, where one is due, a hint beside them."""
        self._shown = None
        here = {widget.key for widget in root.walk()}
        hint = screen.next_hint(here) if settings.hints else None
        if hint is None:
            return root
        card = hint_card(
            texts,
            key_name(codes_of(Meaning.HINT, settings.keys)[0]),
            hint,
            on_read=self._on_read,
            on_no_more=self._on_no_more,
            is_strip=stands_below(canvas),
        )
        self._shown = HintLayout(root, card, hint)
        return self._shown

    def reveal_new(self, view: View) -> None:
        """Bring what a hint speaks of into sight, once for each hint."""
        if self._shown is not None and self._shown.hint != self.pointed_at:
            self.pointed_at = self._shown.hint
            self.reveal(view)

    def reveal(self, view: View) -> None:
        """Bring what the hint speaks of into sight, where there is one."""
        if self._shown is not None:
            view.reveal(self._shown.anchor_key)

    def end(self, screen: Screen) -> bool:
        """Note that the hint shown has been read; return whether there was one."""
        if self._shown is None:
            return False
        screen.hint_done(self._shown.hint)
        return True

    def end_by_doing(self, screen: Screen, focus_key: str) -> None:
        """Dismiss the hint where the player leaves by the very button that it points to."""
        shown = self._shown
        if shown is not None and focus_key == shown.anchor_key:
            self._shown = None
            screen.hint_done(shown.hint)
