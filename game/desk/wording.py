"""A game's records in the reader's words: replies, conditions, events, refusals of an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.desk.names import Names
from game.negotiation.model.actions import NotAllowed
from game.negotiation.model.events import (
    Approached,
    BackingAnswered,
    CameBack,
    ConditionalLapsed,
    CounterLapsed,
    CounterWithdrawn,
    DealConditional,
    DealOfThree,
    DealStruck,
    DoorClosed,
    Event,
    FaceMoved,
    Found,
    GameEnded,
    HandsTied,
    NewsForecast,
    NewsHappened,
    NewsMissed,
    OfferTabled,
    PlenaryVote,
    PromiseSettled,
    Replied,
    RoundBegan,
    VotesMoved,
    WalkedOut,
)
from game.negotiation.model.news import ShiftKind
from game.negotiation.model.replies import Change, Constraint, Explanation, Obstacle, Reply, Verdict
from game.negotiation.model.scenario import UNIT, Package, Slot, Term
from game.negotiation.model.state import Conditional
from game.session.public_game import PublicNews
from game.texts import as_told

DoorWay = Literal["closes", "opens"]
DOOR_WAYS: dict[ShiftKind, DoorWay] = {
    ShiftKind.CLOSE_ISSUE: "closes",
    ShiftKind.OPEN_ISSUE: "opens",
}


@dataclass(frozen=True)
class Wording(Names):
    """The records of one game in one language, besides its names and figures."""

    def verdict(self, reply: Reply) -> str:
        """Return the headline of an answer."""
        party = self.party(reply.delegation)
        if reply.verdict is Verdict.ACCEPT and reply.provided is not None:
            third = self.party(reply.provided.slot.giver)
            return self.texts("reply.headline.accept_if", party=party, third=third)
        return self.texts(f"reply.headline.{reply.verdict}", party=party)

    def condition(self, provided: Term) -> str:
        """Return what a package hangs on: "only if European Union: methane – joins"."""
        return self.texts("condition.only_if", term=self.term(provided))

    def waits(self, deal: Conditional) -> str:
        """Return what a conditional deal waits for, and until when."""
        ends = self.ends_with(deal.terms, deal.provided)
        meeting = self.public.rounds[ends].title
        return self.texts(
            "condition.waits", term=self.term(deal.provided), meeting=meeting, day=self.day(ends)
        )

    def ends_with(self, terms: Package, provided: Term) -> int:
        """Return the last round in which a conditional deal can still take effect."""
        return min(self.public.issue(term.slot.issue).closes for term in (*terms, provided))

    def reason(self, delegation: str, why: Explanation) -> str:
        """Return the one thing that binds a delegation, in plain words."""
        fields = {"party": self.party(delegation), "body": self._body(delegation)}
        fields["slot"] = self.slot(why.slot) if why.slot is not None else ""
        if why.constraint is Constraint.HOME_VOTE:
            return self.texts(f"reply.reason.home_vote.{self.counts_of(delegation)}", **fields)
        return self.texts(f"reply.reason.{why.constraint}", **fields)

    def said(self, delegation: str, why: Explanation) -> str:
        """Quote the delegation on the very red line that an offer crosses; "" where none is."""
        if why.line is None:
            return ""
        return self.public.quote(delegation, why.line)

    def gap(self, delegation: str, why: Explanation) -> str:
        """Return how far the package is from a yes on the binding constraint."""
        steps = max(1, why.gap // UNIT)
        if why.constraint is Constraint.RED_LINE:
            return self.texts("reply.gap.red_line", n=steps)
        key = f"reply.gap.{why.constraint}"
        if why.constraint is Constraint.HOME_VOTE:
            key = f"reply.gap.home_vote.{self.counts_of(delegation)}"
        gap = max(why.gap, 100)
        fields = {"gap": self.points(gap), "body": self._body(delegation)}
        return self.texts(key, n=self.count(gap), **fields)

    def change(self, change: Change) -> str:
        """Return a smallest change as a request: which term moves, and from what to what."""
        slot = change.after.slot
        key = "reply.change.drop" if change.after.option == 0 else "reply.change.move"
        return self.texts(
            key,
            party=self.party(slot.giver),
            issue=self.issue(slot.issue),
            before=self.option(slot, change.before.option),
            after=self.option(slot, change.after.option),
        )

    def change_outcome(self, delegation: str, change: Change, why: Explanation) -> str:
        """Return what the answer would be after a change, and what would stand in the way then."""
        if change.verdict is Verdict.ACCEPT:
            return self.texts("reply.change.then_yes")
        gains, left = self._gains(change, why), change.remaining
        if change.gain < why.gap and left in (Obstacle(why.constraint), _line_of(change)):
            return gains
        key = "nothing_new" if left is None else left.constraint
        fields = {"body": self._body(delegation)}
        fields["slot"] = self.slot(left.slot) if left is not None and left.slot is not None else ""
        if key == Constraint.HOME_VOTE:
            counts = self.counts_of(delegation)
            then = self.texts(f"reply.change.then.home_vote.{counts}", **fields)
        else:
            then = self.texts(f"reply.change.then.{key}", **fields)
        return self.texts("reply.change.then", gains=gains, then=then)

    def _gains(self, change: Change, why: Explanation) -> str:
        """Say how far a change leads over the obstacle of the answer."""
        if change.gain >= why.gap:
            return self.texts("reply.change.gains.all")
        if why.constraint is not Constraint.RED_LINE:
            return self.texts("reply.change.gains.other", gain=self.points(change.gain))
        is_over = change.remaining == _line_of(change)
        return self.texts(f"reply.change.gains.{'red_line' if is_over else 'this_line'}")

    def not_allowed(self, refusal: NotAllowed) -> str:
        """Say why the rules refuse an action now."""
        return self.texts(f"not_allowed.{refusal.code}", **self._named(refusal.fields))

    def because(self, code: str) -> str:
        """Return the reason of a move in votes or face."""
        return self.texts(f"because.{code}")

    def news(self, news_id: str) -> PublicNews:
        """Return the piece of news of that id."""
        return self.public.news_item(news_id)

    def doors(self, news: PublicNews) -> tuple[tuple[str, DoorWay], ...]:
        """Return what a piece of news closes and opens: a sentence and which of the two it is."""
        return tuple(
            (self.texts(f"news.{way}", issue=self.issue(shift.target)), way)
            for shift in news.shifts
            if (way := DOOR_WAYS.get(shift.kind))
        )

    def event(self, event: Event) -> str:
        """Return the line for the news strip; every kind of event has one."""
        match event:
            case RoundBegan(place):
                title = self.public.rounds[place].title
                return self.texts("event.round", round=place + 1, title=title)
            case Replied(reply):
                return self.texts("event.replied", verdict=self.verdict(reply))
            case OfferTabled(delegation):
                return self.texts("event.tabled", party=self.party(delegation))
            case DealConditional() | ConditionalLapsed():
                return self._conditional(event)
            case CounterWithdrawn(delegation, because=because):
                reason = self.texts(f"withdrawn.{because}")
                party = self.party(delegation)
                return self.texts("event.counter.withdrawn", party=party, because=reason)
            case CounterLapsed(delegation):
                return self.texts("event.counter.lapsed", party=self.party(delegation))
            case WalkedOut(delegation):
                return self.texts("event.walked_out", party=self.party(delegation))
            case CameBack(delegation):
                return self.texts("event.came_back", party=self.party(delegation))
            case Approached(delegation):
                return self.texts("event.approached", party=self.party(delegation))
            case DealOfThree(one, other, third, promises):
                step = next(p.term for p in promises if p.giver == third)
                told = {"parties": self._parties(one, other, third), "term": self.term(step)}
                return self.texts("event.deal.three", n=len(promises), **told)
            case DealStruck(delegation, towards, promises) if self.public.you not in (
                delegation,
                towards,
            ):
                parties = self._parties(towards, delegation)
                return self.texts("event.deal.others", n=len(promises), parties=parties)
            case DealStruck(delegation, promises=promises):
                return self.texts("event.deal", party=self.party(delegation), n=len(promises))
            case PromiseSettled(promise):
                fields = {"term": self.term(promise.term), "parties": self.party(promise.to)}
                return self.texts(f"event.promise.{promise.status}", **fields)
            case VotesMoved() | FaceMoved() | BackingAnswered():
                return self._moved(event)
            case Found(learned):
                about = self.about(learned.slot)
                return self.texts("event.found", party=self.party(learned.delegation), about=about)
            case HandsTied(party, issue, option):
                slot = Slot(issue, party)
                label = self.option(slot, option)
                return self.texts("event.tied", issue=self.issue(issue), option=label)
            case DoorClosed(issue):
                return self.texts("event.door_closed", issue=self.issue(issue))
            case NewsForecast(news):
                return self.forecast(self.news(news))
            case NewsHappened(news):
                return self.news(news).text
            case NewsMissed(news):
                return self.texts("event.news_missed", forecast=self.news(news).forecast)
            case PlenaryVote(delegation, joins):
                answer = "joins" if joins else "blocks"
                return self.texts(f"event.plenary.{answer}", party=self.party(delegation))
            case GameEnded():
                return self.texts("event.ended")

    def _parties(self, *delegations: str) -> str:
        return self.texts.listed(self.party(each) for each in delegations)

    def forecast(self, news: PublicNews) -> str:
        """Return a piece of news that may come, with its odds."""
        if news.odds == UNIT:
            return self.texts("event.forecast.certain", forecast=news.forecast)
        return self.texts("event.forecast", forecast=news.forecast, odds=news.odds / UNIT)

    def _conditional(self, event: DealConditional | ConditionalLapsed) -> str:
        deal = event.deal
        fields = {"party": self.party(deal.delegation), "term": self.term(deal.provided)}
        if isinstance(event, ConditionalLapsed):
            because = self.texts(f"lapsed.{event.because}")
            return self.texts("event.conditional.lapsed", because=because, **fields)
        return self.texts("event.conditional", **fields)

    def _moved(self, event: VotesMoved | FaceMoved | BackingAnswered) -> str:
        party = self.party(event.delegation)
        because = self.because(event.because)
        match event:
            case VotesMoved(delegation, faction, change):
                home = self.public.delegation(delegation).home
                name = next((each.name for each in home.factions if each.id == faction), party)
                fields = {"faction": name, "because": because}
                votes = change / UNIT
                if not change:
                    return self.texts(f"event.votes_none.{home.counts}", **fields)
                key = f"event.votes.{home.counts}"
                return self.texts(key, n=as_told(votes, 1), change=votes, **fields)
            case FaceMoved(change=change):
                way = "eased" if change < 0 else "hurt" if change > 0 else "whole"
                return self.texts(f"event.face.{way}", party=party, because=because)
            case BackingAnswered(issue=issue, agreed=agreed):
                answer = "yes" if agreed else "no"
                key = f"event.backing.{answer}"
                return self.texts(key, party=party, issue=self.issue(issue), because=because)

    def _body(self, delegation: str) -> str:
        return self.public.delegation(delegation).home.body

    def _named(self, fields: dict[str, str | int]) -> dict[str, str | int]:
        """Turn ids in a refusal's fields into names; other values stay."""
        names = {party.id: party.name for party in self.public.delegations}
        names |= {issue.id: issue.title for issue in self.public.issues}
        return {
            key: names.get(value, value) if isinstance(value, str) else value
            for key, value in fields.items()
        }


def _line_of(change: Change) -> Obstacle:
    """Return the red line on the very term that moves."""
    return Obstacle(Constraint.RED_LINE, change.after.slot)
