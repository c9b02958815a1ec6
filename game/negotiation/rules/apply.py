"""Carries out each action. The constants of the rules stand at the top, in thousandths."""

from __future__ import annotations

from game.negotiation.mind.talks import credibility_of
from game.negotiation.model.actions import (
    Action,
    Answer,
    NotAllowed,
    Offer,
    PayAtHome,
    PressInPublic,
    Probe,
    SeekBacking,
    TakeCounter,
    TakeWhatIf,
    TalkPrivately,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.chance import draw
from game.negotiation.model.events import (
    BackingAnswered,
    CameBack,
    CounterWithdrawn,
    Event,
    FaceMoved,
    Found,
    HandsTied,
)
from game.negotiation.model.home_moves import moves_of
from game.negotiation.model.scenario import Delegation, Issue, LineKind, Scenario, Slot, Term
from game.negotiation.model.state import Backer, Learned, PublicCall, State
from game.negotiation.model.updates import own_of, standing_of, with_standing
from game.negotiation.rules.home_front import Moved, move_votes
from game.negotiation.rules.offers import give_answer, known_partner, put_offer, take

FACE_PER_PRESS = 2_000  # points of face debt one lonely public call makes
BACKING_PER_ALLY = 600  # share of it that one ally speaking too takes off
FACE_REPAIR = 1_500  # points a private talk repairs
LEAST_CREDIBILITY_FOR_BACKING = 400
PROBE_SPREAD = 500  # width of what a probe tells, as a share of the figure
SPREAD_PER_RAPPORT = 100  # what each private talk takes off that


def carry_out(scenario: Scenario, state: State, seat: str, action: Action) -> Moved:
    """Return the state after an action of a seat, and its events. Raises NotAllowed."""
    if costs_an_action(action) and own_of(state, seat).actions_left < 1:
        raise NotAllowed("no_actions_left")
    match action:
        case Offer():
            return put_offer(scenario, state, seat, action)
        case TakeCounter() | TakeWhatIf():
            card = isinstance(action, TakeWhatIf)
            return take(scenario, state, seat, action.delegation, card=card)
        case Answer():
            return give_answer(scenario, state, seat, action)
        case Probe():
            return _probe(scenario, state, seat, action)
        case TalkPrivately():
            return _talk(scenario, state, seat, action.delegation)
        case PressInPublic():
            return _press(scenario, state, seat, action)
        case SeekBacking():
            return _seek_backing(scenario, state, seat, action)
        case WorkAtHome() | PayAtHome():
            return _move_home(scenario, state, seat, action)
        case TieHands():
            return _tie_hands(scenario, state, seat, action)
    raise NotAllowed("unknown_action")


def costs_an_action(action: Action) -> bool:
    """Return True unless the action signs what is on the table or answers an offer."""
    return not isinstance(action, TakeCounter | TakeWhatIf | Answer)


def _probe(scenario: Scenario, state: State, seat: str, probe: Probe) -> Moved:
    """Return a range around the true figures, and the red lines as they really are."""
    known_partner(scenario, seat, probe.delegation)
    party = scenario.delegation(probe.delegation)
    if probe.slot not in scenario.slots_between(seat, probe.delegation):
        raise NotAllowed("not_between_you", party=probe.delegation)
    standing = standing_of(state, probe.delegation, seat)
    learned = _found(scenario, state.seed, party, probe.slot, standing.rapport)
    earlier = tuple(known for known in standing.learned if known.slot != probe.slot)
    state = with_standing(state, standing._replace(learned=(*earlier, learned)))
    return state, [Found(learned)]


def _found(scenario: Scenario, seed: int, party: Delegation, slot: Slot, rapport: int) -> Learned:
    """Return a range that holds the true figures somewhere, not in its middle.

    Talks only narrow it.
    """
    spread = max(PROBE_SPREAD - rapport * SPREAD_PER_RAPPORT, 0)
    below = spread * draw(seed, 0, f"probe/{party.id}/{slot.issue}/{slot.giver}") // 1000
    options = len(scenario.issue(slot.issue).options)
    worth = party.valuations.get(slot, (0,) * options)
    real = [
        line for line in party.red_lines if line.slot == slot and line.kind is not LineKind.BLUFF
    ]
    return Learned(
        party.id,
        slot,
        tuple(points - abs(points) * below // 1000 for points in worth),
        tuple(points + abs(points) * (spread - below) // 1000 for points in worth),
        max((line.lowest for line in real), default=0),
        min((line.highest for line in real), default=options - 1),
    )


def _talk(scenario: Scenario, state: State, seat: str, delegation: str) -> Moved:
    known_partner(scenario, seat, delegation)
    standing = standing_of(state, delegation, seat)
    repaired = min(FACE_REPAIR, max(standing.face, 0))
    after = standing._replace(
        face=standing.face - repaired,
        rapport=standing.rapport + 1,
        slights=0,
        walked_out=False,
    )
    events: list[Event] = [FaceMoved(delegation, seat, -repaired, "private_talk")]
    if standing.walked_out:
        events.append(CameBack(delegation, seat))
    return with_standing(state, after), events


def _press(scenario: Scenario, state: State, seat: str, press: PressInPublic) -> Moved:
    """Add face debt unless allies speak too; enough of them turn it into cover."""
    known_partner(scenario, seat, press.delegation)
    if press.delegation not in _issue(scenario, press.issue).givers:
        raise NotAllowed("not_theirs", party=press.delegation, issue=press.issue)
    calls = [on[:3] for on in state.pressed]
    if (seat, press.delegation, press.issue) in calls:
        raise NotAllowed("already_pressed", party=press.delegation, issue=press.issue)
    allies = [
        backer.delegation
        for backer in state.backers
        if (backer.beside, backer.issue) == (seat, press.issue)
        and backer.delegation != press.delegation
    ]
    debt = FACE_PER_PRESS * (1000 - BACKING_PER_ALLY * len(allies)) // 1000
    standing = standing_of(state, press.delegation, seat)
    after = standing._replace(face=standing.face + debt, counter=None, what_if=None)
    state = with_standing(state, after)
    because = "pressed_with_allies" if allies else "pressed_alone"
    events: list[Event] = [FaceMoved(press.delegation, seat, debt, because)]
    if standing.counter is not None or standing.what_if is not None:
        events.append(CounterWithdrawn(press.delegation, seat, "pressed"))
    state, moved = _move_home(scenario, state, seat, press)
    pressed = (*state.pressed, PublicCall(seat, press.delegation, press.issue, state.round))
    return state._replace(pressed=pressed), [*events, *moved]


def _seek_backing(scenario: Scenario, state: State, seat: str, seek: SeekBacking) -> Moved:
    """Let an ally speak up only for what it gains from, and only beside a credible partner."""
    known_partner(scenario, seat, seek.delegation)
    if Backer(seat, seek.delegation, seek.issue) in state.backers:
        raise NotAllowed("already_backing", party=seek.delegation, issue=seek.issue)
    issue = _issue(scenario, seek.issue)
    party = scenario.delegation(seek.delegation)
    gain = sum(
        party.valuations[slot][-1]
        for slot in issue.slots
        if slot.giver != party.id and slot in party.valuations
    )
    trusted = credibility_of(scenario, state, seat).share >= LEAST_CREDIBILITY_FOR_BACKING
    because = "gains" if gain > 0 and trusted else "no_gain" if trusted else "no_trust"
    agreed = because == "gains"
    if agreed:
        state = state._replace(backers=(*state.backers, Backer(seat, party.id, issue.id)))
    return state, [BackingAnswered(party.id, seat, issue.id, agreed, because)]


def _move_home(scenario: Scenario, state: State, seat: str, action: Action) -> Moved:
    """Carry out what an action moves at the seat's own home."""
    own, votes = scenario.delegation(seat), state.votes.of(seat)
    is_first_call = all(call.by != seat for call in state.pressed)
    moves = moves_of(own, votes, action, is_first_call=is_first_call)
    return move_votes(scenario, state, seat, moves)


def _tie_hands(scenario: Scenario, state: State, seat: str, tie: TieHands) -> Moved:
    issue = _issue(scenario, tie.slot.issue)
    if tie.slot not in issue.slots_of(seat) or seat not in issue.givers:
        raise NotAllowed("not_yours", issue=issue.id)
    if not 0 <= tie.option < len(issue.options) - 1:
        raise NotAllowed("no_such_limit", issue=issue.id)
    if any(term.slot == tie.slot for term in state.tied):
        raise NotAllowed("already_tied", issue=issue.id)
    given = [p.term.option for p in state.ledger if p.term.slot == tie.slot]
    if given and max(given) > tie.option:
        raise NotAllowed("already_given", issue=issue.id)
    state = state._replace(tied=(*state.tied, Term(tie.slot, tie.option)))
    state, moved = _move_home(scenario, state, seat, tie)
    return state, [HandsTied(seat, issue.id, tie.option), *moved]


def _issue(scenario: Scenario, issue: str) -> Issue:
    try:
        return scenario.issue(issue)
    except KeyError:
        raise NotAllowed("unknown_issue", issue=issue) from None
