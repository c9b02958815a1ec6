"""What each action does. Numbers of the rules stand at the top, in thousandths."""

from __future__ import annotations

from dataclasses import replace

from game.negotiation.actions import (
    Action,
    NotAllowed,
    Offer,
    PressInPublic,
    Probe,
    SeekBacking,
    TakeCounter,
    TalkPrivately,
    TieHands,
    WorkAtHome,
)
from game.negotiation.calendar import open_issues
from game.negotiation.changing import standing_of, with_standing, with_votes_moved
from game.negotiation.credibility import credibility_of
from game.negotiation.delegate import judge
from game.negotiation.events import (
    BackingAnswered,
    DealStruck,
    Event,
    FaceMoved,
    Found,
    HandsTied,
    Replied,
    VotesMoved,
)
from game.negotiation.home import shift_of
from game.negotiation.packages import in_force, normalise
from game.negotiation.replies import Verdict
from game.negotiation.scenario import Domain, Issue, LineKind, Package, Scenario, Slot, Term
from game.negotiation.state import Backing, Learned, Promise, State
from game.negotiation.valuation import table_with

Moved = tuple[State, list[Event]]

FACE_PER_PRESS = 2_000  # points of face debt one lonely public call makes
BACKING_PER_ALLY = 600  # share of it that one ally speaking too takes off
FACE_REPAIR = 1_500  # points a private talk repairs
VOTES_PER_PRESS = 500  # votes at home a first public call brings
VOTES_PER_TIE = 500
VOTES_PER_VISIT = 1_500  # votes a first visit to a group at home brings; each next one half
LEAST_CREDIBILITY_FOR_BACKING = 400
PROBE_SPREAD = 400  # half width of what a probe tells, as a share of the figure
SPREAD_PER_RAPPORT = 100  # what each private talk takes off that


def carry_out(scenario: Scenario, state: State, action: Action) -> Moved:
    """The state after an action, and its events. Raises NotAllowed."""
    if not isinstance(action, TakeCounter) and state.actions_left < 1:
        raise NotAllowed("no_actions_left")
    match action:
        case Offer():
            return _offer(scenario, state, action)
        case TakeCounter():
            return _take_counter(scenario, state, action.delegation)
        case Probe():
            return _probe(scenario, state, action)
        case TalkPrivately():
            return _talk(scenario, state, action.delegation)
        case PressInPublic():
            return _press(scenario, state, action)
        case SeekBacking():
            return _seek_backing(scenario, state, action)
        case WorkAtHome():
            return _work_at_home(scenario, state, action.faction)
        case TieHands():
            return _tie_hands(scenario, state, action)
    raise NotAllowed("unknown_action")


def _offer(scenario: Scenario, state: State, offer: Offer) -> Moved:
    _known_other(scenario, offer.delegation)
    terms = _checked_terms(scenario, state, offer)
    standing = standing_of(state, offer.delegation)
    if standing.offered_in == state.round:
        raise NotAllowed("already_offered", party=offer.delegation)
    if offer.predicted_percent is not None and not 0 <= offer.predicted_percent <= 100:
        raise NotAllowed("bad_prediction")
    table = table_with(scenario, state, offer.delegation, open_issues(scenario, state))
    judgement = judge(table, terms, offer.predicted_percent)
    reply = judgement.reply
    state = with_standing(
        state,
        offer.delegation,
        generosity=judgement.generosity,
        offered_in=state.round,
        counter=reply.counter,
        last_reply=reply,
        offers=(*standing.offers, terms),
    )
    events: list[Event] = [Replied(reply)]
    if reply.verdict is Verdict.ACCEPT:
        state, deal = _strike(scenario, state, offer.delegation, terms)
        events.append(deal)
    return state, events


def _take_counter(scenario: Scenario, state: State, delegation: str) -> Moved:
    _known_other(scenario, delegation)
    counter = standing_of(state, delegation).counter
    if counter is None:
        raise NotAllowed("no_counter", party=delegation)
    table = table_with(scenario, state, delegation, open_issues(scenario, state))
    row = table.row_of(counter)
    if row is None or not table.feasible[row]:
        raise NotAllowed("counter_withdrawn", party=delegation)
    state, deal = _strike(scenario, state, delegation, counter)
    return with_standing(state, delegation, counter=None), [deal]


