"""What each branch does differently, in titles that no two branches share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.alternatives import Line, Step
from game.debrief.debrief import Debrief
from game.debrief.line_differences import DeedCount, StruckDeal
from game.desk.names import Names
from game.negotiation.model.events import DealStruck
from game.negotiation.model.scenario import Term
from game.negotiation.rules.scoring import FIGURES, ScoreCard, figure_of


@dataclass(frozen=True)
class LineTitle:
    """The title of a branch. delegation: whose seal stands beside it"""

    text: str
    delegation: str


def titles_of(debrief: Debrief, names: Names) -> tuple[LineTitle, ...]:
    """Return a title for each branch, in order: the first that no other branch could have."""
    could_be = [tuple(_titles(line, debrief, names)) for line in debrief.lines]
    return tuple(_own_title(i, could_be) for i in range(len(could_be)))


def deed_told(count: DeedCount, names: Names) -> str:
    """Return what is done more or less often on a branch than in the player's own game."""
    deed, public = count.deed, names.public
    if deed.kind in ("work", "pay"):
        groups = public.delegation(public.you).home.factions
        whom = next(group.name for group in groups if group.id == deed.whom)
    elif deed.kind == "tie":
        whom = public.issue(deed.whom).title
    else:
        whom = names.party(deed.whom)
    key = f"debrief.line.deed.{deed.kind}"
    return names.texts(key, whom=whom, line=count.line, own=count.own)


def otherwise_told(line: Line, names: Names) -> tuple[str, ...]:
    """Return what a branch does differently, besides the deals that it alone signs."""
    texts, differences = names.texts, line.differences
    told = [deed_told(count, names) for count in differences.deeds]
    if differences.unsigned:
        told.append(texts("debrief.line.unsigned", deals=deals_told(differences.unsigned, names)))
    if differences.alike:
        told.append(texts("debrief.line.alike", n=differences.alike))
    return tuple(told)


def deals_told(deals: tuple[StruckDeal, ...], names: Names) -> str:
    """Return deals by partner and day, in a list."""
    return names.texts.enumerated(names.deal(deal.delegation, deal.round) for deal in deals)


def _own_title(i: int, could_be: list[tuple[LineTitle, ...]]) -> LineTitle:
    others = (*could_be[:i], *could_be[i + 1 :])
    elsewhere = {title.text for other in others for title in other}
    possible = could_be[i]
    return next((title for title in possible if title.text not in elsewhere), possible[0])


def _titles(line: Line, debrief: Debrief, names: Names) -> Iterator[LineTitle]:
    """Yield titles of what differs from the player's own game, nearest to the turn first."""
    texts, session = names.texts, debrief.session
    if line.step is not Step.PLAYED:
        step = texts(f"debrief.line.{line.step}")
        yield LineTitle(step, line.delegation)
        at = names.deal(line.delegation, line.round)
        yield LineTitle(texts("words.named", name=step, value=at), line.delegation)
        return
    differences = line.differences
    if not differences.signed and any(d.line > d.own for d in differences.deeds if _is_home(d)):
        votes = texts(f"debrief.line.played.votes.{names.counts_of(session.seat)}")
        yield LineTitle(votes, session.seat)
    for deal in differences.signed:
        party, day = names.party(deal.delegation), names.day(deal.round)
        text = texts("debrief.line.played.signs", party=party, day=day)
        yield LineTitle(text, deal.delegation)
    for term in line.agreed.beyond(session.state.ledger.deepest):
        yield LineTitle(names.term(term), _signed_with(line.deals, term))
    for count in differences.deeds:
        yield LineTitle(deed_told(count, names), session.seat)
    for text in _better_figures(debrief.score, line.card, names):
        yield LineTitle(text, session.seat)


def _is_home(count: DeedCount) -> bool:
    return count.deed.kind in ("work", "pay")


def _signed_with(deals: tuple[DealStruck, ...], term: Term) -> str:
    """Return with whom a term is signed on a branch; its giver, if it was signed before."""
    for deal in deals:
        if any(promise.term == term for promise in deal.promises):
            return deal.delegation
    return term.slot.giver


def _better_figures(played: ScoreCard, other: ScoreCard, names: Names) -> Iterator[str]:
    """Yield the figures of the score card that come out better, the largest gain first."""
    for name in sorted(FIGURES, key=lambda name: figure_of(played, name) - figure_of(other, name)):
        before, after = figure_of(played, name), figure_of(other, name)
        if after > before:
            figure = names.texts(f"verdict.score.{name}")
            yield names.texts(
                "debrief.line.played.figure", figure=figure, after=after, before=before
            )
