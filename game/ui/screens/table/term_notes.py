"""Notes on a term while you compose: red lines, doors, linked pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desk.draft import Draft
from game.desk.wording import Words
from game.negotiation.model.scenario import Linkage, RedLine, Slot, Term
from game.negotiation.seats.observation import Observation
from game.ui.paint.fonts import Role
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget

OptionOf = Callable[[Slot], int]


def crossed_line(lines: Sequence[RedLine], slot: Slot, option: int) -> RedLine | None:
    """Return the line that an option of a slot would cross."""
    crossed = (line for line in lines if line.slot == slot and line.is_crossed_by(option))
    return next(crossed, None)


def own_lines_crossed(view: Observation, slots: Sequence[Slot], at: OptionOf) -> list[RedLine]:
    """Return the player's own red lines that an agreement would cross."""
    found = (crossed_line(view.own.red_lines, slot, at(slot)) for slot in slots)
    return [line for line in found if line is not None]


def own_pairs(view: Observation, slots: Sequence[Slot]) -> list[Linkage]:
    """Return the pairs that count for the player and have a term on this table."""
    here = set(slots)
    return [
        link for link in view.own.linkages if link.first.slot in here or link.second.slot in here
    ]


def pairs_part(words: Words, view: Observation, draft: Draft) -> list[Widget]:
    """Return the linked pairs of this table as rows.

    Which hold with the draft, and what they add.
    """
    return [_pair(words, view, draft, link) for link in own_pairs(view, tuple(draft.agreed))]


def pair_notes(words: Words, view: Observation, slot: Slot, draft: Draft) -> list[Widget]:
    """Return what a term is worth together with another, beside that term.

    Checked where both hold.
    """
    notes: list[Widget] = []
    for link in own_pairs(view, (slot,)):
        other = link.second if link.first.slot == slot else link.first
        way = "more" if link.points > 0 else "less"
        fields = {"term": words.term(other), "points": words.points(abs(link.points))}
        text = words.texts(f"table.pair.note.{way}", n=words.count(link.points), **fields)
        ink = pair_ink(view, draft, link)
        sign = Icon("check" if _counts(view, draft, link) else "pending", 14, ink)
        note = Label(text, Role.SMALL, ink, grow=1)
        notes.append(Row([sign, note], gap=6, align="top", key=note_key(link, slot)))
    return notes


def pair_key(link: Linkage) -> str:
    """Names a linked pair on the table."""
    terms = (f"{t.slot.issue}/{t.slot.giver}/{t.option}" for t in (link.first, link.second))
    return "pair/" + "+".join(terms)


def note_key(link: Linkage, slot: Slot) -> str:
    """Names the note on a linked pair beside one of its terms."""
    return f"{pair_key(link)}@{slot.issue}/{slot.giver}"


def pair_ink(view: Observation, draft: Draft, link: Linkage) -> str:
    """Return the colour of a pair: it does not count yet, it helps, it harms."""
    if not _counts(view, draft, link):
        return "muted"
    return "good" if link.points > 0 else "bad"


def _counts(view: Observation, draft: Draft, link: Linkage) -> bool:
    return holds(view, draft, link.first) and holds(view, draft, link.second)


def holds(view: Observation, draft: Draft, term: Term) -> bool:
    """Return True if a term would be in force with the draft, here or elsewhere."""
    if term.slot in draft.agreed:
        return draft.option(term.slot) >= term.option
    return view.ledger.deepest.holds(term)


def _pair(words: Words, view: Observation, draft: Draft, link: Linkage) -> Widget:
    """Return the points, checked where they count.

    Then both terms with a check or a ring before each.
    """
    ink = pair_ink(view, draft, link)
    terms = [
        Row([_sign_of(holds(view, draft, term)), _term(words, term)], gap=6, align="top")
        for term in (link.first, link.second)
    ]
    key = "table.pair.more" if link.points > 0 else "table.pair.less"
    most = abs(link.points)
    points = words.texts(key, n=words.count(most), points=words.points(most))
    named = [Label(points, Role.STRONG, ink), *terms, Label(link.because, Role.SMALL, "muted")]
    sign = Icon("check" if _counts(view, draft, link) else "link", 20, ink)
    return Row(
        [sign, Column(named, gap=1, grow=1)],
        gap=10,
        align="top",
        key=pair_key(link),
    )


def _sign_of(held: bool) -> Widget:
    return Icon("check", 14, "text") if held else Icon("pending", 14)


def _term(words: Words, term: Term) -> Widget:
    return Label(words.term(term), Role.SMALL, grow=1)
