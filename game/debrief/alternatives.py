"""Three other lines: what would have come of another action at a turn of the player's own game.

At each turn another legal action is tried that was there to be taken: the chair's card, the
counter-offer, the change that the delegation said would bring a yes. The rest of the player's own
actions follow where they are still allowed. Only lines that end better are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.climate.outcome import Outcome
from game.debrief.positions import Position
from game.negotiation.actions import Action, Hold, NotAllowed, Offer, TakeCounter, TakeWhatIf
from game.negotiation.effects import commitments_with
from game.negotiation.events import Replied
from game.negotiation.explaining import offer_after
from game.negotiation.replies import Change, Reply, Verdict
from game.negotiation.scoring import ScoreCard, score
from game.negotiation.state import State
from game.session.session import Session

MOST_LINES = 3


class Step(StrEnum):
    """What is done otherwise."""

    CARD = "card"
    COUNTER = "counter"
    CHANGE = "change"


@dataclass(frozen=True)
class Line:
    """One other line.

    number: how many of the player's own actions come before the turn
    action: what is done there; change: the term that is moved, for an offer that is changed
    left_out: how many of the player's later actions were no longer allowed
    card, warming_2100_c: how it ends (median, degC)
    """

    step: Step
    delegation: str
    round: int
    number: int
    action: Action
    change: Change | None
    left_out: int
    card: ScoreCard
    warming_2100_c: float


@dataclass(frozen=True)
class _Turn:
    """A turn where something else could have been done, in the position `at`."""

    step: Step
    reply: Reply
    number: int
    at: State
    action: Action
    change: Change | None = None


def other_lines(session: Session, positions: tuple[Position, ...]) -> tuple[Line, ...]:
    """At most three lines that end better, the best first, no two from one meeting and party."""
    actions = [position.action for position in positions]
    ended = session.score()
    own = _rank(ended)
    lines = [_played_out(session, turn, actions) for turn in _turns(positions)]
    better = sorted((line for line in lines if _rank(line.card) > own), key=_order)
    chosen: dict[tuple[str, int], Line] = {}
    for line in better:
        chosen.setdefault((line.delegation, line.round), line)
    return tuple(chosen.values())[:MOST_LINES]


def actions_up_to(positions: Iterable[Position], line: Line) -> tuple[Action, ...]:
    """The log of a line up to and with the action that is done otherwise."""
    before = (position.action for position in positions if position.number < line.number)
    return (*before, line.action)


def _rank(card: ScoreCard) -> tuple[bool, int, int, float]:
    """Better is greater: a pass, then the mean of the card, then joins and tonnes."""
    return card.passed, card.total, card.joined, round(card.cut_2030_gtco2e, 6)


def _order(line: Line) -> tuple[bool, int, int, float, int]:
    passed, total, joined, cut = _rank(line.card)
    return not passed, -total, -joined, -cut, line.number


def _turns(positions: tuple[Position, ...]) -> Iterator[_Turn]:
    """Every turn at which a delegation answered and something better may have been at hand."""
    for position in positions:
        for event in position.events:
            if isinstance(event, Replied):
                yield from _after(position, event.reply, positions)


def _after(position: Position, reply: Reply, positions: tuple[Position, ...]) -> Iterator[_Turn]:
    next_number = position.number + 1
    taken = _signed_later(positions[next_number:], reply)
    other = reply.delegation
    if reply.what_if is not None and Step.CARD not in taken:
        yield _Turn(Step.CARD, reply, next_number, position.after, TakeWhatIf(other))
    if reply.counter is not None and not taken:
        yield _Turn(Step.COUNTER, reply, next_number, position.after, TakeCounter(other))
    if reply.explanation is None or taken:
        return
    for change in reply.explanation.changes:
        if change.verdict is Verdict.ACCEPT:
            terms = offer_after(change, reply.package)
            action = Offer(other, terms, reply.predicted_percent, reply.provided)
            yield _Turn(Step.CHANGE, reply, position.number, position.before, action, change)
            return


def _signed_later(later: Iterable[Position], reply: Reply) -> frozenset[Step]:
    """What the player signed of this answer before the meeting was over."""
    taken = set()
    for position in later:
        if isinstance(position.action, Hold):
            break
        match position.action:
            case TakeWhatIf(delegation) if delegation == reply.delegation:
                taken.add(Step.CARD)
            case TakeCounter(delegation) if delegation == reply.delegation:
                taken.add(Step.COUNTER)
    return frozenset(taken)


def _played_out(session: Session, turn: _Turn, actions: list[Action]) -> Line:
    """The line to its end: the turn, then the player's own actions where they are allowed."""
    rules = session.rules
    state = turn.at
    # A change replaces the player's offer, a signature comes before the next action.
    rest = actions[turn.number + 1 :] if turn.step is Step.CHANGE else actions[turn.number :]
    left_out = 0
    for place, action in enumerate([turn.action, *rest]):
        try:
            state, _ = rules.apply(state, action)
        except NotAllowed:
            left_out += place > 0
    while not state.finished:
        state, _ = rules.apply(state, Hold())
    outcome = _outcome(session, state)
    card = score(session.scenario, state, session.before, outcome, session.in_reach)
    return Line(
        turn.step,
        turn.reply.delegation,
        turn.at.round,
        turn.number,
        turn.action,
        turn.change,
        left_out,
        card,
        outcome.median_2100_c,
    )


def _outcome(session: Session, state: State) -> Outcome:
    return session.desk.outcome(commitments_with(session.scenario, state.ledger))
