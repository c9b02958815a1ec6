"""The debrief page on missed trades: the frontier with one delegation at a time."""

from __future__ import annotations

from game.debrief.missed_trades import DealFrontier, Missed
from game.debrief.missed_trades_text import best_told, deal_told
from game.ui.charts.frontier_chart import FrontierChart
from game.ui.paint.fonts import Role
from game.ui.screens.common.page import bullet, heading
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import Column, Flow, card
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.widget import Widget


def body(screen: DebriefView) -> Widget:
    """Build the frontier at the left, what was missed at the right."""
    frontiers = screen.debrief.frontiers
    if not frontiers:
        return card(Label(screen.texts("debrief.missed.none_at_all")), grow=1)
    shown = next((f for f in frontiers if f.delegation == screen.party), frontiers[0])
    left = Column([_choice(screen, frontiers, shown), _chart(screen, shown)], gap=10)
    return sides(screen.stage, left, _missed(screen, shown), (4, 3))


def _choice(
    screen: DebriefView, frontiers: tuple[DealFrontier, ...], shown: DealFrontier
) -> Widget:
    """Build a button for each delegation; number keys choose too."""

    def choose(delegation: str) -> None:
        screen.party = delegation
        screen.stage.refresh()

    def button(place: int, frontier: DealFrontier) -> Button:
        return Button(
            screen.words.party(frontier.delegation),
            lambda: choose(frontier.delegation),
            letter=str(place),
            icon="check" if frontier is shown else "",
            key=f"party{place}",
        )

    return Flow([button(place, each) for place, each in enumerate(frontiers, start=1)], gap=8)


def _chart(screen: DebriefView, frontier: DealFrontier) -> Widget:
    party = screen.words.party(frontier.delegation)
    chart = FrontierChart(frontier, party, screen.texts, height=285)
    if not frontier.needs_votes.any():
        return chart
    hollow = Label(screen.texts("debrief.missed.hollow"), Role.SMALL, "muted")
    return Column([chart, hollow], gap=4, grow=1)


def _missed(screen: DebriefView, frontier: DealFrontier) -> Widget:
    texts = screen.texts
    party = screen.words.party(frontier.delegation)
    rows: list[Widget] = [heading(texts("debrief.missed.heading"), party, "good")]
    rows += [Label(told) for told in deal_told(frontier, screen.words)]
    best = best_told(frontier, screen.words)
    if best is not None:
        title, terms = best
        rows.append(Column([Label(title, Role.STRONG), *map(bullet, terms)], gap=4))
    if frontier.nothing_better:
        rows.append(Label(texts("debrief.missed.none")))
    for number, missed in enumerate(frontier.missed, start=1):
        rows += [Rule(), *_one(screen, party, number, missed)]
    return Column(rows, gap=10)


def _one(screen: DebriefView, party: str, number: int, missed: Missed) -> list[Widget]:
    words, texts = screen.words, screen.texts
    gain = texts(
        "debrief.missed.gain",
        n=words.count_in_points(missed.gain_yours),
        yours=words.in_points(missed.gain_yours),
        theirs=words.in_points(missed.gain_theirs),
        party=party,
    )
    votes = texts("debrief.missed.needs_votes")
    return [
        Label(texts(f"debrief.missed.merit.{missed.merit}", number=number), Role.STRONG),
        *(bullet(words.moved(before, after)) for before, after in missed.changes),
        Label(gain, Role.BODY, "good" if missed.better_for_both else "text"),
        *([Label(votes, Role.SMALL, "muted")] if missed.needs_votes else []),
    ]
