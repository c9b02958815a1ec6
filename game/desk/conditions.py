"""The promises of third delegations that an offer may depend on."""

from __future__ import annotations

from game.negotiation.model.scenario import Slot, Term
from game.negotiation.seats.observation import Observation
from game.session.public_game import PublicGame


def possible_conditions(public: PublicGame, view: Observation, delegation: str) -> tuple[Term, ...]:
    """Return every term that an offer to a delegation may depend on now, in the level's order."""
    met = view.ledger.deepest
    return tuple(
        Term(Slot(issue.id, giver), option)
        for issue in public.issues
        if issue.id in view.open_issues
        for giver in issue.givers
        if giver not in (public.you, delegation)
        for option in range(met.option(Slot(issue.id, giver)) + 1, len(issue.options))
    )