def _strike(
    scenario: Scenario, state: State, delegation: str, terms: Package
) -> tuple[State, DealStruck]:
    """Write a deal into the ledger; a deepened term replaces the promise it deepens."""
    assert _is_feasible(scenario, state, delegation, terms), "a deal below the floor"
    whole = normalise([*in_force(state.ledger, scenario.you, delegation), *terms])
    financed = {
        term.slot.giver
        for term in whole
        if scenario.issue(term.slot.issue).domain is Domain.FINANCE
    }
    promises = tuple(
        _promise(scenario, state, delegation, term, financed) for term in normalise(terms)
    )
    new = {promise.term.slot for promise in promises}
    pair = {scenario.you, delegation}
    kept = tuple(
        promise
        for promise in state.ledger
        if not (promise.term.slot in new and {promise.term.slot.giver, promise.to} == pair)
    )
    return replace(state, ledger=(*kept, *promises)), DealStruck(delegation, promises)


def _promise(
    scenario: Scenario, state: State, delegation: str, term: Term, financed: set[str]
) -> Promise:
    to = delegation if term.slot.giver == scenario.you else scenario.you
    backing = Backing.FINANCED if to in financed else Backing.PLEDGED
    return Promise(term, to, state.round, scenario.issue(term.slot.issue).due, backing=backing)


def _is_feasible(scenario: Scenario, state: State, delegation: str, terms: Package) -> bool:
    table = table_with(scenario, state, delegation, open_issues(scenario, state))
    row = table.row_of(terms)
    return row is not None and bool(table.feasible[row])


