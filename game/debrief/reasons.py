"""Why a game was won or lost: the missed goal, and what would have met it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.debrief.goals_reached import HomeVote, votes_at_home
from game.debrief.replayed_positions import Position
from game.negotiation.model.effects import commitments_of
from game.negotiation.model.events import Replied
from game.negotiation.model.ledger import PromiseStatus
from game.negotiation.model.replies import Constraint, Reply
from game.negotiation.model.scenario import Package, Term
from game.negotiation.rules.plenary import plenary_vote
from game.negotiation.worth.joint_gains import joint_gains
from game.session.session import Session

LEAST_TOLD_GTCO2E = 0.005  # what is less would be told as 0.00


class Fate(StrEnum):
    """The fate of a term, or of the talks with a delegation."""

    NEVER = "never"  # it was never on the table
    REFUSED = "refused"
    UNSIGNED = "unsigned"  # the other side held it out and it was not signed
    BROKEN = "broken"
    FELL_SHORT = "fell_short"  # a deal came to be worth less than none


@dataclass(frozen=True)
class Lost:
    """The way something was lost. round: when; because: the constraint on the side that refused."""

    fate: Fate
    round: int
    because: Constraint | None = None


@dataclass(frozen=True)
class Lever:
    """The term not agreed that would have cut most, of those its table could have carried.

    more_gtco2e: what it takes off 2030 beside all that is agreed
    """

    term: Term
    party: str
    more_gtco2e: float
    lost: Lost


@dataclass(frozen=True)
class Absent:
    """A delegation that did not join, and what became of the talks with it."""

    party: str
    lost: Lost


@dataclass(frozen=True)
class Carried:
    """The term that took most off 2030. cut_gtco2e: what would be missing without it."""

    term: Term
    cut_gtco2e: float


def strongest_lever(session: Session, positions: Sequence[Position]) -> Lever | None:
    """Return the term that would have cut most; None if no term within reach was left."""
    best: tuple[float, Term, str] | None = None
    cut = session.score().cut_2030_gtco2e
    for party, term in _could_be_had(session):
        after = session.before.in_2030_gtco2e - session.preview((term,)).in_2030_gtco2e
        if best is None or after - cut > best[0]:
            best = after - cut, term, party
    if best is None or best[0] < LEAST_TOLD_GTCO2E:
        return None
    more, term, party = best
    return Lever(term, party, more, _lost_term(session, positions, term, party))


def most_wanted_absent(session: Session, positions: Sequence[Position]) -> Absent | None:
    """Return who had most to gain from a deal, of those who did not join."""
    scenario, ledger = session.scenario, session.state.ledger
    away = [party.id for party in scenario.others if party.id not in _joined(session)]
    if not away:
        return None
    party = max(away, key=lambda each: joint_gains(scenario, each).best)
    if ledger.has_deal(session.seat, party):
        return Absent(party, Lost(Fate.FELL_SHORT, session.state.round))
    broken = ledger.signed(session.seat, party)
    if broken:
        return Absent(party, Lost(Fate.BROKEN, broken[-1].due))
    replies = [found for found in _replies(positions) if found[1].delegation == party]
    return Absent(party, _outcome(replies, session.state.round))


def lost_vote(session: Session, positions: Sequence[Position]) -> HomeVote | None:
    """Return the first of the player's own promises that their home did not carry."""
    votes = votes_at_home(session, positions)
    return next((v for v in votes if v.promise.status is PromiseStatus.BROKEN), None)


def carried_most(session: Session) -> Carried | None:
    """Return the term without which most of the cut would be missing."""
    agreed = session.state.ledger.deepest
    outcome = session.desk.outcome
    found = []
    for term in agreed:
        rest = agreed.without(term.slot)
        without = outcome(commitments_of(session.scenario, rest)).in_2030_gtco2e
        found.append((without - session.now.in_2030_gtco2e, term))
    if not found or max(found)[0] < LEAST_TOLD_GTCO2E:
        return None
    cut, term = max(found)
    return Carried(term, cut)


def _joined(session: Session) -> frozenset[str]:
    scenario, state = session.scenario, session.state
    return frozenset(p.id for p in scenario.others if plenary_vote(scenario, state, p.id)[0])


def _could_be_had(session: Session) -> Iterator[tuple[str, Term]]:
    """Yield, for each slot that cuts, the deepest option both could have signed, if not agreed."""
    scenario = session.scenario
    agreed = session.state.ledger.deepest
    for party in scenario.others:
        gains = joint_gains(scenario, party.id)
        rows = np.flatnonzero(gains.possible & gains.yours.within_lines)
        if len(rows) == 0:
            continue
        options = np.array([gains.theirs.grid.options_of(int(row)) for row in rows])
        for place, slot in enumerate(gains.theirs.slots):
            deepest = int(options[:, place].max())
            if slot in scenario.cut_mtco2e_2030 and deepest > agreed.option(slot):
                yield party.id, Term(slot, deepest)


def _lost_term(session: Session, positions: Sequence[Position], term: Term, party: str) -> Lost:
    for promise in session.state.ledger:
        if promise.status is PromiseStatus.BROKEN and Package((promise.term,)).holds(term):
            return Lost(Fate.BROKEN, max(promise.due, promise.made))
    replies = [found for found in _replies(positions) if found[1].delegation == party]
    held_out = [at for at, reply in replies if _is_held_out(reply, term)]
    if held_out:
        return Lost(Fate.UNSIGNED, held_out[-1])
    asked = [(at, reply) for at, reply in replies if reply.package.holds(term)]
    return _outcome(asked, session.scenario.issue(term.slot.issue).closes)


def _is_held_out(reply: Reply, term: Term) -> bool:
    """Return True if a counter-offer or the chair's card gives a term."""
    packages = (reply.counter, reply.what_if)
    return any(package is not None and package.holds(term) for package in packages)


def _outcome(replies: list[tuple[int, Reply]], closes: int) -> Lost:
    """Return what the last of some answers came to; with none, nobody asked before it closed."""
    if not replies:
        return Lost(Fate.NEVER, closes)
    at, reply = replies[-1]
    if reply.explanation is None:
        return Lost(Fate.UNSIGNED, at)
    return Lost(Fate.REFUSED, at, reply.explanation.constraint)


def _replies(positions: Sequence[Position]) -> Iterator[tuple[int, Reply]]:
    for position in positions:
        for event in position.events:
            if isinstance(event, Replied):
                yield position.before.round, event.reply
