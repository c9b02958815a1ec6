"""Linked pairs in words on the deal table: a part of its middle, and notes beside their terms."""

from __future__ import annotations

from game.desk.draft import Draft
from game.desk.linked_pairs import (
    holds,
    own_pairs,
    pair_counts,
    pair_told,
    pair_told_beside,
    pair_tone,
)
from game.desk.wording import Wording
from game.negotiation.model.scenario import Linkage, Slot, Term
from game.negotiation.seats.observation import Observation
from game.ui.paint.fonts import Role
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


def pairs_part(words: Wording, view: Observation, draft: Draft) -> list[Widget]:
    """Return the linked pairs of this table as rows.

    Which hold with the draft, and what they add.
    """
    return [_pair(words, view, draft, link) for link in own_pairs(view, tuple(draft.agreed))]


def pair_notes(words: Wording, view: Observation, slot: Slot, draft: Draft) -> list[Widget]:
    """Return what a term is worth together with another, beside that term.

    Checked where both hold.
    """
    notes: list[Widget] = []
    for link in own_pairs(view, (slot,)):
        ink = pair_tone(view, draft, link)
        sign = Icon("check" if pair_counts(view, draft, link) else "pending", 14, ink)
        note = Label(pair_told_beside(words, link, slot), Role.SMALL, ink, grow=1)
        notes.append(Row([sign, note], gap=6, align="top", key=note_key(link, slot)))
    return notes


def pair_key(link: Linkage) -> str:
    """Names a linked pair on the table."""
    terms = (f"{t.slot.issue}/{t.slot.giver}/{t.option}" for t in (link.first, link.second))
    return "pair/" + "+".join(terms)


def note_key(link: Linkage, slot: Slot) -> str:
    """Names the note on a linked pair beside one of its terms."""
    return f"{pair_key(link)}@{slot.issue}/{slot.giver}"


def _pair(words: Wording, view: Observation, draft: Draft, link: Linkage) -> Widget:
    """Return the points, checked where they count.

    Then both terms with a check or a ring before each.
    """
    ink = pair_tone(view, draft, link)
    terms = [
        Row([_sign_of(holds(view, draft, term)), _term(words, term)], gap=6, align="top")
        for term in (link.first, link.second)
    ]
    points = Label(pair_told(words, link), Role.STRONG, ink)
    named = [points, *terms, Label(link.because, Role.SMALL, "muted")]
    sign = Icon("check" if pair_counts(view, draft, link) else "link", 20, ink)
    return Row(
        [sign, Column(named, gap=1, grow=1)],
        gap=10,
        align="top",
        key=pair_key(link),
    )


def _sign_of(held: bool) -> Widget:
    return Icon("check", 14, "text") if held else Icon("pending", 14)


def _term(words: Wording, term: Term) -> Widget:
    return Label(words.term(term), Role.SMALL, grow=1)
