"""Three other branches: a different action at a turn of the player's own game, played on.

At each turn we try an action that the player could have taken instead: the chair's card, the
counter-offer, or the change that the delegation said would bring a yes. The player's later actions
follow where they are still allowed. From the start of each meeting the computer also plays on in
the player's seat, with the player's knowledge. Only branches that end better are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.line_differences import Differences, differences_of
from game.debrief.play_on import PlayedOn, ways_on
from game.debrief.replayed_positions import Position
from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.actions import Action, Hold, NotAllowed, Offer, TakeCounter, TakeWhatIf
from game.negotiation.model.effects import commitments_with
from game.negotiation.model.events import DealStruck, Replied
from game.negotiation.model.replies import Change, Reply, Verdict
from game.negotiation.model.scenario import Package
from game.negotiation.model.state import State
from game.negotiation.rules.scoring import ScoreCard, score
from game.session.session import Session

MOST_LINES = 3


class Step(StrEnum):
    """The action a branch takes instead."""

    CARD = "card"
    COUNTER = "counter"
    CHANGE = "change"
    PLAYED = "played"  # the computer plays on in the player's seat


@dataclass(frozen=True)
class Line:
    """One other branch.

    delegation: with whom it acts differently; the player's own if it signs nothing more
    number: how many of the player's own actions come before the turn
    log: all actions from the first of the game; `log[number]` is the one taken at the turn
    change: the term that moves, for an offer that is changed
    deals: what is signed from the turn on
    differences: what it does differently from the player's own game
    left_out: how many of the player's later actions were no longer allowed
    agreed: all that is in force in the end
    card, warming_2100_c: how it ends (median, degC)
    """

    step: Step
    delegation: str
    round: int
    number: int
    log: tuple[Action, ...]
    change: Change | None
    deals: tuple[DealStruck, ...]
    differences: Differences
    left_out: int
    agreed: Package
    card: ScoreCard
    warming_2100_c: float

    @property
    def action(self) -> Action:
        """The action at the turn."""
        return self.log[self.number]

    @property
    def up_to_the_turn(self) -> tuple[Action, ...]:
        """The actions up to the turn, the different one included."""
        return self.log[: self.number + 1]


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
    """Return at most three branches that end better, the best first, from different meetings.

    Two of one meeting, with different partners, appear only if there are too few meetings.
    """
    own = rank(session.score())
    lines = [_played_out(session, turn, positions) for turn in _turns(positions)]
    lines += [_played_on(session, way, positions) for way in ways_on(session, positions)]
    lines = [line for line in lines if rank(line.card) > own and line.differences.any]
    better = _differing(sorted(lines, key=_order))
    chosen: list[Line] = []
    for differ in (_in_meeting, _in_meeting_and_party):
        for line in better:
            if all(differ(line) != differ(other) for other in chosen):
                chosen.append(line)
    return tuple(sorted(chosen[:MOST_LINES], key=_order))


def _differing(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Keep the first of the branches that reach the same deals and the same end."""
    found: dict[object, Line] = {}
    for line in lines:
        found.setdefault((line.agreed, line.card.joined, line.card.passed), line)
    return tuple(found.values())


def _in_meeting(line: Line) -> object:
    return line.round


def _in_meeting_and_party(line: Line) -> object:
    return line.round, line.delegation


def rank(card: ScoreCard) -> tuple[bool, int, int, float]:
    """Return a sort key, better is greater: a pass, the mean of the card, joins, tonnes."""
    return card.passed, card.total, card.joined, round(card.cut_2030_gtco2e, 6)


def _order(line: Line) -> tuple[bool, int, int, float, int]:
    passed, total, joined, cut = rank(line.card)
    return not passed, -total, -joined, -cut, line.number


def _turns(positions: tuple[Position, ...]) -> Iterator[_Turn]:
    """Yield every turn where a delegation answered and a better action may have existed."""
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
    """Return what the player signed of an answer before the meeting was over."""
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


def _from_own(
    deals: Iterable[DealStruck],
    log: Sequence[Action],
    number: int,
    positions: tuple[Position, ...],
) -> Differences:
    """Return what a branch does differently from the player's own game, from a turn on."""
    own = positions[number:]
    struck = [event for each in own for event in each.events if isinstance(event, DealStruck)]
    return differences_of(deals, log[number:], struck, [each.action for each in own])


def _played_out(session: Session, turn: _Turn, positions: tuple[Position, ...]) -> Line:
    """Play a branch to its end: the turn, then the player's actions where they are allowed."""
    actions = [position.action for position in positions]
    # A change replaces the player's offer, a signature comes before the next action.
    rest = actions[turn.number + 1 :] if turn.step is Step.CHANGE else actions[turn.number :]
    state, log, deals = turn.at, actions[: turn.number], []
    left_out = 0
    for place, action in enumerate([turn.action, *rest]):
        try:
            state, events = session.rules.apply(state, session.seat, action)
        except NotAllowed:
            left_out += place > 0
            continue
        log.append(action)
        deals += [event for event in events if isinstance(event, DealStruck)]
    while not state.finished:
        state, events = session.rules.apply(state, session.seat, Hold())
        deals += [event for event in events if isinstance(event, DealStruck)]
        log.append(Hold())
    card, warming_c = _how_it_ends(session, state)
    return Line(
        turn.step,
        turn.reply.delegation,
        turn.at.round,
        turn.number,
        tuple(log),
        turn.change,
        tuple(deals),
        _from_own(deals, log, turn.number, positions),
        left_out,
        state.ledger.deepest,
        card,
        warming_c,
    )


def _played_on(session: Session, way: PlayedOn, positions: tuple[Position, ...]) -> Line:
    """Return the branch that the computer played."""
    first = way.deals[0].delegation if way.deals else session.seat
    card, warming_c = _how_it_ends(session, way.end)
    return Line(
        Step.PLAYED,
        first,
        way.round,
        way.number,
        way.log,
        None,
        way.deals,
        _from_own(way.deals, way.log, way.number, positions),
        0,
        way.end.ledger.deepest,
        card,
        warming_c,
    )


def _how_it_ends(session: Session, state: State) -> tuple[ScoreCard, float]:
    """Return the score card and the median warming of 2100, degC."""
    outcome = session.desk.outcome(commitments_with(session.scenario, state.ledger))
    card = score(session.scenario, state, session.before, outcome, session.in_reach)
    return card, outcome.median_2100_c
