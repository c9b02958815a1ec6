"""Small random levels and games on them."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from game.negotiation.model.actions import (
    Action,
    Hold,
    NotAllowed,
    Offer,
    PressInPublic,
    Probe,
    SeekBacking,
    TakeCounter,
    TalkPrivately,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.news import News, Shift, ShiftKind
from game.negotiation.model.packages import Package
from game.negotiation.model.scenario import (
    Delegation,
    Domain,
    Faction,
    Goals,
    Home,
    Issue,
    LineKind,
    Linkage,
    Option,
    Personality,
    PublicStand,
    RedLine,
    Round,
    Scenario,
    Slot,
    Term,
)
from game.negotiation.model.state import State
from game.negotiation.rules.rules import Rules
from tests.examples import examples

YOU = "you"


def scenario_of(seed: int, *, linked: bool = True, rounds: int = 3) -> Scenario:
    """Make a random level: 1-3 other parties, 1-4 issues, red lines, homes, linkages, news."""
    rng = random.Random(seed)
    others = [f"party_{n}" for n in range(rng.randint(1, 3))]
    ids = [YOU, *others]
    issues = [_issue(rng, n, ids, rounds) for n in range(rng.randint(1, 4))]
    slots = [Slot(issue.id, giver) for issue in issues for giver in issue.givers]
    parties = [_party(rng, name, issues, slots, linked) for name in ids]
    news = tuple(
        News(
            f"news_{at}",
            at,
            rng.choice((300, 700, 1000)),
            "",
            "",
            (_shift(rng, others, parties),),
        )
        for at in range(1, rounds)
    )
    meetings = tuple(
        Round(f"r{n}", "", "2021-09-01", "2021-09-01", "", "", rng.randint(1, 4))
        for n in range(rounds)
    )
    return Scenario(
        "random", "", YOU, tuple(parties), tuple(issues), meetings, news, Goals(1, 0.0), 4
    )


def any_action(rng: random.Random, scenario: Scenario, state: State) -> Action:
    """Draw an action, not always an allowed one."""
    other = rng.choice([party.id for party in scenario.others])
    slots = scenario.slots_between(YOU, other)
    issue = rng.choice([issue.id for issue in scenario.issues])
    faction = rng.choice([f.id for f in scenario.delegation(YOU).home.factions])
    terms = Package(
        Term(slot, rng.randrange(len(scenario.issue(slot.issue).options)))
        for slot in slots
        if rng.random() < 0.6
    )
    offer = Offer(other, terms, rng.choice((None, 0, 50, 100)))
    slot = rng.choice(slots) if slots else Slot(issue, other)
    return rng.choice(
        (
            offer,
            offer,
            offer,
            TakeCounter(other),
            TakeCounter(other),
            Hold(),
            Probe(other, slot),
            TalkPrivately(other),
            PressInPublic(other, issue),
            SeekBacking(other, issue),
            WorkAtHome(faction),
            TieHands(Slot(issue, YOU), rng.randrange(3)),
        )
    )


def any_offer(rng: random.Random, scenario: Scenario, state: State) -> tuple[Offer, State] | None:
    """Draw an offer that the rules allow and the position after it, or None."""
    action = any_action(rng, scenario, state)
    if not isinstance(action, Offer):
        return None
    try:
        return action, Rules(scenario).apply(state, YOU, action)[0]
    except NotAllowed:
        return None


def positions(scenario: Scenario, seed: int, turns: int = 14) -> list[State]:
    """Return the positions of a random game, the first one too."""
    rules, rng = Rules(scenario), random.Random(seed)
    state, _ = rules.start(seed)
    found = [state]
    for _ in range(turns):
        if state.finished:
            break
        try:
            state, _ = rules.apply(state, YOU, any_action(rng, scenario, state))
        except NotAllowed:
            continue
        found.append(state)
    return found


LEVELS = examples(1_000)  # random levels that a law is held against
seeds = st.integers(0, 1_000_000)


def _issue(rng: random.Random, number: int, parties: list[str], rounds: int) -> Issue:
    givers = tuple(sorted(rng.sample(parties, rng.randint(1, len(parties)))))
    options = tuple(Option(f"o{n}", f"o{n}") for n in range(rng.randint(2, 4)))
    closes = rng.randrange(rounds)
    return Issue(
        id=f"issue_{number}",
        title=f"issue {number}",
        about="",
        domain=rng.choice(list(Domain)),
        givers=givers,
        options=options,
        opens=rng.randint(0, closes),
        closes=closes,
        due=rng.randint(closes, rounds - 1),
        commitments={},
    )


def _party(
    rng: random.Random, name: str, issues: list[Issue], slots: list[Slot], linked: bool
) -> Delegation:
    steps = {issue.id: len(issue.options) for issue in issues}
    valuations = {}
    for slot in slots:
        rises = sorted(rng.randrange(0, 20_000, 10) for _ in range(steps[slot.issue] - 1))
        sign = -1 if slot.giver == name else 1
        valuations[slot] = (0, *(sign * points for points in rises))
    lines = tuple(
        _line(rng, slot, steps[slot.issue]) for slot in slots if name != YOU and rng.random() < 0.3
    )
    links = tuple(
        Linkage(
            Term(first, rng.randint(1, steps[first.issue] - 1)),
            Term(second, rng.randint(1, steps[second.issue] - 1)),
            rng.randrange(-4_000, 6_000, 10),
            "",
        )
        for first, second in ([rng.sample(slots, 2)] if linked and len(slots) > 1 else [])
    )
    factions = tuple(
        Faction(
            f"f{n}",
            f"f{n}",
            rng.randrange(20_000, 45_000, 500),
            50_000,
            {
                slot: (
                    0,
                    *(rng.randrange(-9_000, 6_000, 500) for _ in range(steps[slot.issue] - 1)),
                )
                for slot in slots
                if rng.random() < 0.4
            },
            {},
            likes=frozenset[PublicStand](("tied_hands",) if n else ("pressing",)),
        )
        for n in range(2)
    )
    mind = Personality(
        opening_share=rng.randrange(300, 900),
        patience=rng.randrange(500, 2_000),
        reciprocity=rng.randrange(0, 1_001),
        face_weight=rng.randrange(0, 300),
        coalition_weight=rng.randrange(0, 600),
    )
    home = Home("home", rng.randrange(40_000, 70_000, 1_000), factions)
    no_deal = rng.randrange(0, 6_000, 10)
    return Delegation(name, name, "", "", "", no_deal, valuations, links, lines, home, mind)


def _line(rng: random.Random, slot: Slot, steps: int) -> RedLine:
    lowest = rng.choice((0, 0, 0, 1))
    highest = rng.randint(lowest, steps - 1)
    return RedLine(slot, lowest, highest, rng.choice(list(LineKind)), "no further")


def _shift(rng: random.Random, others: list[str], parties: list[Delegation]) -> Shift:
    target = rng.choice(others)
    if rng.random() < 0.5:
        return Shift(ShiftKind.VALUE_OF_NO_DEAL, target, rng.randrange(-2_000, 2_000, 100))
    if rng.random() < 0.5:
        return Shift(ShiftKind.FACE, target, rng.randrange(-1_000, 3_000, 100))
    return Shift(ShiftKind.VOTES, rng.choice([p.id for p in parties]), 500, "f0")
