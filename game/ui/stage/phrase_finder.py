"""Finds glossary words in running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from game.ui.paint.faces import FAR_EASTERN

MOST_KEPT = 2_000


@dataclass(frozen=True)
class FoundPhrase:
    """A stretch of a text, and the entry that explains it."""

    start: int
    end: int
    entry: str


class Finder:
    """Looks through texts for phrases, each once: what was found in a text is kept.

    entries: by phrase. Capitals make no difference, a phrase is found as whole words alone, and
    where two begin together the longer one counts.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = {_lowered(phrase): entry for phrase, entry in entries.items()}
        self._find = lru_cache(maxsize=MOST_KEPT)(partial(_found_in, tuple(self._entries.items())))

    def __call__(self, text: str) -> tuple[FoundPhrase, ...]:
        """All that can be looked up in a text, in its order; no two cross."""
        return self._find(text)

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries.values()


def _found_in(entries: Sequence[tuple[str, str]], text: str) -> tuple[FoundPhrase, ...]:
    lowered = _lowered(text)
    found = [
        FoundPhrase(at, at + len(phrase), entry)
        for phrase, entry in entries
        for at in _places(lowered, phrase)
    ]
    return tuple(_apart(found))


def _lowered(text: str) -> str:
    """In small letters, each where it was: a letter that would become two stays."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not _goes_on(text[at - 1 : at], phrase[0]) and not _goes_on(
            phrase[-1], text[end : end + 1]
        ):
            yield at
        at = text.find(phrase, at + 1)


def _goes_on(before: str, after: str) -> bool:
    """Return True if two adjacent letters belong to one word, or two digits to one number."""
    if before.isdecimal() and after.isdecimal():
        return True
    return _parts_words(before) and _parts_words(after)


def _parts_words(letter: str) -> bool:
    """Return True if it is of a script with spaces; Chinese has no word's end to respect."""
    return letter.isalpha() and FAR_EASTERN.match(letter) is None


def _apart(found: list[FoundPhrase]) -> Iterator[FoundPhrase]:
    """From the left; of those that begin together the longest."""
    end = 0
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if each.start >= end:
            yield each
            end = each.end
