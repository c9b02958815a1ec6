"""The notebook of one delegation: offers, answers, deals."""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation.model.actions import Offer
from game.negotiation.model.events import (
    CameBack,
    ConditionalLapsed,
    DealConditional,
    DealStruck,
    Event,
    OfferTabled,
    PromiseSettled,
    Replied,
    WalkedOut,
)
from game.negotiation.model.replies import Reply
from game.negotiation.model.scenario import Package, Term
from game.session.session import Session, Turn


@dataclass(frozen=True)
class NotebookEntry:
    """One entry.

    offered, provided: what the player offered, and what it hung on; None where it was no offer
    reply: the answer; None where there was none, or where it still waits
    events: what else happened between the two
    """

    round: int
    offered: Package | None
    provided: Term | None
    reply: Reply | None
    events: tuple[Event, ...]


def notes_on(session: Session, delegation: str) -> tuple[NotebookEntry, ...]:
    """Return what the player's own turns brought from a delegation, newest first."""
    notes = [note for turn in session.turns if (note := _note(turn, delegation)) is not None]
    return tuple(reversed(notes))


def _note(turn: Turn, delegation: str) -> NotebookEntry | None:
    replies = [event.reply for event in turn.events if isinstance(event, Replied)]
    reply = next((each for each in replies if each.delegation == delegation), None)
    events = tuple(event for event in turn.events if _between(event, delegation))
    offer = turn.action if isinstance(turn.action, Offer) else None
    if offer is not None and offer.delegation == delegation:
        return NotebookEntry(turn.round, Package(offer.terms), offer.provided, reply, events)
    if reply is not None:
        return NotebookEntry(turn.round, reply.package, reply.provided, reply, events)
    return NotebookEntry(turn.round, None, None, None, events) if events else None


def _between(event: Event, delegation: str) -> bool:
    match event:
        case DealStruck() | OfferTabled() | WalkedOut() | CameBack():
            return event.delegation == delegation
        case DealConditional(deal) | ConditionalLapsed(deal):
            return deal.delegation == delegation
        case PromiseSettled(promise):
            return delegation in promise.pair
    return False
