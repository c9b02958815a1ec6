"""The story of one played game, for the report on a level's balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.negotiation.model.actions import Offer
from game.negotiation.model.events import DealStruck, Event, PlenaryVote, PromiseSettled, Replied
from game.negotiation.model.ledger import PromiseStatus
from game.negotiation.model.scenario import Slot, Term
from game.session.session import Session


class Refused(NamedTuple):
    """The constraint that bound a refusal; issue: that of the red line, else empty."""

    delegation: str
    constraint: str
    issue: str


class Agreed(NamedTuple):
    """A term of a deal and the index of the round in which it was struck."""

    term: Term
    round: int


@dataclass(frozen=True)
class Story:
    """What was offered, agreed, refused and broken; small, so that processes can hand it over.

    agreed: every term of every deal, in the order of the deals
    offered: what the offers named, the own gives and the other's
    delegations: with whom deals were struck
    deals_by_round: how many deals were struck in each round
    offers, refusals: how often, per delegation and per reason
    blocked: who stayed out of the text, and the code of the reason
    broken: what was promised and not kept
    """

    agreed: tuple[Agreed, ...]
    offered: frozenset[Slot]
    delegations: frozenset[str]
    deals_by_round: tuple[int, ...]
    offers: tuple[tuple[str, int], ...]
    refusals: tuple[tuple[Refused, int], ...]
    blocked: tuple[tuple[str, str], ...]
    broken: frozenset[Slot]

    @property
    def issues(self) -> frozenset[str]:
        """The issues that something was agreed on."""
        return frozenset(agreed.term.slot.issue for agreed in self.agreed)

    @property
    def all_in_last_round(self) -> bool:
        """True if every deal of the game was struck in its last round, where it had several."""
        *earlier, last = self.deals_by_round
        return last > 0 and len(earlier) > 0 and not any(earlier)

    def broke(self, giver: str) -> bool:
        """Return True if a party broke a promise."""
        return any(slot.giver == giver for slot in self.broken)


def story_of(session: Session) -> Story:
    """Return the story of a game so far."""
    events = [event for turn in session.turns for event in turn.events]
    deals = list(_deals(session))
    rounds = Counter(made for made, _ in deals)
    offers = [turn.action for turn in session.turns if isinstance(turn.action, Offer)]
    named = Counter(offer.delegation for offer in offers)
    refusals = Counter(_refusals(events))
    return Story(
        agreed=tuple(
            Agreed(promise.term, made) for made, deal in deals for promise in deal.promises
        ),
        offered=frozenset(term.slot for offer in offers for term in offer.terms),
        delegations=frozenset(deal.delegation for _, deal in deals),
        deals_by_round=tuple(rounds[place] for place in range(len(session.scenario.rounds))),
        offers=tuple(sorted(named.items())),
        refusals=tuple(sorted(refusals.items())),
        blocked=tuple(
            (event.delegation, event.because)
            for event in events
            if isinstance(event, PlenaryVote) and not event.joins
        ),
        broken=frozenset(
            event.promise.term.slot
            for event in events
            if isinstance(event, PromiseSettled) and event.promise.status is PromiseStatus.BROKEN
        ),
    )


def _deals(session: Session) -> Iterator[tuple[int, DealStruck]]:
    for turn in session.turns:
        for event in turn.events:
            if isinstance(event, DealStruck):
                yield (event.promises[0].made if event.promises else turn.round), event


def _refusals(events: list[Event]) -> Iterator[Refused]:
    for event in events:
        if isinstance(event, Replied) and (why := event.reply.explanation) is not None:
            issue = why.slot.issue if why.slot else ""
            yield Refused(event.reply.delegation, str(why.constraint), issue)
