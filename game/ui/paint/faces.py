"""A face for two scripts: Latin letters from one font, Chinese ones from another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

import pygame

from game.ui.paint.drawable import drawable

Colour = tuple[int, int, int]

# CJK radicals to unified ideographs with their punctuation; compatibility forms; full-width forms.
_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_SHARED_MARKS = "‘’“”…—·"  # full wide beside ideographs, narrow beside Latin letters
# Source Serif's kerning draws whatever follows one of these into it: “H, %H, … and the next word.
SERIF_APART = re.compile('(["%`´¨¸«»‹›¼½¾‘‚‛“”„‟‥…‰″‼⁇⁈⁉⅓⅔⅛⅜⅝⅞])')
FAR_EASTERN = re.compile(f"[{_IDEOGRAPHS}]+")
FAR_EASTERN_WITH_MARKS = re.compile(f"[{_IDEOGRAPHS}{_SHARED_MARKS}]+")


class Face:
    """Measures and draws lines of text; used like a pygame font.

    The second font is opened when a text first needs it. Its letters stand on the base line of the
    first, which also sets the height of a line, so that a page is laid out alike in every language.
    """

    def __init__(
        self,
        latin: pygame.font.Font,
        open_far_eastern: Callable[[], pygame.font.Font | None],
        far_eastern: re.Pattern[str] = FAR_EASTERN,
        apart: re.Pattern[str] | None = None,
    ) -> None:
        """Take the fonts.

        far_eastern: what the second font writes; apart: letters that the first one cannot kern
        """
        self.latin, self._open, self._pattern = latin, open_far_eastern, far_eastern
        self._apart = apart

    def size(self, text: str) -> tuple[int, int]:
        """Return width and height of a line in pixels."""
        try:
            return self._size(text)
        except (ValueError, pygame.error):  # a NUL, half a letter: measured as it is drawn
            return self._size(drawable(text))

    def _size(self, text: str) -> tuple[int, int]:
        if not self._has_runs(text):
            return self.latin.size(text)
        width = sum(font.size(run)[0] for font, run in self._runs(text))
        return width, self.latin.get_height()

    def get_linesize(self) -> int:
        """Pixels from one line of text to the next."""
        return self.latin.get_linesize()

    def get_height(self) -> int:
        """Pixels that a line is high."""
        return self.latin.get_height()

    def get_ascent(self) -> int:
        """Pixels from the top of a line to its base."""
        return self.latin.get_ascent()

    def render(self, text: str, antialias: bool, colour: Colour) -> pygame.Surface:
        """Return a picture of a line on nothing."""
        text = drawable(text)
        if not self._has_runs(text):
            return self.latin.render(text, antialias, colour)
        line = pygame.Surface(self.size(text), pygame.SRCALPHA)
        x, base = 0, self.latin.get_ascent()
        for font, run in self._runs(text):
            picture = font.render(run, antialias, colour)
            line.blit(picture, (x, base - font.get_ascent()))
            x += font.size(run)[0]
        return line

    def _has_runs(self, text: str) -> bool:
        if self._apart is not None and self._apart.search(text) is not None:
            return True
        return not text.isascii() and self._pattern.search(text) is not None

    @cached_property
    def _far_eastern(self) -> pygame.font.Font | None:
        return self._open()

    def _runs(self, text: str) -> Iterator[tuple[pygame.font.Font, str]]:
        """Yield the text in pieces, each with the font that has its letters."""
        far_eastern = self._far_eastern if self._pattern.search(text) else None
        if far_eastern is None:
            yield from self._latin_runs(text)
            return
        at = 0
        for match in self._pattern.finditer(text):
            yield from self._latin_runs(text[at : match.start()])
            yield far_eastern, match.group()
            at = match.end()
        yield from self._latin_runs(text[at:])

    def _latin_runs(self, text: str) -> Iterator[tuple[pygame.font.Font, str]]:
        """Part the text where its font would draw one letter into another."""
        parts = [text] if self._apart is None else self._apart.split(text)
        return ((self.latin, run) for run in parts if run)
