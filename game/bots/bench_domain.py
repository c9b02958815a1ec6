"""A bare bargaining domain of a given size, to time an answer."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation.model.actions import Offer
from game.negotiation.model.scenario import (
    Delegation,
    Domain,
    Faction,
    Goals,
    Home,
    Issue,
    Option,
    Personality,
    Round,
    Scenario,
    Slot,
    Term,
)

OPTIONS_OF_27_648 = (3, 3, 3, 4, 4, 4, 4, 4)  # 3^3 x 4^5 packages
OPTIONS_OF_100_000 = (5, 5, 5, 5, 5, 4, 4, 2)


def bare_scenario(options: Sequence[int]) -> Scenario:
    """Two parties, one issue for each number of options; they give in turn, all in one round."""
    issues = tuple(
        Issue(
            id=f"issue_{place}",
            title=f"issue {place}",
            about="",
            domain=Domain.CLIMATE,
            givers=(("you", "other")[place % 2],),
            options=tuple(Option(f"step_{step}", str(step)) for step in range(count)),
            opens=0,
            closes=3,
            due=3,
            commitments={},
        )
        for place, count in enumerate(options)
    )
    return Scenario(
        id="bare",
        title="bare",
        you="you",
        delegations=(_party("you", issues), _party("other", issues)),
        issues=issues,
        rounds=tuple(Round(f"r{n}", "", "2021-01-01", "2021-01-01", "", "", 9) for n in range(4)),
        news=(),
        goals=Goals(0, 0.0),
        terms_per_offer=len(options),
    )


def offers(scenario: Scenario) -> list[Offer]:
    """Every issue at its middle step, then the same without one of the issues, each in turn."""
    middle = [
        Term(Slot(issue.id, issue.givers[0]), len(issue.options) // 2) for issue in scenario.issues
    ]
    without = [[term for term in middle if term is not left] for left in middle]
    return [Offer("other", tuple(terms)) for terms in (middle, *without)]


def _party(party: str, issues: Sequence[Issue]) -> Delegation:
    values = {
        Slot(issue.id, issue.givers[0]): tuple(
            step * step * -500 if issue.givers[0] == party else step * (1_700 + place * 90)
            for step in range(len(issue.options))
        )
        for place, issue in enumerate(issues)
    }
    home = Home("home", 0, (Faction("all", "all", 50_000, 100_000, {}, {}),))
    return Delegation(party, party, "", "", "", 500, values, (), (), home, Personality())
