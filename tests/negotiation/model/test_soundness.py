"""The rules refuse what they could not play truly, whatever let it through before."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.negotiation.model.news import Shift, ShiftKind
from game.negotiation.model.scenario import (
    Delegation,
    Faction,
    Issue,
    LineKind,
    Linkage,
    RedLine,
    Scenario,
    SidePayment,
    Slot,
    Term,
)
from game.negotiation.model.soundness import MOST_SUM, UnsoundScenario
from game.negotiation.rules.rules import Rules
from game.negotiation.worth.joint_gains import joint_gains
from game.negotiation.worth.shared_arrays import utility_of
from tests.negotiation.scenarios import LEVELS, YOU, positions, scenario_of, seeds
from tests.sharing import shipped_level

NOWHERE = Slot("nothing", YOU)
Change = Callable[[Scenario, random.Random], Scenario]


def _with_issue(change: Callable[[Issue], Issue]) -> Change:
    def made(scenario: Scenario, rng: random.Random) -> Scenario:
        at = rng.randrange(len(scenario.issues))
        issues = [change(x) if n == at else x for n, x in enumerate(scenario.issues)]
        return replace(scenario, issues=tuple(issues))

    return made


def _with_party(change: Callable[[Scenario, Delegation], Delegation]) -> Change:
    def made(scenario: Scenario, rng: random.Random) -> Scenario:
        at = rng.randrange(len(scenario.delegations))
        parties = [
            change(scenario, party) if n == at else party
            for n, party in enumerate(scenario.delegations)
        ]
        return replace(scenario, delegations=tuple(parties))

    return made


def _with_faction(change: Callable[[Faction], Faction]) -> Change:
    return _with_party(
        lambda _, party: replace(
            party,
            home=replace(
                party.home, factions=(change(party.home.factions[0]), *party.home.factions[1:])
            ),
        )
    )


def _with_link(first: int, second: int | None) -> Change:
    """Link option `first` of a slot with option `second` of another; None: with itself."""

    def change(scenario: Scenario, party: Delegation) -> Delegation:
        slots = [Slot(issue.id, giver) for issue in scenario.issues for giver in issue.givers]
        other = slots[0] if second is None else slots[-1]
        link = Linkage(Term(slots[0], first), Term(other, second or 1), 1_000, "")
        return replace(party, linkages=(link,))

    return _with_party(change)


def _with_news(shift: Shift) -> Change:
    return lambda scenario, _: replace(
        scenario, news=(replace(scenario.news[0], shifts=(shift,)), *scenario.news[1:])
    )


UNSOUND: dict[str, Change] = {
    "giver twice": _with_issue(
        lambda issue: replace(issue, givers=(*issue.givers, issue.givers[0]))
    ),
    "unknown giver": _with_issue(lambda issue: replace(issue, givers=("nobody",))),
    "option twice": _with_issue(lambda i: replace(i, options=(*i.options, i.options[0]))),
    "one option": _with_issue(lambda issue: replace(issue, options=issue.options[:1])),
    "never open": _with_issue(lambda issue: replace(issue, opens=issue.closes + 1)),
    "never due": _with_issue(lambda issue: replace(issue, due=99)),
    "issue twice": lambda s, _: replace(s, issues=(*s.issues, s.issues[0])),
    "party twice": lambda s, _: replace(s, delegations=(*s.delegations, s.delegations[0])),
    "news twice": lambda s, _: replace(s, news=(*s.news, s.news[0])),
    "nobody": lambda s, _: replace(s, you="nobody"),
    "no round": lambda s, _: replace(s, rounds=()),
    "empty offers": lambda s, _: replace(s, terms_per_offer=0),
    "group twice": _with_party(
        lambda _, p: replace(p, home=replace(p.home, factions=p.home.factions[:1] * 2))
    ),
    "no group": _with_party(lambda _, p: replace(p, home=replace(p.home, factions=()))),
    "no seats": _with_faction(lambda f: replace(f, seats=0)),
    "upsets nobody": _with_faction(lambda f: replace(f, side_payment=SidePayment("", 1, "no", 1))),
    "votes overflow": _with_faction(lambda f: replace(f, seats=MOST_SUM)),
    "votes for nothing": _with_faction(lambda f: replace(f, terms={NOWHERE: (0, 1)})),
    "link on today's course": _with_link(0, 1),
    "link beyond the last": _with_link(99, 1),
    "link with itself": _with_link(1, None),
    "link overflows": _with_party(
        lambda s, p: replace(p, linkages=(Linkage(_term(s), _other(s), MOST_SUM + 1, ""),))
    ),
    "worth overflows": _with_party(lambda s, p: replace(p, valuations=_huge(s))),
    "worth of today's course": _with_party(
        lambda s, p: replace(p, valuations={k: (1, *v[1:]) for k, v in _huge(s, 5).items()})
    ),
    "worth of nothing": _with_party(lambda _, p: replace(p, valuations={NOWHERE: (0, 1)})),
    "line on nothing": _with_party(
        lambda _, p: replace(p, red_lines=(RedLine(NOWHERE, 0, 1, LineKind.STATED, ""),))
    ),
    "news of nobody": _with_news(Shift(ShiftKind.FACE, "nobody", 1)),
    "news of no group": _with_news(Shift(ShiftKind.VOTES, YOU, 1, "nobody")),
    "news of no issue": _with_news(Shift(ShiftKind.CLOSE_ISSUE, "nothing")),
}


def _term(scenario: Scenario) -> Term:
    issue = scenario.issues[0]
    return Term(Slot(issue.id, issue.givers[0]), 1)


def _other(scenario: Scenario) -> Term:
    issue = scenario.issues[-1]
    return Term(Slot(issue.id, issue.givers[-1]), 1)


def _huge(scenario: Scenario, points: int = MOST_SUM // 2) -> dict[Slot, tuple[int, ...]]:
    return {
        Slot(issue.id, giver): (0, *[points] * issue.last)
        for issue in scenario.issues
        for giver in issue.givers
    }


@pytest.mark.parametrize("what", UNSOUND)
def test_the_rules_refuse_a_level_they_could_not_play_truly(what: str) -> None:
    refused = 0
    for seed in range(60):
        scenario = scenario_of(seed)
        if sum(len(issue.givers) for issue in scenario.issues) < 2:
            continue
        with pytest.raises(UnsoundScenario):
            Rules(UNSOUND[what](scenario, random.Random(seed)))
        refused += 1
    assert refused > 30


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_the_rules_play_every_sound_level(seed: int) -> None:
    assert positions(scenario_of(seed), seed, turns=3)


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow", "whole_table"])
def test_the_shipped_levels_are_sound_from_every_seat(level_id: str) -> None:
    level = shipped_level(level_id)
    for seat in level.seats:
        Rules(level.scenario(seat))


def test_the_largest_sums_that_are_allowed_do_not_overflow() -> None:
    scenario = scenario_of(3)
    slots = _huge(scenario, 1)
    points = MOST_SUM // 3 // len(slots)
    parties = tuple(
        replace(
            party,
            linkages=(),
            valuations={
                slot: (0, *[-points if slot.giver == party.id else points] * (len(ones) - 1))
                for slot, ones in slots.items()
            },
        )
        for party in scenario.delegations
    )
    loud = replace(scenario, delegations=parties)
    Rules(loud)
    for party in loud.others:
        gains = joint_gains(loud, party.id)
        worth = gains.theirs.utility
        assert worth.min() >= -MOST_SUM
        hurt = gains.theirs.ground._replace(face=10**9)
        own = sum(slot.giver == party.id for slot in gains.theirs.slots)
        assert utility_of(hurt).min() >= -3 * own * points
