"""Brings a game to a position that a picture is to show, by moves the rules allow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import product

from game.negotiation.actions import Hold, NotAllowed, Offer
from game.negotiation.changing import standing_of
from game.negotiation.packages import normalise
from game.negotiation.replies import Verdict
from game.negotiation.scenario import Package, Slot, Term
from game.negotiation.state import State
from game.session.session import Session
from game.ui.screens.conditions import possible

MOST_TRIED = 400


def opening(session: Session, other: str) -> Package:
    """Ask for the second step of what they could give, offer the first of what we could."""
    scenario = session.scenario
    terms = []
    for slot in open_slots(session, other):
        deepest = len(scenario.issue(slot.issue).options) - 1
        wanted = 1 if slot.giver == scenario.you else min(2, deepest)
        agreed = {term.slot: term.option for term in session.view.party(other).agreed}
        if wanted > agreed.get(slot, 0):
            terms.append(Term(slot, wanted))
    return tuple(sorted(terms[: scenario.terms_per_offer]))


def open_slots(session: Session, other: str) -> list[Slot]:
    """What the player and another could agree on now."""
    slots = session.scenario.slots_between(session.scenario.you, other)
    return [slot for slot in slots if slot.issue in session.view.open_issues]


def with_a_card(session: Session, *, after_deal: bool = False) -> str | None:
    """Make an offer to which the chair holds up a card; None where no first offer brings one.

    after_deal: a card on top of a deal just struck, else one beside a counter-offer
    """
    wanted = Verdict.ACCEPT if after_deal else Verdict.COUNTER
    for offer in _offers(session):
        after = _after(session, offer)
        if after is None:
            continue
        standing = standing_of(after, offer.delegation)
        reply = standing.last_reply
        if standing.what_if is not None and reply is not None and reply.verdict is wanted:
            session.submit(offer)
            return offer.delegation
    return None


def with_a_condition(session: Session) -> Offer | None:
    """An offer that is agreed if a third delegation does its part; None where there is none."""
    for offer in _offers(session):
        for provided in possible(session.scenario, session.view, offer.delegation)[:4]:
            hanging = Offer(offer.delegation, offer.terms, 60, provided)
            after = _after(session, hanging)
            if after is not None and after.conditional:
                return hanging
    return None


def slighted(session: Session, other: str, *, until_it_leaves: bool) -> None:
    """Ask and give nothing, meeting after meeting: once, or until the delegation has left."""
    while not session.finished and not session.view.party(other).walked_out:
        asks = tuple(t for t in opening(session, other) if t.slot.giver == other)
        with suppress(NotAllowed):
            session.submit(Offer(other, asks))
        if not until_it_leaves:
            return
        if not session.view.party(other).walked_out:
            session.submit(Hold())


def _offers(session: Session) -> Iterator[Offer]:
    """Two-sided offers of one or two steps on one term a side, to everyone in turn."""
    you, tried = session.scenario.you, 0
    for party in session.scenario.others:
        slots = open_slots(session, party.id)
        asks = [slot for slot in slots if slot.giver != you]
        gives = [slot for slot in slots if slot.giver == you]
        for ask, give, far, near in product(asks, gives, (2, 1, 3), (1, 2)):
            tried += 1
            if tried > MOST_TRIED:
                return
            yield Offer(party.id, normalise([Term(ask, far), Term(give, near)]), 60)


def _after(session: Session, offer: Offer) -> State | None:
    try:
        return session.rules.apply(session.state, offer)[0]
    except NotAllowed:
        return None
