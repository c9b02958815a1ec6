"""Plays a game to a position worth a picture, by allowed moves.

`with_a_card`, `with_a_condition`, `refused_in_hope`, `slighted` and `play_to_the_end` play moves in
the session they are given. The other functions leave it as it is and only return what to offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import combinations, islice

from game.desk.conditions import possible_conditions
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, NotAllowed, Offer, TakeCounter
from game.negotiation.model.replies import Constraint, Verdict
from game.negotiation.model.scenario import Package, Slot, Term
from game.negotiation.seats.observation import Observation
from game.session.session import Session

MOST_TRIED = 60  # offers to one delegation
STEPS = ((2, 1), (1, 1), (1, 2), (2, 2))  # how far the asks go, and the offers


def opening(session: Session, other: str) -> Package:
    """Return a package: the second step of what they could give, the first of what we could."""
    public = session.public
    terms = []
    for slot in open_slots(session, other):
        deepest = len(public.issue(slot.issue).options) - 1
        wanted = 1 if slot.giver == public.you else min(2, deepest)
        if wanted > session.view.under(session.view.party(other)).option(slot):
            terms.append(Term(slot, wanted))
    return Package(terms[: public.terms_per_offer])


def open_slots(session: Session, other: str) -> list[Slot]:
    """Return what the player and another could agree on now."""
    slots = session.public.slots_between(session.public.you, other)
    return [slot for slot in slots if slot.issue in session.view.open_issues]


def linking_seat(level: Level) -> str | None:
    """Return the first seat whose side counts two terms together; None if no side does."""
    linking = (s for s in level.seats if Session(level, 1, s).view.own.linkages)
    return next(linking, None)


def with_a_pair(session: Session, other: str) -> Package:
    """Return a package of one pair that the player's side links, and a few other terms."""
    public = session.public
    slots = set(open_slots(session, other))
    pairs = [
        (link.first, link.second)
        for link in session.view.own.linkages
        if {link.first.slot, link.second.slot} <= slots
    ]
    pair = pairs[0] if pairs else ()
    paired = {term.slot for term in pair}
    others = [term for term in opening(session, other) if term.slot not in paired]
    return Package([*pair, *others[: public.terms_per_offer - len(pair)]])


def with_a_card(session: Session, *, after_deal: bool = False) -> Offer | None:
    """Make an offer to which the chair holds up a card; None if no offer tried brings one.

    after_deal: a card on top of a deal just struck, else one beside a counter-offer
    """
    wanted = Verdict.ACCEPT if after_deal else Verdict.COUNTER

    def brings_one(after: Observation, offer: Offer) -> bool:
        party = after.party(offer.delegation)
        reply = party.last_reply
        return party.what_if is not None and reply is not None and reply.verdict is wanted

    return _first(session, lambda: _offers(session), brings_one)


def with_a_condition(session: Session) -> Offer | None:
    """Agree on something that hangs on a third delegation; None if no offer tried does."""

    def hanging() -> Iterator[Offer]:
        for offer in _offers(session):
            for provided in possible_conditions(session.public, session.view, offer.delegation)[:3]:
                yield replace(offer, provided=provided)

    return _first(session, hanging, lambda after, offer: bool(after.conditional))


def refused_in_hope(session: Session) -> Offer | None:
    """Make an offer refused because its delegation hopes for more; None if no tried one is."""

    def hopes(after: Observation, offer: Offer) -> bool:
        reply = after.party(offer.delegation).last_reply
        why = reply.explanation if reply is not None else None
        return why is not None and why.constraint is Constraint.ASPIRATION

    return _first(session, lambda: _offers(session), hopes)


def _first(
    session: Session,
    offers: Callable[[], Iterator[Offer]],
    is_wanted: Callable[[Observation, Offer], bool],
) -> Offer | None:
    """Make the first offer that leads where it should, in the first round that has one."""
    if not any(offers()):
        return None
    rounds = len(session.public.rounds)
    for _ in range(rounds):
        for offer in offers():
            after = _after(session, offer)
            if after is not None and is_wanted(after, offer):
                session.submit(offer)
                return offer
        if session.view.round < rounds - 1:
            session.submit(Hold())
    return None


def slighted(session: Session, other: str, *, until_it_leaves: bool) -> None:
    """Ask and give nothing, meeting after meeting: once, or until the delegation has left."""
    while not session.finished and not session.view.party(other).walked_out:
        asks = opening(session, other).by(other)
        with suppress(NotAllowed):
            session.submit(Offer(other, asks))
        if not until_it_leaves:
            return
        if not session.view.party(other).walked_out:
            session.submit(Hold())


def play_to_the_end(session: Session) -> None:
    """Offer to everyone in every round, sign what is countered, until the plenary is over."""
    while not session.finished:
        for party in session.public.others:
            if not session.view.actions_left:
                break
            try:
                session.submit(Offer(party.id, opening(session, party.id), 60))
                if session.view.party(party.id).counter is not None:
                    session.submit(TakeCounter(party.id))
            except NotAllowed:
                continue
        session.submit(Hold())


def _offers(session: Session) -> Iterator[Offer]:
    """Yield offers to everyone in turn: one term asked, one or two given."""
    you = session.public.you
    for party in session.public.others:
        slots = open_slots(session, party.id)
        asks = [slot for slot in slots if slot.giver != you]
        gives = [slot for slot in slots if slot.giver == you]
        given = [*combinations(gives, 1), *combinations(gives, 2)]
        ways = ((ask, give, far, near) for far, near in STEPS for ask in asks for give in given)
        for ask, give, far, near in islice(ways, MOST_TRIED):
            terms = Package([Term(ask, far), *(Term(slot, near) for slot in give)])
            yield Offer(party.id, terms, 60)


def _after(session: Session, offer: Offer) -> Observation | None:
    branch = session.branch()
    try:
        branch.submit(offer)
    except NotAllowed:
        return None
    return branch.view
