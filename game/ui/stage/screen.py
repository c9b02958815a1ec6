"""The base of every screen: it builds its widgets and answers a few keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.desk.hints import Hint
    from game.desk.sourced import Sourced
    from game.texts import Texts
    from game.ui.input.keys import Key


class Shell(Protocol):
    """The services of the stage that every screen may use; the stage has more for some."""

    @property
    def texts(self) -> Texts:
        """Return the sentences of the language that is set now."""
        ...


class Screen:
    """One page of the game. Holds what the player is doing there; never draws itself.

    behind: for a screen laid over another one, that other one
    first_focus: key of the widget that has the keyboard when the screen opens
    left_at: key of the widget that had it when another screen came up, to come back to
    first_seen: key of the widget that is scrolled into sight then
    underlines: whether words that can be looked up are underlined here
    """

    behind: Screen | None = None
    first_focus = ""
    left_at = ""
    first_seen = ""
    underlines = True

    def __init__(self, stage: Shell) -> None:
        self.stage = stage

    @property
    def texts(self) -> Texts:
        """The sentences of the language that is set now."""
        return self.stage.texts

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """The statements of the level in play about the real world, with their sources."""
        return self.behind.sourced if self.behind is not None else ()

    def build(self) -> Widget:
        """Return the widgets as things stand; called again after every change."""
        return Widget()

    def go_back(self) -> None:
        """Do what Escape does here."""

    def on_key(self, key: Key) -> bool:
        """Handle a key before the widgets do; return whether this screen used it."""
        return False

    def on_language(self) -> None:
        """Another language is set: what was put into words before is put into words again."""

    def next_hint(self, here: Collection[str]) -> Hint | None:
        """Return the hint that is due here, where one is; here: the keys of the widgets."""
        return None

    def hint_done(self, hint: Hint) -> None:
        """Note that the player has read a hint, or has done what it says."""

    def was_left(self, focus_key: str) -> None:
        """Another screen comes up in its place; focus_key: of what had the keyboard."""
        self.left_at = focus_key

    def was_drawn(self) -> None:
        """Its frame is on the surface of the window, and nothing else is."""

    def on_answer(self) -> None:
        """Something this screen asked for has been worked out."""


@dataclass(frozen=True)
class Bookmark:
    """A screen as a player left it, to come back to.

    focus_key: the key of what had the keyboard
    offsets: how far each scroll was down, in pixels, by key
    pointed_at: the hint that had last moved the screen to what it speaks of
    """

    screen: Screen
    focus_key: str
    offsets: Mapping[str, int]
    pointed_at: Hint | None
