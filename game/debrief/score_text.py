"""How each figure of the score card was earned, with numbers and units."""

from __future__ import annotations

from game.desk.rounding import DIGITS, cut_told, digits_apart, mark_told, votes_told
from game.negotiation.model.scenario import UNIT
from game.negotiation.rules.scoring import FULL_MANDATE_SHARE, MEDALS_FROM
from game.session.session import Session
from game.texts import Texts


def medals_told(texts: Texts) -> str:
    """Return what the medals mean and from which figure each is earned."""
    return texts("verdict.medals", **{str(medal): least for medal, least in MEDALS_FROM.items()})


def earned(session: Session, texts: Texts) -> dict[str, str]:
    """Return a sentence for each figure, by the figure's name."""
    result = session.score()
    own = session.scenario.delegation(session.seat)
    seats = sum(faction.seats for faction in own.home.factions)
    votes = session.view.home.votes
    full = own.home.pass_mark + FULL_MANDATE_SHARE * seats
    return {
        "warming": _warming(session, texts),
        "gap_closed": _gap_closed(session, result.cut_2030_gtco2e, texts),
        "durability": texts("verdict.earned.durability"),
        "fairness": texts(
            "verdict.earned.fairness", joined=result.joined, others=len(session.scenario.others)
        ),
        "mandate": texts(
            f"verdict.earned.mandate.{own.home.counts}",
            votes=votes_told(votes, own.home.pass_mark, texts),
            mark=mark_told(own.home.pass_mark, texts),
            full=full / UNIT,
            body=own.home.body,
        ),
        "efficiency": texts("verdict.earned.efficiency"),
    }


def _warming(session: Session, texts: Texts) -> str:
    """Tell the warming before and now, with enough digits to tell it from the least possible."""
    before, now = session.before.median_2100_c, session.now.median_2100_c
    least = session.in_reach.median_2100_c
    digits = digits_apart(now, least)
    return texts(
        "verdict.earned.warming",
        before=texts.number(before, digits),
        now=texts.number(now, digits),
        least=texts.number(least, digits),
    )


def _gap_closed(session: Session, cut: float, texts: Texts) -> str:
    """Tell the cut as elsewhere, with more digits where it would read as all there was."""
    most = session.before.in_2030_gtco2e - session.in_reach.in_2030_gtco2e
    digits = digits_apart(cut, most)
    told = texts.number(cut, digits)
    if digits == DIGITS:
        told = cut_told(cut, session.scenario.goals, texts)
    return texts(
        "verdict.earned.gap_closed",
        cut=told,
        most=texts.number(most, digits),
    )
