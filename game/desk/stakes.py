"""The effect of a package on the player: worth, votes at home, emissions, warming."""

from __future__ import annotations

from dataclasses import dataclass

from game.desk.fact import Fact
from game.desk.rounding import warming_apart
from game.desk.wording import Wording
from game.negotiation.model.packages import NO_TERMS
from game.negotiation.model.scenario import Package, Term
from game.negotiation.seats.computer_seat import own_between, own_side
from game.session.session import Session

LEAST_CHANGE = 0.005  # degC or GtCO2e: less than that is told as no change


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


def worth_told(words: Wording, worth: int) -> str:
    """Return what an agreement is worth to the player, with its unit."""
    return words.texts("stakes.worth.value", n=words.count(worth), points=words.points(worth))


@dataclass(frozen=True)
class StakesLine:
    """One figure of the stakes, as it is told.

    tip: what the figure means
    is_enough: False for votes below the pass mark
    change: from how things stand now; None where there is nothing to compare with
    """

    name: str
    tip: str
    value: str
    is_enough: bool = True
    change: Fact | None = None


def stakes_told(words: Wording, then: Stakes, now: Stakes | None = None) -> tuple[StakesLine, ...]:
    """Return what a package does for the player, line by line, with the change from now."""
    lines = [_votes(words, then, now), _emissions(words, then, now), _warming(words, then, now)]
    if then.worth is not None:
        lines.insert(0, _worth(words, then.worth, now))
    return tuple(lines)


def _worth(words: Wording, worth: int, now: Stakes | None) -> StakesLine:
    change = None
    if now is not None and now.worth:
        change = _moved(words, worth - now.worth)
    return _line(words, "stakes.worth", worth_told(words, worth), change)


def _votes(words: Wording, then: Stakes, now: Stakes | None) -> StakesLine:
    value = words.texts(
        "hub.home.value",
        votes=words.votes(then.votes, then.pass_mark),
        mark=words.mark(then.pass_mark),
    )
    change = None if now is None else _moved(words, then.votes - now.votes)
    key = f"stakes.votes.{words.counts_of(words.public.you)}"
    return _line(words, key, value, change, is_enough=then.passes)


def _emissions(words: Wording, then: Stakes, now: Stakes | None) -> StakesLine:
    value = words.texts("stakes.emissions.value", emissions=then.emissions_2030_gtco2e)
    change = None
    if now is not None:
        change = _lowered(words, then.emissions_2030_gtco2e - now.emissions_2030_gtco2e)
    return _line(words, "stakes.emissions", value, change)


def _warming(words: Wording, then: Stakes, now: Stakes | None) -> StakesLine:
    value = words.texts("hub.warming.value", warming_c=then.warming_2100_c)
    change = None
    if now is not None:
        change = _lowered(words, warming_apart(then.warming_2100_c, now.warming_2100_c))
    return _line(words, "stakes.warming", value, change)


def _line(
    words: Wording, key: str, value: str, change: Fact | None, *, is_enough: bool = True
) -> StakesLine:
    texts = words.texts
    return StakesLine(texts(key), texts(f"{key}.tip"), value, is_enough, change)


def _moved(words: Wording, change: int) -> Fact:
    """Tell a change in points or votes, thousandths: more is better."""
    return Fact(words.signed(change), "good" if change > 0 else "bad" if change else "muted")


def _lowered(words: Wording, change: float) -> Fact:
    """Tell a change in degC or GtCO2e: less is better."""
    said = words.texts("stakes.change", change=change)
    if abs(change) < LEAST_CHANGE:
        return Fact(said, "muted")
    return Fact(said, "good" if change < 0 else "bad")
