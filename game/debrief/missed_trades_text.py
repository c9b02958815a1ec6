"""A deal against the best possible, in the words of screen and report."""

from __future__ import annotations

from game.debrief.missed_trades import DealFrontier
from game.desk.names import Names
from game.desk.rounding import share_of_best
from game.texts import Texts


def deal_told(frontier: DealFrontier, names: Names) -> tuple[str, ...]:
    """Return what was signed, whether it was broken later, how near it came to the best."""
    texts, party = names.texts, names.party(frontier.delegation)
    if frontier.deal is None:
        return (texts("debrief.missed.no_deal", party=party),)
    told = [texts("debrief.missed.broken", party=party)] if frontier.broken else []
    if frontier.best is not None and frontier.share is not None:
        yours, theirs = map(names.in_points, frontier.best)
        told.append(
            texts(
                "debrief.missed.share",
                n=names.count_in_points(frontier.best[0]),
                share=share_of_best(frontier.share),
                yours=yours,
                theirs=theirs,
                party=party,
            )
        )
    return tuple(told)


def best_told(frontier: DealFrontier, names: Names) -> tuple[str, tuple[str, ...]] | None:
    """Return what either side gives in the best there was, titled; None if that was signed."""
    if frontier.deal is None:
        return None
    for number, missed in enumerate(frontier.missed, start=1):
        if (missed.yours, missed.theirs) == frontier.best:
            title = names.texts("debrief.missed.best", number=number)
            return title, names.terms(missed.terms)
    return None


def deal_named(frontier: DealFrontier, texts: Texts) -> str:
    """Return what the mark of the deal stands for in a chart."""
    return texts("chart.frontier.broken" if frontier.broken else "chart.frontier.deal")
