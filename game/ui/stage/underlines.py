"""Underlines glossary words on a screen, so that screens need not know of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.desk.glossary import WORDS, entry_of, phrases
from game.desk.sourced import Sourced
from game.texts import Texts
from game.ui.paint.fonts import Role
from game.ui.stage.phrase_finder import Finder, FoundPhrase
from game.ui.widgets.labels import Label
from game.ui.widgets.mention import Mention
from game.ui.widgets.widget import Widget

# Titles and figures are left alone: what they name is explained below them, or they are names.
READ = frozenset({Role.BODY, Role.SMALL, Role.QUOTE, Role.STRONG, Role.LABEL})


class LookUp:
    """Finds the words of the glossary and the names of sources in the labels of a screen.

    Each is underlined where it first stands on the screen. What there is to find is put together
    once for a language and a level.

    on_open: called with the entry of a word that has been pressed
    """

    def __init__(self, on_open: Callable[[str], object]) -> None:
        self._on_open = on_open
        self._made_for: tuple[Texts, tuple[Sourced, ...]] | None = None
        self._finder = Finder({})
        self._tips: dict[str, str] = {}

    def underline(self, root: Widget, texts: Texts, sourced: tuple[Sourced, ...]) -> None:
        """Give the labels of a screen their underlined words."""
        self._make(texts, sourced)
        seen: set[str] = set()
        whole = {each.entry for each in sourced}
        labels = [widget for widget in root.walk() if isinstance(widget, Label)]
        for label in labels:
            if label.role in READ:
                found = self._found(label, whole)
                label.mentions = tuple(self._mention(label, each) for each in _first(found, seen))

    def _found(self, label: Label, whole: set[str]) -> tuple[FoundPhrase, ...]:
        if label.entry in whole:
            return (FoundPhrase(0, len(label.text), label.entry),)
        return self._finder(label.text)

    def _mention(self, label: Label, found: FoundPhrase) -> Mention:
        """Give a label that is looked up as a whole its own tip."""
        own = label.tip if found.entry == label.entry else ""
        return Mention(
            found.start,
            found.end,
            lambda: self._on_open(found.entry),
            key=f"look/{found.entry}",
            tip=self._tips.get(found.entry, own),
        )

    def _make(self, texts: Texts, sourced: tuple[Sourced, ...]) -> None:
        made_for = self._made_for
        if made_for is None or made_for[0] is not texts or made_for[1] is not sourced:
            self._made_for = texts, sourced
            self._finder = Finder(phrases(texts, sourced))
            self._tips = {entry_of(word): texts(f"glossary.{word}.meaning") for word in WORDS}


def _first(found: tuple[FoundPhrase, ...], seen: set[str]) -> Iterator[FoundPhrase]:
    """Those whose entry has not been seen yet; they have been now."""
    for each in found:
        if each.entry not in seen:
            seen.add(each.entry)
            yield each
