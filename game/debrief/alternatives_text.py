"""What each of the other lines does otherwise, in a few words that no other line shares."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.alternatives import Line, Step
from game.debrief.debrief import Debrief
from game.desk.names import Names
from game.negotiation.model.scenario import Package
from game.negotiation.rules.scoring import FIGURES, ScoreCard, figure_of


def titles_of(debrief: Debrief, names: Names) -> tuple[str, ...]:
    """A title for each line, in their order: the first that could not be another line's too."""
    could_be = [tuple(_titles(line, debrief, names)) for line in debrief.lines]
    return tuple(_own_title(place, could_be) for place in range(len(could_be)))


def _own_title(place: int, could_be: list[tuple[str, ...]]) -> str:
    elsewhere = {title for other in (*could_be[:place], *could_be[place + 1 :]) for title in other}
    own = could_be[place]
    return next((title for title in own if title not in elsewhere), own[0])


def _titles(line: Line, debrief: Debrief, names: Names) -> Iterator[str]:
    """What differs from the player's own game, what is nearest to the turn first."""
    texts, own = names.texts, debrief.session
    if line.step is not Step.PLAYED:
        step = texts(f"debrief.line.{line.step}")
        yield step
        at = names.deal(line.delegation, line.round)
        yield texts("words.named", name=step, value=at)
        return
    if not line.deals:
        yield texts("debrief.line.played.votes")
    signed = {(trade.delegation, trade.round) for trade in debrief.trades}
    for deal in line.deals:
        made = deal.promises[0].made
        if (deal.delegation, made) not in signed:
            party = names.party(deal.delegation)
            yield texts("debrief.line.played.signs", party=party, day=names.day(made))
    yield from names.terms(_not_in(line.agreed, own.state.ledger.deepest))
    yield from _better_figures(own.score(), line.card, names)


def _better_figures(own: ScoreCard, other: ScoreCard, names: Names) -> Iterator[str]:
    """The figures of the score card that come out better, the one that gains most first."""
    for name in sorted(FIGURES, key=lambda name: figure_of(own, name) - figure_of(other, name)):
        before, after = figure_of(own, name), figure_of(other, name)
        if after > before:
            figure = names.texts(f"verdict.score.{name}")
            yield names.texts(
                "debrief.line.played.figure", figure=figure, after=after, before=before
            )


def _not_in(agreed: Package, other: Package) -> Package:
    """The terms that the other package does not hold, or not as deep."""
    depths = {term.slot: term.option for term in other}
    return tuple(term for term in agreed if term.option > depths.get(term.slot, 0))
