"""The effect of a draft: warming, emissions, votes at home, own worth, pairs."""

from __future__ import annotations

from game.climate.outcome import Outcome
from game.desk.draft import Draft
from game.desk.goals import cut_goal
from game.desk.odds import odds_told
from game.desk.stakes import own_worth, with_condition, worth_told
from game.negotiation.model.scenario import Term
from game.ui.charts.climate_pair import climate_pair
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.goals_strip import goal_label
from game.ui.screens.common.page import heading, part, stock
from game.ui.screens.common.play import GameScreen
from game.ui.screens.table.pair_notes import pairs_part
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.meters import Meter
from game.ui.widgets.widget import Widget


def outcome_panel(
    screen: GameScreen, delegation: str, draft: Draft, provided: Term | None, then: Outcome
) -> Widget:
    """Return the middle of the deal table.

    provided: the third delegation's part, counted as promised; then: the outcome with both
    """
    texts, now = screen.texts, screen.session.now
    about = texts("table.deal.about")
    if provided is not None:
        third = screen.words.party(provided.slot.giver)
        about = texts("table.deal.about_if", third=third)
    rows: list[Widget] = [
        heading(texts("table.deal"), about, "good"),
        climate_pair(then.projection, now.projection, texts, height=190),
        _figures(screen, then, now),
        Rule(),
        _home(screen, draft, provided),
        _worth(screen, delegation, draft, provided),
    ]
    pairs = pairs_part(screen.words, screen.session.view, draft)
    if pairs:
        rows += [Rule(), part(texts("table.pairs"), pairs)]
    return Column(rows, gap=10)


def _figures(screen: GameScreen, then: Outcome, now: Outcome) -> Widget:
    texts = screen.texts
    odds = odds_told(then.projection, texts)
    there = then.emissions.in_year(2030)
    change = there - now.emissions.in_year(2030)
    emissions = texts("table.emissions.value", then=there, change=change)
    head = Label(texts("table.odds"), Role.LABEL, "muted")
    chances = Column([head, Label(odds, Role.STRONG)], gap=0, grow=1)
    needed = goal_label(cut_goal(screen.session, screen.words, then, "goals.cut.short"))
    return Column(
        [
            Row([chances, stock(texts("table.emissions"), emissions)], gap=16),
            Row([Spacer(grow=1), needed], gap=0),
        ],
        gap=0,
        together=True,
    )


def _home(screen: GameScreen, draft: Draft, provided: Term | None) -> Widget:
    texts, words = screen.texts, screen.words
    before = screen.session.view.home
    after = screen.session.home_with(with_condition(draft.package, provided))
    seats = sum(faction.seats for faction in after.factions)
    votes = texts(
        f"table.home.value.{after.counts}",
        votes=words.votes(after.votes, after.pass_mark),
        mark=words.mark(after.pass_mark),
    )
    ink: Ink = "good" if after.passes else "bad"
    verdict = texts("table.home.ok" if after.passes else f"table.home.low.{after.counts}")
    return Column(
        [
            Row(
                [
                    Label(texts("table.home", body=after.body), Role.STRONG, grow=1),
                    Label(votes, Role.STRONG, ink),
                ],
                gap=8,
            ),
            Meter(
                after.votes / seats,
                mark=after.pass_mark / seats,
                ghost=before.votes / seats,
                colour=ink,
            ),
            Label(verdict, Role.SMALL, "muted" if after.passes else "bad"),
        ],
        gap=4,
        together=True,
    )


def _worth(screen: GameScreen, delegation: str, draft: Draft, provided: Term | None) -> Widget:
    """Return what the whole agreement is worth by the player's own figures."""
    texts, words = screen.texts, screen.words
    before = own_worth(screen.session, delegation)
    after = own_worth(screen.session, delegation, draft.package, provided)
    parts: list[Widget] = [
        Label(texts("stakes.worth"), Role.STRONG, grow=1, tip=texts("stakes.worth.tip"))
    ]
    if after is not None and before is not None:
        change = after - before
        ink: Ink = "good" if change > 0 else "bad" if change < 0 else "muted"
        parts.append(Label(worth_told(words, after), Role.STRONG))
        if before:
            parts.append(Label(words.signed(change), Role.STRONG, ink))
    return Row(parts, gap=10, together=True)
