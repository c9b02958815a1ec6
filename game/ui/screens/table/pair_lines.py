"""Lines on the deal table between terms that count together for the player's side."""

from __future__ import annotations

from game.desk.draft import Draft
from game.desk.linked_pairs import holds, own_pairs, pair_tone
from game.desk.term_keys import term_key
from game.negotiation.model.scenario import Linkage
from game.negotiation.seats.observation import Observation
from game.ui.charts.ties import End, Tie, Ties
from game.ui.screens.table.pair_notes import note_key, pair_key
from game.ui.widgets.widget import Widget


def with_pair_lines(body: Widget, view: Observation, draft: Draft, gap: int) -> Widget:
    """Return the table with its lines; as it is where the player's side links nothing on it."""
    ties = [_tie(view, draft, link) for link in own_pairs(view, tuple(draft.agreed))]
    return Ties(body, ties, gap=gap) if ties else body


def _tie(view: Observation, draft: Draft, link: Linkage) -> Tie:
    first, second = (
        End(note_key(link, term.slot), term_key(term.slot), holds(view, draft, term))
        for term in (link.first, link.second)
    )
    return Tie((first, second), pair_key(link), pair_tone(view, draft, link))
