"""The end of a round: what it settles, what the news brings, the plenary at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from game.negotiation.model.actions import NotAllowed
from game.negotiation.model.chance import happens
from game.negotiation.model.doors import open_issues
from game.negotiation.model.events import (
    CounterLapsed,
    DoorClosed,
    Event,
    FaceMoved,
    NewsForecast,
    NewsHappened,
    NewsMissed,
    PromiseSettled,
    RoundBegan,
)
from game.negotiation.model.home import home_votes, terms_at_home
from game.negotiation.model.home_moves import HomeMove
from game.negotiation.model.ledger import Backing, Ledger, Promise, PromiseStatus
from game.negotiation.model.news import Shift, ShiftKind
from game.negotiation.model.news_decks import news_ahead, news_of
from game.negotiation.model.scenario import Scenario
from game.negotiation.model.state import Standing, State
from game.negotiation.model.updates import own_of, standing_of, with_own, with_standing
from game.negotiation.rules.conditional_deals import lapse_behind_closed_doors
from game.negotiation.rules.home_front import Moved, move_votes
from game.negotiation.rules.others_move import others_move
from game.negotiation.rules.plenary import hold_plenary

FACE_KEPT_PER_ROUND = 500  # thousandths: half of a slight is forgotten by the next meeting


def end_round(scenario: Scenario, state: State) -> Moved:
    """Settle what is due, then open the next round, or hold the plenary after the last.

    Raises NotAllowed while a held seat still owes an answer.
    """
    waiting = [standing.of for standing in state.standings if standing.tabled is not None]
    if waiting:
        raise NotAllowed("answer_awaited", party=waiting[0])
    lapsed = [CounterLapsed(s.of, s.towards) for s in state.standings if s.counter is not None]
    state, settled = _settle(scenario, state)
    is_last = state.round == len(scenario.rounds) - 1
    state, following = (hold_plenary if is_last else _next_round)(scenario, state)
    return state, [*lapsed, *settled, *following]


def _next_round(scenario: Scenario, state: State) -> Moved:
    """Open the next meeting: its news, the doors that are closed now, what may come after it."""
    before = open_issues(scenario, state)
    state = _forget_slights(state)
    state = with_actions(scenario, state._replace(round=state.round + 1))
    state, news = _bring_news(scenario, state)
    after = open_issues(scenario, state)
    closed = [DoorClosed(i.id) for i in scenario.issues if i.id in before - after]
    state, lapsed = lapse_behind_closed_doors(scenario, state)
    ahead = forecast(scenario, state)
    state, agreed = others_move(scenario, state)
    return state, [*news, *closed, *lapsed, RoundBegan(state.round), *agreed, *ahead]


def with_actions(scenario: Scenario, state: State) -> State:
    """Give those who act the actions of the round."""
    actions = scenario.rounds[state.round].actions
    acting = acting_seats(scenario, state)
    return state._replace(
        own=tuple(
            own._replace(actions_left=actions if own.party in acting else 0, ready=False)
            for own in state.own
        )
    )


def acting_seats(scenario: Scenario, state: State) -> tuple[str, ...]:
    """Return who takes actions: the player of a hub, all people at a whole table."""
    return state.people if scenario.is_whole else (scenario.you,)


def forecast(scenario: Scenario, state: State) -> list[Event]:
    """Announce what may happen at the next round."""
    return [NewsForecast(news.id) for news in news_ahead(scenario, state.seed, state.round)]


def status_when_due(scenario: Scenario, state: State, giver_id: str) -> PromiseStatus:
    """Return the status of a party's promises when due: kept only if its home passes them."""
    giver = scenario.delegation(giver_id)
    votes = home_votes(state, giver, terms_at_home(scenario, state, giver.id))
    return PromiseStatus.KEPT if votes >= giver.home.pass_mark else PromiseStatus.BROKEN


