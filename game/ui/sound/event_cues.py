"""Which cue belongs to which event."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.model.events import (
    DealConditional,
    DealStruck,
    Event,
    NewsHappened,
    PlenaryVote,
    Replied,
    RoundBegan,
)
from game.negotiation.model.replies import Verdict
from game.ui.sound.cues import Cue

ANSWERS = {Verdict.ACCEPT: Cue.YES, Verdict.COUNTER: Cue.COUNTER, Verdict.REFUSE: Cue.NO}


def cues_of(events: Iterable[Event]) -> tuple[Cue, ...]:
    """Return the cues of some events, in their order; the same cue twice in a row counts once.

    A vote in the plenary sounds each time, so that many can be told from one.
    """
    cues: list[Cue] = []
    for event in events:
        for cue in _cues(event):
            if cue in (Cue.JOIN, Cue.BLOCK) or cues[-1:] != [cue]:
                cues.append(cue)
    return tuple(cues)


def _cues(event: Event) -> tuple[Cue, ...]:
    match event:
        case Replied(reply):
            return Cue.SENT, ANSWERS[reply.verdict]
        case DealStruck() | DealConditional():
            return (Cue.DEAL,)
        case RoundBegan():
            return (Cue.ROUND,)
        case NewsHappened():
            return (Cue.NEWS,)
        case PlenaryVote(_, joins):
            return (Cue.JOIN if joins else Cue.BLOCK,)
    return ()
