"""The part of a dossier on conditional deals that still wait."""

from __future__ import annotations

from game.desk.relations import deals_waiting_for, deals_with
from game.desk.wording import Wording
from game.negotiation.seats.observation import Observation, PartyView
from game.ui.screens.common.page import bullet, part
from game.ui.widgets.widget import Widget


def waiting_part(words: Wording, view: Observation, party: PartyView) -> list[Widget]:
    """Return what is agreed with it and waits for another, and what of others waits for it."""
    lines: list[Widget] = []
    for deal in deals_with(view, party.id):
        lines += [bullet(line, "pending", "warn") for line in words.terms(deal.terms)]
        lines.append(bullet(words.waits(deal), "link", "theirs"))
    for deal in deals_waiting_for(view, party.id):
        other = words.party(deal.delegation)
        text = words.texts("dossier.holds_up", other=other, term=words.term(deal.provided))
        lines.append(bullet(text, "link", "theirs"))
    return [part(words.texts("dossier.waiting"), lines)] if lines else []
