"""What a delegation would sign now, and cautions before you sign it."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.cautions import own_cautions
from game.desk.fact import Fact
from game.desk.stakes import own_worth
from game.desk.wording import Wording
from game.negotiation.model.actions import Offer, TakeCounter, TakeWhatIf
from game.negotiation.model.scenario import Package, Term
from game.session.session import Session

COUNTER, CARD = "take", "take_card"  # keys of the buttons that sign


@dataclass(frozen=True)
class OnOffer:
    """A package that one press signs.

    key: of its button
    cautions: what speaks against it by the player's own figures
    worth: of the whole agreement to the player, thousandths of points
    """

    key: str
    action: TakeCounter | TakeWhatIf
    terms: Package
    cautions: tuple[Fact, ...]
    worth: int


def on_offer(
    session: Session, words: Wording, delegation: str, provided: Term | None
) -> tuple[OnOffer, ...]:
    """Return the counter-offer and the chair's card, those that are there."""
    party = session.view.party(delegation)
    there: list[tuple[str, TakeCounter | TakeWhatIf, Package | None]] = [
        (COUNTER, TakeCounter(delegation), party.counter),
        (CARD, TakeWhatIf(delegation), party.what_if),
    ]
    return tuple(
        OnOffer(
            key,
            action,
            terms,
            tuple(own_cautions(session, words, Offer(delegation, terms, provided=provided))),
            own_worth(session, delegation, terms, provided) or 0,
        )
        for key, action, terms in there
        if terms is not None
    )


def best_to_sign(offers: tuple[OnOffer, ...]) -> str:
    """Return the key of what is worth most of all that nothing speaks against.

    Empty where all is.
    """
    sound = [offer for offer in offers if not offer.cautions]
    return max(sound, key=lambda offer: offer.worth).key if sound else ""
