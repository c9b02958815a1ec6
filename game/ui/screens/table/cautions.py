"""Warnings before an offer goes out: own red lines, own votes, own worth."""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.model.actions import Offer
from game.negotiation.model.packages import Package
from game.ui.paint.fonts import Role
from game.ui.screens.common.play import GameScreen
from game.ui.screens.round.stakes import own_worth, with_condition
from game.ui.screens.round.standing import slights
from game.ui.screens.table.term_notes import own_lines_crossed
from game.ui.widgets.boxes import Row
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.widget import Widget


def cautions(screen: GameScreen, offer: Offer) -> list[tuple[str, str]]:
    """Sentences with the colour of each; none where nothing speaks against sending."""
    return [*of_our_own(screen, offer), *_of_theirs(screen, offer)]


def caution_rows(said: Iterable[tuple[str, str]]) -> list[Widget]:
    """Each sentence with its sign, small."""
    return [
        Row([Icon("warning", 16, ink), Label(text, Role.SMALL, ink, grow=1)], gap=8, align="top")
        for text, ink in said
    ]


def of_our_own(screen: GameScreen, offer: Offer) -> list[tuple[str, str]]:
    """Return what speaks against a package on the player's own side: lines, votes, worth."""
    words, session = screen.words, screen.session
    at = session.view.party(offer.delegation).agreed.with_(*offer.terms).option
    slots = session.public.slots_between(session.view.you, offer.delegation)
    said = [
        (screen.texts("caution.own_line", slot=words.slot(line.slot), said=line.said), "bad")
        for line in own_lines_crossed(session.view, slots, at)
    ]
    return [*said, *own_costs(screen, offer)]


def own_costs(screen: GameScreen, offer: Offer, *, in_short: bool = False) -> list[tuple[str, str]]:
    """Return what of that are votes and worth.

    In_short: for beside a change that is only proposed.
    """
    texts, words, session = screen.texts, screen.words, screen.session
    said = []
    terms = Package(offer.terms)
    home = session.home_with(with_condition(terms, offer.provided))
    if not home.passes:
        votes, mark = words.votes(home.votes, home.pass_mark), words.mark(home.pass_mark)
        key = "caution.home.short" if in_short else "caution.home"
        told = texts(key, body=home.body, votes=votes, mark=mark)
        said.append((told, "bad"))
    before = own_worth(session, offer.delegation)
    after = own_worth(session, offer.delegation, terms, offer.provided)
    if before is not None and after is not None and after < before:
        less = before - after
        key = "caution.worth.short" if in_short else "caution.worth"
        told = texts(key, n=words.count(less), points=words.points(less))
        said.append((told, "warn"))
    return said


def _of_theirs(screen: GameScreen, offer: Offer) -> list[tuple[str, str]]:
    texts, party = screen.texts, screen.session.view.party(offer.delegation)
    gives = any(term.slot.giver == screen.play.you for term in offer.terms)
    if party.slights:
        return [(slights(screen.words, party, "standing.slights.about"), "warn")]
    if not gives:
        return [(texts("caution.asks_only", party=party.name), "warn")]
    return []
