"""The first page of the debrief: warming deal by deal, the best and the worst trade."""

from __future__ import annotations

from game.debrief.attribution import DealEffect
from game.debrief.trades import Trade
from game.ui.charts.steps_chart import StepsChart
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.page import bullet, emblem, heading
from game.ui.screens.common.sides import sides
from game.ui.screens.debrief.debrief_view import DebriefView
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.widget import Widget


def body(screen: DebriefView) -> Widget:
    """Build the chart at the left, trades and terms at the right."""
    if not screen.debrief.effects:
        nothing = Label(screen.texts("debrief.none"), Role.BODY)
        return sides(screen.stage, nothing, _agreed(screen))
    return sides(
        screen.stage, StepsChart(screen.steps, screen.texts, grow=1), _agreed(screen), (4, 3)
    )


def _agreed(screen: DebriefView) -> Widget:
    texts, trades = screen.texts, screen.debrief.trades
    rows: list[Widget] = []
    if len(trades) == 1:
        rows += _trade(screen, "debrief.only", "theirs", trades[0])
    elif trades:
        rows += _trade(screen, "debrief.best", "good", trades[0])
        rows += _trade(screen, "debrief.worst", "bad", trades[-1])
    if trades:
        rows += [Label(texts("debrief.trade.about"), Role.SMALL, "muted"), Rule()]
    rows.append(heading(texts("debrief.what_was_agreed")))
    rows += [_deal(screen, effect) for effect in screen.debrief.effects]
    if not screen.debrief.effects:
        rows.append(Label(texts("hub.no_deal"), Role.BODY, "muted"))
    return Column(rows, gap=12)


def _trade(screen: DebriefView, key: str, ink: Ink, trade: Trade) -> list[Widget]:
    words = screen.words
    worth = screen.texts(
        "debrief.trade.worth",
        n=words.count_in_points(trade.yours),
        yours=words.in_points(trade.yours),
        theirs=words.in_points(trade.theirs),
        party=words.party(trade.delegation),
    )
    title = heading(screen.texts(key), words.deal(trade.delegation, trade.round), ink)
    return [title, *(bullet(line) for line in words.terms(trade.terms)), Label(worth, Role.STRONG)]


def _deal(screen: DebriefView, effect: DealEffect) -> Widget:
    words = screen.words
    terms = [Label(line, Role.BODY) for line in words.terms(effect.terms)]
    title = Label(words.deal(effect.delegation, effect.made_round), Role.STRONG)
    lines = Column([title, *terms], gap=2, grow=1)
    return Row([emblem(screen.session.public, effect.delegation, 36), lines], gap=12, align="top")
