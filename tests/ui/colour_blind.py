"""What a screen says to someone who sees no colours: finds what colour alone would tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.ui.paint.theme import Theme
from game.ui.widgets.boxes import Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.meters import Meter
from game.ui.widgets.range_meter import RangeMeter
from game.ui.widgets.widget import Widget

MEANINGS = ("good", "warn", "bad")
Look = tuple[object, ...]


def in_one_ink(theme: Theme) -> Theme:
    """Return the theme for which all that is said in colour is said in the colour of the text."""
    ink = theme.text
    accents = ("muted", "ours", "theirs", "good", "warn", "bad", "focus", "mercury")
    alike = dict.fromkeys(accents, ink)
    return replace(theme, **alike, parties=(ink,) * len(theme.parties))


def looks_of(root: Widget) -> Iterator[tuple[Look, str]]:
    """Every word, sign and bar as it looks without colour, and the meaning its colour gives it.

    A word is read with the signs in its row, a sign with all the words of its row, a bar by
    where it stands against its mark. What has no colour of meaning means "".
    """
    for row, widget in _with_rows(root, None):
        colour = getattr(widget, "colour", "")
        meaning = colour if colour in MEANINGS else ""
        if isinstance(widget, Label):
            yield ("words", widget.text, *_signs(row)), meaning
        elif isinstance(widget, Icon):
            yield ("sign", widget.name, *_words(row)), meaning
        elif isinstance(widget, Meter):
            mark = widget.mark
            against = "no mark" if mark is None else "reached" if widget.value >= mark else "missed"
            yield ("bar", against), meaning
        elif isinstance(widget, RangeMeter):
            against = "reached" if widget.low >= widget.mark else "missed"
            open_still = widget.low < widget.mark <= widget.high
            yield ("range", "open" if open_still else against), meaning


def told_by_colour_alone(roots: Iterable[Widget]) -> list[str]:
    """Return what looks alike on these screens and means different things."""
    meanings: dict[Look, set[str]] = defaultdict(set)
    for root in roots:
        for look, meaning in looks_of(root):
            meanings[look].add(meaning)
    return sorted(
        f"{look} stands for {', '.join(sorted(each or 'nothing' for each in several))}"
        for look, several in meanings.items()
        if len(several) > 1
    )


def _with_rows(widget: Widget, row: Row | None) -> Iterator[tuple[Row | None, Widget]]:
    yield row, widget
    inside = widget if isinstance(widget, Row) else row if row and _is_in(widget, row) else None
    for child in widget.children:
        yield from _with_rows(child, inside)


def _is_in(widget: Widget, row: Row) -> bool:
    return widget in row.children


def _signs(row: Row | None) -> tuple[str, ...]:
    return tuple(w.name for w in row.children if isinstance(w, Icon)) if row is not None else ()


def _words(row: Row | None) -> tuple[str, ...]:
    return tuple(w.text for w in row.walk() if isinstance(w, Label)) if row is not None else ()
