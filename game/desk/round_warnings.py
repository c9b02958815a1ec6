"""Warnings before a round ends: what would lapse, break or go unused."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.on_offer import best_to_sign, on_offer
from game.desk.relations import has_something_to_sign
from game.desk.wording import Wording
from game.negotiation.seats.observation import Observation, PartyView
from game.session.session import Session


@dataclass(frozen=True)
class WaitingAnswer:
    """A counter-offer or a chair's card that can be signed in this round only.

    place: of its delegation among all
    against: what speaks against signing it, on the player's own side; "" for nothing
    """

    place: int
    delegation: str
    against: str


@dataclass(frozen=True)
class RoundWarnings:
    """The warnings before a round ends.

    breaking: own promises that fall due and would not pass at home
    lapsing: whose counter-offers and cards lapse; closing: which issues close
    """

    actions_left: int
    answers: tuple[WaitingAnswer, ...]
    breaking: tuple[str, ...]
    lapsing: tuple[str, ...]
    closing: tuple[str, ...]

    @property
    def any(self) -> bool:
        """True if anything would be lost, broken or left unused."""
        return bool(self.actions_left or self.answers or self.breaking)

    @property
    def sound(self) -> tuple[WaitingAnswer, ...]:
        """The answers that nothing speaks against signing."""
        return tuple(answer for answer in self.answers if not answer.against)

    def lines(self, words: Wording) -> list[str]:
        """Return every sentence, what is broken first; that nothing closes where there is none."""
        cautions = [
            words.texts("ending.caution", party=words.party(answer.delegation), why=answer.against)
            for answer in self.answers
            if answer.against
        ]
        lines = [*self.breaking, *self.lapsing, *self.closing, *cautions]
        return lines or [words.texts("hub.hold.closing_none")]


def answers_waiting(view: Observation) -> list[tuple[int, PartyView]]:
    """Return the delegations whose counter-offer or card can be signed, with their place."""
    parties = enumerate(view.parties)
    return [(place, party) for place, party in parties if has_something_to_sign(party)]


def round_warnings(session: Session, words: Wording) -> RoundWarnings:
    """Return what would lapse, break or go unused if the round ended now."""
    view = session.view
    return RoundWarnings(
        view.actions_left,
        tuple(
            WaitingAnswer(place, party.id, _against(session, words, party))
            for place, party in answers_waiting(view)
        ),
        _breaking(words, view),
        _lapsing(words, view),
        _closing(session, words),
    )


def _against(session: Session, words: Wording, party: PartyView) -> str:
    provided = party.last_reply.provided if party.last_reply is not None else None
    offers = on_offer(session, words, party.id, provided)
    return "" if best_to_sign(offers) else offers[0].cautions[0].text


def _breaking(words: Wording, view: Observation) -> tuple[str, ...]:
    """Say that own promises fall due and would not pass at home; nothing if they would."""
    due = [
        promise
        for promise in view.ledger
        if promise.term.slot.giver == view.you and promise.is_settled_by(view.round)
    ]
    if not due or view.home.passes:
        return ()
    votes = words.votes(view.home.votes, view.home.pass_mark)
    fields = {"body": view.home.body, "votes": votes, "mark": words.mark(view.home.pass_mark)}
    return (words.texts(f"ending.breaks.{view.home.counts}", n=len(due), **fields),)


def _lapsing(words: Wording, view: Observation) -> tuple[str, ...]:
    """Return whose counter-offers and chair's cards lapse, and that signing is free."""
    texts, parties = words.texts, view.parties
    counters = [party.name for party in parties if party.counter is not None]
    cards = [party.name for party in parties if party.what_if is not None]
    lines = [
        texts(f"ending.{what}", n=len(names), parties=texts.listed(names))
        for what, names in (("counters", counters), ("cards", cards))
        if names
    ]
    return (*lines, texts("ending.sign")) if lines else ()


def _closing(session: Session, words: Wording) -> tuple[str, ...]:
    closing = session.closing_issues(session.view.round)
    if not closing:
        return ()
    issues = words.texts.listed(words.issue(issue) for issue in closing)
    return (words.texts("hub.hold.closing", issues=issues),)
