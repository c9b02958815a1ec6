"""The reason of a refusal: what stands in the way, the gap, changes that would help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.desk.cautions import own_costs
from game.desk.relations import asks_again_in, when_again
from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.actions import Offer
from game.negotiation.model.replies import Change, Explanation, Reply, Verdict
from game.negotiation.model.scenario import Package
from game.ui.paint.fonts import Role
from game.ui.paint.theme import Ink
from game.ui.screens.common.page import heading
from game.ui.screens.common.play import GameScreen
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label, Rule
from game.ui.widgets.widget import Widget

Prepare = Callable[[Package], None]


def reason(
    screen: GameScreen, reply: Reply, why: Explanation, prepare: Prepare, *, is_narrow: bool
) -> Widget:
    """Return the constraint, the gap, the smallest changes, and when they can be put.

    prepare: puts a package on the player's table for the next time
    is_narrow: whether a button has no room beside a sentence
    """
    texts, words = screen.texts, screen.words
    rows: list[Widget] = [heading(texts("reply.why"), colour="bad")]
    rows.append(Label(words.reason(reply.delegation, why), Role.BODY))
    if said := words.said(reply.delegation, why):
        rows.append(Label(texts("words.quoted", said=said), Role.QUOTE, "muted"))
    rows += [Label(words.gap(reply.delegation, why), Role.STRONG, "bad"), Rule()]
    if why.changes:
        rows.append(Label(texts("reply.changes"), Role.LABEL, "muted"))
    else:
        none = "none" if reply.verdict is Verdict.COUNTER else "nothing"
        rows.append(Label(texts(f"reply.changes.{none}"), Role.BODY, "muted"))
    for place, change in enumerate(why.changes):
        package = offer_after(change, reply.package)
        offer = Offer(reply.delegation, package, provided=reply.provided)
        lines: Widget = _change_lines(screen, change, why, offer)
        if asks_again_in(screen.session.view) is not None:
            lines = _preparable(screen, lines, place, partial(prepare, package), is_narrow)
        rows.append(lines)
    rows.append(
        Label(when_again(words, screen.session.view, reply.delegation), Role.SMALL, "muted")
    )
    return Column(rows, gap=10)


def _preparable(
    screen: GameScreen, lines: Widget, place: int, prepare: Callable[[], None], is_narrow: bool
) -> Widget:
    """Return a change with the button that prepares it, beside or below."""
    use = Button(
        screen.texts("reply.change.use"),
        prepare,
        letter=str(place + 1),
        key=f"change{place}",
        tip=screen.texts("reply.change.use.tip"),
    )
    if is_narrow:
        return Column([lines, Row([use, Spacer(grow=1)])], gap=4)
    return Row([lines, use], gap=12, align="middle")


def _change_lines(screen: GameScreen, change: Change, why: Explanation, offer: Offer) -> Widget:
    """Build the row of a change: the answer with it, and what it would cost the player."""
    ink: Ink = "good" if change.verdict is Verdict.ACCEPT else "muted"
    said = screen.words.change_outcome(offer.delegation, change, why)
    rows: list[Widget] = [Label(screen.words.change(change), Role.BODY)]
    rows.append(Label(said, Role.SMALL, ink))
    costs = own_costs(screen.session, screen.words, offer, in_short=True)
    rows += [Label(cost.text, Role.SMALL, cost.tone) for cost in costs]
    return Column(rows, gap=0, grow=1)
