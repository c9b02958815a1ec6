"""Advice in three steps: a nudge, then the term to look at, then the exact change.

All of it comes from what the player can see: the answer's own explanation, and the round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desk.cautions import own_costs
from game.desk.fact import Fact
from game.desk.wording import Wording
from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.actions import Offer
from game.negotiation.model.replies import Change, Constraint, Explanation, Reply, Verdict
from game.negotiation.seats.observation import Observation, PartyView
from game.session.session import Session


@dataclass(frozen=True)
class Rung:
    """One step of help.

    change: what it puts on the table, where it is that exact; costs: what that would cost the
        player's side
    """

    text: str
    change: Change | None = None
    costs: tuple[Fact, ...] = ()


def rungs_for(session: Session, words: Wording, delegation: str) -> list[Rung]:
    """Return the steps of help about a delegation as things stand; at least one."""
    view = session.view
    party = view.party(delegation)
    texts, name = words.texts, party.name
    if not view.actions_left:
        return [Rung(texts("advice.no_actions"))]
    if party.walked_out:
        return [Rung(texts("advice.gone", party=name))]
    reply = last_refusal(party)
    if party.counter is not None:
        first = [Rung(texts("advice.counter", party=name))]
    elif party.last_reply is not None and reply is None:
        return [Rung(_after_a_deal(session, words, party))]
    else:
        first = []
    if reply is None or reply.explanation is None:
        learned = "advice.offer" if party.learned else "advice.probe"
        return [Rung(texts(learned, party=name))]
    return [*first, *_ladder(session, words, reply, reply.explanation)]


def last_refusal(party: PartyView) -> Reply | None:
    """Return the last answer, where it was not a yes."""
    reply = party.last_reply
    return reply if reply is not None and reply.verdict is not Verdict.ACCEPT else None


def most_pressing(view: Observation) -> str:
    """Return an answer that waits, then the last no, then one without a deal, then the first."""
    parties = view.parties
    tests: list[Callable[[PartyView], bool]] = [
        lambda party: party.counter is not None and not party.walked_out,
        lambda party: last_refusal(party) is not None and not party.has_deal,
        lambda party: not party.has_deal and not party.walked_out,
    ]
    for test in tests:
        for party in parties:
            if test(party):
                return party.id
    return parties[0].id


def _ladder(session: Session, words: Wording, reply: Reply, why: Explanation) -> list[Rung]:
    """Return the advice from the answer's explanation: what binds, which term, the change."""
    texts, delegation = words.texts, reply.delegation
    key = f"advice.nudge.{why.constraint}"
    if why.constraint is Constraint.HOME_VOTE:
        key = f"advice.nudge.home_vote.{words.counts_of(delegation)}"
    rungs = [Rung(texts(key, party=words.party(delegation)))]
    if not why.changes:
        return [*rungs, Rung(texts("advice.no_single_change"))]
    best = why.changes[0]
    asks_less = best.after.slot.giver == delegation
    way = "advice.which.ask_less" if asks_less else "advice.which.give_more"
    rungs.append(Rung(texts(way, issue=words.issue(best.after.slot.issue))))
    outcome = words.change_outcome(delegation, best, why)
    exact = texts("advice.exact", change=words.change(best), outcome=outcome)
    offer = Offer(delegation, offer_after(best, reply.package), provided=reply.provided)
    return [
        *rungs,
        Rung(exact, best, tuple(own_costs(session, words, offer, in_short=True))),
    ]


def _after_a_deal(session: Session, words: Wording, party: PartyView) -> str:
    closing = session.closing_issues(session.view.round)
    if closing:
        issues = words.texts.listed(words.issue(issue) for issue in closing)
        return words.texts("advice.closing", issues=issues)
    return words.texts("advice.deal", party=party.name)
