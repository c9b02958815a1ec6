"""The effect of a package on the player: worth, votes at home, emissions, warming."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.rounding import warming_apart
from game.desk.wording import Words
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Package, Term
from game.negotiation.seats.computer_seat import own_between, own_side
from game.session.session import Session
from game.ui.paint.fonts import Role
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.labels import Label
from game.ui.widgets.widget import Widget


@dataclass(frozen=True)
class Stakes:
    """The player's position with a package in force.

    worth: of the whole agreement with the delegation, by the player's own figures, thousandths
        of points; None where one offer cannot lead there
    votes, pass_mark: at home, thousandths
    """

    worth: int | None
    votes: int
    pass_mark: int
    emissions_2030_gtco2e: float
    warming_2100_c: float

    @property
    def passes(self) -> bool:
        """True if the player's home would pass it."""
        return self.votes >= self.pass_mark


def stakes_of(
    session: Session, delegation: str, terms: Package = NO_TERMS, provided: Term | None = None
) -> Stakes:
    """Return what the player would have if these terms were agreed with a delegation.

    provided: a third delegation's part, counted as promised
    """
    together = with_condition(terms, provided)
    outcome, home = session.preview(together), session.home_with(together)
    return Stakes(
        own_worth(session, delegation, terms, provided),
        home.votes,
        home.pass_mark,
        outcome.emissions.in_year(2030),
        outcome.projection.summary_2100[1],
    )


def own_worth(
    session: Session, delegation: str, terms: Package = NO_TERMS, provided: Term | None = None
) -> int | None:
    """Return what the agreement with a delegation is worth to the player, thousandths of points."""
    view, legal = session.view, session.public.legal
    party = view.party(delegation)
    table = own_side(view, party, own_between(view, legal, party, provided)).table
    row = table.row_of(terms) if terms else 0
    return None if row is None else int(table.utility[row])


def with_condition(terms: Package, provided: Term | None) -> Package:
    """Return the terms, and the term of a third delegation that they hang on."""
    return terms if provided is None else terms.with_(provided)


def worth_told(words: Words, worth: int) -> str:
    """Return what an agreement is worth to the player, with its unit."""
    return words.texts("stakes.worth.value", n=words.count(worth), points=words.points(worth))


def figures(words: Words, then: Stakes, now: Stakes | None = None) -> Widget:
    """Build what a package does for the player, line by line, with the change from now."""
    texts = words.texts
    rows: list[Widget] = []
    if then.worth is not None:
        change = then.worth - now.worth if now is not None and now.worth else None
        value = worth_told(words, then.worth)
        rows.append(_figure(words, "stakes.worth", value, change, good=1))
    votes = texts(
        "hub.home.value",
        votes=words.votes(then.votes, then.pass_mark),
        mark=words.mark(then.pass_mark),
    )
    moved = None if now is None else then.votes - now.votes
    colour = "text" if then.passes else "bad"
    rows.append(_figure(words, "stakes.votes", votes, moved, good=1, colour=colour))
    warming = texts("hub.warming.value", warming_c=then.warming_2100_c)
    emissions = texts("stakes.emissions.value", emissions=then.emissions_2030_gtco2e)
    cooler = cut = None
    if now is not None:
        cooler = warming_apart(then.warming_2100_c, now.warming_2100_c)
        cut = then.emissions_2030_gtco2e - now.emissions_2030_gtco2e
    rows.append(_figure(words, "stakes.emissions", emissions, cut, good=-1))
    rows.append(_figure(words, "stakes.warming", warming, cooler, good=-1))
    return Column(rows, gap=3)


def _figure(
    words: Words,
    key: str,
    value: str,
    change: float | None,
    *,
    good: int,
    colour: str = "text",
) -> Widget:
    """One line; a whole change is thousandths of points or votes, another one has a unit."""
    tip = words.texts(f"{key}.tip")
    parts: list[Widget] = [
        Label(words.texts(key), Role.SMALL, "muted", grow=1, tip=tip),
        Label(value, Role.STRONG, colour),
    ]
    if change is not None:
        is_whole = isinstance(change, int)
        said = words.signed(change) if is_whole else words.texts("stakes.change", change=change)
        better = change * good
        still = abs(change) < (1 if is_whole else 0.005)
        ink = "muted" if still else "good" if better > 0 else "bad"
        parts.append(Label(said, Role.STRONG, ink))
    return Row(parts, gap=10)