def _probe(scenario: Scenario, state: State, probe: Probe) -> Moved:
    """A range around the true figures, narrower after private talks; lines as they really are."""
    _known_other(scenario, probe.delegation)
    party = scenario.delegation(probe.delegation)
    if probe.slot not in scenario.slots_between(scenario.you, probe.delegation):
        raise NotAllowed("not_between_you", party=probe.delegation)
    rapport = standing_of(state, probe.delegation).rapport
    spread = max(PROBE_SPREAD - rapport * SPREAD_PER_RAPPORT, 0)
    options = len(scenario.issue(probe.slot.issue).options)
    worth = party.valuations.get(probe.slot, (0,) * options)
    real = [
        line
        for line in party.red_lines
        if line.slot == probe.slot and line.kind is not LineKind.BLUFF
    ]
    learned = Learned(
        probe.delegation,
        probe.slot,
        tuple(points - abs(points) * spread // 1000 for points in worth),
        tuple(points + abs(points) * spread // 1000 for points in worth),
        max((line.lowest for line in real), default=0),
        min((line.highest for line in real), default=options - 1),
    )
    earlier = tuple(
        known
        for known in state.learned
        if (known.delegation, known.slot) != (probe.delegation, probe.slot)
    )
    return replace(state, learned=(*earlier, learned)), [Found(learned)]


def _talk(scenario: Scenario, state: State, delegation: str) -> Moved:
    _known_other(scenario, delegation)
    standing = standing_of(state, delegation)
    repaired = min(FACE_REPAIR, max(standing.face, 0))
    state = with_standing(
        state, delegation, face=standing.face - repaired, rapport=standing.rapport + 1
    )
    return state, [FaceMoved(delegation, -repaired, "private_talk")]


def _press(scenario: Scenario, state: State, press: PressInPublic) -> Moved:
    """Face debt unless allies speak too; with enough of them it turns into cover."""
    _known_other(scenario, press.delegation)
    if press.delegation not in _issue(scenario, press.issue).givers:
        raise NotAllowed("not_theirs", party=press.delegation, issue=press.issue)
    before = [(party, issue) for party, issue, _ in state.pressed]
    if (press.delegation, press.issue) in before:
        raise NotAllowed("already_pressed", party=press.delegation, issue=press.issue)
    allies = [p for p, issue in state.backers if issue == press.issue and p != press.delegation]
    debt = FACE_PER_PRESS * (1000 - BACKING_PER_ALLY * len(allies)) // 1000
    standing = standing_of(state, press.delegation)
    state = with_standing(state, press.delegation, face=standing.face + debt, counter=None)
    state = replace(state, pressed=(*state.pressed, (press.delegation, press.issue, state.round)))
    events: list[Event] = [
        FaceMoved(press.delegation, debt, "pressed_with_allies" if allies else "pressed_alone")
    ]
    if not before:
        faction = scenario.delegation(scenario.you).home.factions[0]
        state = with_votes_moved(state, scenario.you, faction.id, VOTES_PER_PRESS)
        events.append(VotesMoved(scenario.you, faction.id, VOTES_PER_PRESS, "spoke_out"))
    return state, events


def _seek_backing(scenario: Scenario, state: State, seek: SeekBacking) -> Moved:
    """An ally speaks up only for what it gains from, and only beside a credible partner."""
    _known_other(scenario, seek.delegation)
    if (seek.delegation, seek.issue) in state.backers:
        raise NotAllowed("already_backing", party=seek.delegation, issue=seek.issue)
    issue = _issue(scenario, seek.issue)
    party = scenario.delegation(seek.delegation)
    gain = sum(
        party.valuations[slot][-1]
        for slot in (Slot(issue.id, giver) for giver in issue.givers if giver != party.id)
        if slot in party.valuations
    )
    trusted = credibility_of(state.ledger, scenario.you).share >= LEAST_CREDIBILITY_FOR_BACKING
    because = "gains" if gain > 0 and trusted else "no_gain" if trusted else "no_trust"
    agreed = because == "gains"
    if agreed:
        state = replace(state, backers=(*state.backers, (party.id, issue.id)))
    return state, [BackingAnswered(party.id, issue.id, agreed, because)]


def _work_at_home(scenario: Scenario, state: State, faction: str) -> Moved:
    factions = [group.id for group in scenario.delegation(scenario.you).home.factions]
    if faction not in factions:
        raise NotAllowed("unknown_faction", faction=faction)
    visits = shift_of(state, scenario.you, faction).worked
    change = VOTES_PER_VISIT >> visits
    state = with_votes_moved(state, scenario.you, faction, change, visits=1)
    return state, [VotesMoved(scenario.you, faction, change, "visited")]


def _tie_hands(scenario: Scenario, state: State, tie: TieHands) -> Moved:
    issue = _issue(scenario, tie.slot.issue)
    if tie.slot.giver != scenario.you or scenario.you not in issue.givers:
        raise NotAllowed("not_yours", issue=issue.id)
    if not 0 <= tie.option < len(issue.options) - 1:
        raise NotAllowed("no_such_limit", issue=issue.id)
    if any(term.slot == tie.slot for term in state.tied):
        raise NotAllowed("already_tied", issue=issue.id)
    given = [p.term.option for p in state.ledger if p.term.slot == tie.slot]
    if given and max(given) > tie.option:
        raise NotAllowed("already_given", issue=issue.id)
    state = replace(state, tied=(*state.tied, Term(tie.slot, tie.option)))
    faction = scenario.delegation(scenario.you).home.factions[-1]
    state = with_votes_moved(state, scenario.you, faction.id, VOTES_PER_TIE)
    moved = VotesMoved(scenario.you, faction.id, VOTES_PER_TIE, "tied_hands")
    return state, [HandsTied(issue.id, tie.option), moved]


def _checked_terms(scenario: Scenario, state: State, offer: Offer) -> Package:
    """The offer in its one written form, or NotAllowed with the first thing wrong with it."""
    is_open = open_issues(scenario, state)
    between = scenario.slots_between(scenario.you, offer.delegation)
    ties = {term.slot: term.option for term in state.tied}
    agreed = {t.slot: t.option for t in in_force(state.ledger, scenario.you, offer.delegation)}
    for term in offer.terms:
        if term.slot not in between:
            raise NotAllowed("not_between_you", party=offer.delegation)
        issue = scenario.issue(term.slot.issue)
        if issue.id not in is_open:
            raise NotAllowed("door_closed", issue=issue.id)
        if not 0 <= term.option < len(issue.options):
            raise NotAllowed("no_such_option", issue=issue.id)
        if term.option <= agreed.get(term.slot, 0):
            raise NotAllowed("nothing_new", issue=issue.id)
        if term.option > ties.get(term.slot, term.option):
            raise NotAllowed("hands_tied", issue=issue.id)
    terms = normalise(offer.terms)
    if len(terms) != len(offer.terms):
        raise NotAllowed("term_twice")
    if not terms:
        raise NotAllowed("empty_offer")
    if len(terms) > scenario.terms_per_offer:
        raise NotAllowed("too_many_terms", most=scenario.terms_per_offer)
    return terms


def _known_other(scenario: Scenario, delegation: str) -> None:
    if delegation not in [party.id for party in scenario.others]:
        raise NotAllowed("unknown_delegation", delegation=delegation)


def _issue(scenario: Scenario, issue: str) -> Issue:
    try:
        return scenario.issue(issue)
    except KeyError:
        raise NotAllowed("unknown_issue", issue=issue) from None