def _settle(scenario: Scenario, state: State) -> Moved:
    """Settle the promises due: all by the same votes, taken before any is broken."""
    before = list(state.ledger)
    status = cache(partial(status_when_due, scenario, state))
    after = [_settled(promise, state.round, status) for promise in before]
    events: list[Event] = [
        PromiseSettled(promise)
        for promise, then in zip(after, before, strict=True)
        if promise.status is not then.status
    ]
    moved = any(promise is not then for promise, then in zip(after, before, strict=True))
    return (state._replace(ledger=Ledger(after)) if moved else state), events


def _settled(promise: Promise, at: int, status: Callable[[str], PromiseStatus]) -> Promise:
    """Return a promise at the end of round `at`; status: of what each giver promised, when due.

    What is kept becomes law when a vote passes in a round after the one it was made in: what is
    signed in the last hours can be kept, but no parliament has had the time to put it into law.
    """
    if promise.status is PromiseStatus.BROKEN:
        return promise
    giver = promise.term.slot.giver
    if promise.is_settled_by(at):
        promise = replace(promise, status=status(giver))
    elif promise.status is PromiseStatus.PENDING:
        return promise
    has_had_time = promise.made < at and promise.backing is Backing.PLEDGED
    kept = PromiseStatus.KEPT
    if has_had_time and promise.status is kept is status(giver):
        return replace(promise, backing=Backing.LAW)
    return promise


def _forget_slights(state: State) -> State:
    return state._replace(standings=tuple(map(_at_next_meeting, state.standings)))


def _at_next_meeting(standing: Standing) -> Standing:
    """Keep half of the face debt, and nothing on the table."""
    on_table = (standing.counter, standing.what_if, standing.provided)
    if standing.face == 0 and on_table == (None, None, None):
        return standing
    face = standing.face * FACE_KEPT_PER_ROUND // 1000
    return standing._replace(face=face, counter=None, what_if=None, provided=None)


def _bring_news(scenario: Scenario, state: State) -> Moved:
    events: list[Event] = []
    for news in news_of(scenario, state.seed):
        if news.at != state.round:
            continue
        if happens(state.seed, news.at, news.id, news.odds):
            events.append(NewsHappened(news.id))
            state = state._replace(happened=(*state.happened, news.id))
            for shift in news.shifts:
                state, moved = _shift(scenario, state, shift)
                events += moved
        else:
            events.append(NewsMissed(news.id))
            state = state._replace(missed=(*state.missed, news.id))
    return state, events


def _shift(scenario: Scenario, state: State, shift: Shift) -> Moved:
    """Apply one shift of the news to the seat or the issue that it names.

    In a seat that acts only votes move: its player decides what no deal and lost face are worth.
    """
    moves_a_mind = shift.kind in (ShiftKind.VALUE_OF_NO_DEAL, ShiftKind.FACE)
    if moves_a_mind and shift.target in acting_seats(scenario, state):
        return state, []
    match shift.kind:
        case ShiftKind.VALUE_OF_NO_DEAL:
            own = own_of(state, shift.target)
            moved = own._replace(no_deal_shift=own.no_deal_shift + shift.amount)
            return with_own(state, moved), []
        case ShiftKind.FACE:
            return _shift_face(scenario, state, shift)
        case ShiftKind.VOTES:
            move = HomeMove(shift.detail, shift.amount, "news")
            return move_votes(scenario, state, shift.target, (move,))
        case ShiftKind.CLOSE_ISSUE:
            return state._replace(closed=(*state.closed, shift.target)), []
        case ShiftKind.OPEN_ISSUE:
            return state._replace(opened=(*state.opened, shift.target)), []


def _shift_face(scenario: Scenario, state: State, shift: Shift) -> Moved:
    """Move its face debt towards everyone: what hurts a party in public hurts it everywhere."""
    events: list[Event] = []
    for partner in scenario.partners[shift.target]:
        standing = standing_of(state, shift.target, partner)
        state = with_standing(state, standing._replace(face=standing.face + shift.amount))
        events.append(FaceMoved(shift.target, partner, shift.amount, "news"))
    return state, events
