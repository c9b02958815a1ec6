"""What all that stands is worth to one party of a whole table, whoever promised it to whom.

    W = own price + sum over what others give, each times its giver's credibility + linkages
In whole thousandths of points. Face and relief are prices of the moment of signing and no worth.
"""

from __future__ import annotations

from collections.abc import Callable

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.scenario import Delegation, Linkage, Package, Slot


def total_worth(
    party: Delegation, stands: Package, credibility_of: Callable[[str], Credibility]
) -> int:
    """Return what terms are worth to a party, thousandths of points.

    stands: the deepest promise of every slot, none of them broken
    credibility_of: how far the promises of a giver are believed
    """
    own = believed = 0
    for slot, option in stands:
        points = party.valuations.get(slot, (0,) * (option + 1))[option]
        if slot.giver == party.id:
            own += points
        else:
            believed += credibility_of(slot.giver).believed(points)
    linked = (
        credibility_of(_relied_on(party, link).giver).believed(link.points)
        for link in party.linkages
        if stands.holds(link.first) and stands.holds(link.second)
    )
    return own + believed + sum(linked)


def _relied_on(party: Delegation, link: Linkage) -> Slot:
    """Return the slot of a pair that somebody else gives; the second, if both are its own."""
    first, second = link.first.slot, link.second.slot
    return first if first.giver != party.id else second
