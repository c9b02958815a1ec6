"""Pairs of terms that count together for the player's own side, as a draft leaves them."""

from __future__ import annotations

from collections.abc import Sequence

from game.desk.draft import Draft
from game.desk.fact import Tone
from game.desk.wording import Wording
from game.negotiation.model.scenario import Linkage, Slot, Term
from game.negotiation.seats.observation import Observation


def own_pairs(view: Observation, slots: Sequence[Slot]) -> list[Linkage]:
    """Return the pairs that count for the player and have a term on this table."""
    here = set(slots)
    return [
        link for link in view.own.linkages if link.first.slot in here or link.second.slot in here
    ]


def holds(view: Observation, draft: Draft, term: Term) -> bool:
    """Return True if a term would be in force with the draft, here or elsewhere."""
    if term.slot in draft.agreed:
        return draft.option(term.slot) >= term.option
    return view.ledger.deepest.holds(term)


def pair_counts(view: Observation, draft: Draft, link: Linkage) -> bool:
    """Return True if both terms of a pair would be in force with the draft."""
    return holds(view, draft, link.first) and holds(view, draft, link.second)


def pair_tone(view: Observation, draft: Draft, link: Linkage) -> Tone:
    """Return whether a pair helps or harms; "muted" while it does not count."""
    if not pair_counts(view, draft, link):
        return "muted"
    return "good" if link.points > 0 else "bad"


def pair_told(words: Wording, link: Linkage) -> str:
    """Return how many points a pair adds or takes."""
    key, most = "table.pair.more" if link.points > 0 else "table.pair.less", abs(link.points)
    return words.texts(key, n=words.count(most), points=words.points(most))


def pair_told_beside(words: Wording, link: Linkage, slot: Slot) -> str:
    """Return what the term of a slot is worth together with the pair's other term."""
    other = link.second if link.first.slot == slot else link.first
    way = "more" if link.points > 0 else "less"
    fields = {"term": words.term(other), "points": words.points(abs(link.points))}
    return words.texts(f"table.pair.note.{way}", n=words.count(link.points), **fields)
