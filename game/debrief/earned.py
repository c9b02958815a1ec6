"""How each figure of the score card was earned, in words with its numbers and units."""

from __future__ import annotations

from game.negotiation.scoring import FULL_MANDATE_SHARE
from game.session.session import Session
from game.texts import Texts


def earned(session: Session, texts: Texts) -> dict[str, str]:
    """A sentence for each figure, by the figure's name."""
    result, before = session.score(), session.before
    own = session.scenario.delegation(session.seat)
    seats = sum(faction.seats for faction in own.home.factions)
    votes = session.view.home.votes
    full = own.home.pass_mark + FULL_MANDATE_SHARE * seats
    thousandth = 1000
    return {
        "warming": texts(
            "verdict.earned.warming",
            cooled=before.median_2100_c - session.now.median_2100_c,
            most=before.median_2100_c - session.in_reach.median_2100_c,
        ),
        "gap_closed": texts(
            "verdict.earned.gap_closed",
            cut=result.cut_2030_gtco2e,
            most=before.in_2030_gtco2e - session.in_reach.in_2030_gtco2e,
        ),
        "durability": texts("verdict.earned.durability"),
        "fairness": texts(
            "verdict.earned.fairness", joined=result.joined, others=len(session.scenario.others)
        ),
        "mandate": texts(
            "verdict.earned.mandate",
            votes=votes / thousandth,
            mark=own.home.pass_mark / thousandth,
            full=full / thousandth,
            body=own.home.body,
        ),
        "efficiency": texts("verdict.earned.efficiency"),
    }
