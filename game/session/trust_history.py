"""The history of trust and face with one delegation, as the seat could see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.negotiation.model.credibility import Credibility
from game.negotiation.model.events import Event, FaceMoved, PromiseSettled
from game.negotiation.model.state import State
from game.negotiation.seats.watch import Watch
from game.session.session import Session


@dataclass(frozen=True)
class Moment:
    """A position in which a round began, or trust or face had moved.

    at: when, in rounds: 1.5 is the middle of what was done in the second round
    face: face debt in thousandths of points; below zero is cover
    why: what moved them
    faded: what time alone took off the face debt, thousandths
    """

    at: float
    face: int
    credibility: Credibility
    why: tuple[Event, ...] = ()
    faded: int = 0

    @property
    def round(self) -> int:
        """The round it lies in."""
        return int(self.at)


def moments_with(session: Session, delegation: str) -> tuple[Moment, ...]:
    """List the moments of a game with one delegation, oldest first; none holds a private figure."""
    watch = Watch(session.scenario, session.seat)
    found: list[Moment] = []
    for turn, (at, state) in zip(session.turns, _positions(session), strict=True):
        party = watch.look(state).party(delegation)
        why = tuple(event for event in turn.events if _concerns(event, delegation))
        before = found[-1] if found else None
        if before is None:
            found.append(Moment(at, party.face, party.credibility))
            continue
        moved = sum(event.change for event in why if isinstance(event, FaceMoved))
        faded = before.face + moved - party.face
        is_news = (before.face, before.credibility) != (party.face, party.credibility) or why
        if is_news or int(at) > before.round:
            found.append(Moment(at, party.face, party.credibility, why, faded))
    return tuple(found)


def _positions(session: Session) -> Iterator[tuple[float, State]]:
    """Yield when each turn was, and the position after it: the same game played once more."""
    state, _ = session.rules.start(session.seed)
    in_round = [turn.round for turn in session.turns]
    for place, turn in enumerate(session.turns):
        if turn.action is not None:
            state, _ = session.rules.apply(state, session.seat, turn.action)
        first = in_round.index(turn.round)
        yield turn.round + (place - first) / (in_round.count(turn.round) + 1), state


def _concerns(event: Event, delegation: str) -> bool:
    match event:
        case FaceMoved(delegation=whose, change=change):
            return whose == delegation and change != 0
        case PromiseSettled(promise):
            return promise.term.slot.giver == delegation
    return False
