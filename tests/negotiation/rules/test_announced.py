"""What the rules announce is what happens: votes at home, face, deals in force, closing doors."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings

from game.negotiation.model.actions import (
    Action,
    Hold,
    NotAllowed,
    PayAtHome,
    PressInPublic,
    TakeCounter,
    TieHands,
    WorkAtHome,
)
from game.negotiation.model.doors import closing_issues
from game.negotiation.model.events import DealStruck, Event, FaceMoved, VotesMoved
from game.negotiation.model.ledger import Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Faction, Scenario, SidePayment, Slot, Term
from game.negotiation.model.state import State
from game.negotiation.model.updates import standing_of
from game.negotiation.rules.plenary import plenary_vote
from game.negotiation.rules.rules import Rules
from game.negotiation.seats.observation import Observation, home_after
from game.negotiation.seats.watch import observe
from tests.negotiation.scenarios import LEVELS, YOU, any_action, scenario_of, seeds
from tests.sharing import shipped_level

Step = tuple[State, Action, State, tuple[Event, ...]]


def steps(seed: int) -> Iterator[tuple[Scenario, Step]]:
    """Yield every allowed action of a random game, on a level whose homes are near their ends."""
    scenario = _near_the_ends(scenario_of(seed), seed)
    rules, rng = Rules(scenario), random.Random(seed)
    state, _ = rules.start(seed)
    for _ in range(30):
        if state.finished:
            return
        paying = PayAtHome(rng.choice(scenario.delegation(YOU).home.factions).id)
        action = rng.choice((paying, any_action(rng, scenario, state)))
        try:
            after, events = rules.apply(state, YOU, action)
        except NotAllowed:
            continue
        yield scenario, (state, action, after, events)
        state = after


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_votes_at_home_move_as_announced_before_and_as_told_after(seed: int) -> None:
    for scenario, (state, action, after, events) in steps(seed):
        if not isinstance(action, WorkAtHome | PayAtHome | PressInPublic | TieHands):
            continue
        before, now = observe(scenario, state, YOU), observe(scenario, after, YOU)
        told = tuple(event for event in events if isinstance(event, VotesMoved))
        assert before.votes_gained(action) == told
        assert now.home.votes - before.home.votes == sum(event.change for event in told)
        for group in before.home.factions:
            moved = sum(event.change for event in told if event.faction == group.id)
            assert now.home.faction(group.id).votes - group.votes == moved


def test_the_law_meets_groups_that_have_no_votes_left_to_give_or_to_lose() -> None:
    met: Counter[str] = Counter()
    for seed in range(200):
        for _, (_, action, _, events) in steps(seed):
            for event in events:
                if isinstance(event, VotesMoved):
                    met[f"{type(action).__name__} {event.change == 0}"] += 1
    assert min(met["WorkAtHome True"], met["PayAtHome True"], met["WorkAtHome False"]) > 20
    assert min(met["PressInPublic True"], met["TieHands True"]) > 3


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_a_package_brings_the_votes_that_it_was_shown_to_bring(seed: int) -> None:
    for scenario, (state, action, after, events) in steps(seed):
        deals = [event for event in events if isinstance(event, DealStruck)]
        if not isinstance(action, TakeCounter) or len(deals) != 1:
            continue
        counter = standing_of(state, action.delegation, YOU).counter
        assert counter is not None
        shown = home_after(scenario, state, YOU, counter)
        assert _parts(observe(scenario, after, YOU)) == {f.id: f.votes for f in shown.factions}


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_face_moves_by_what_the_events_tell(seed: int) -> None:
    for _, (state, action, after, events) in steps(seed):
        for before, now in zip(state.standings, after.standings, strict=True):
            told = sum(
                event.change
                for event in events
                if isinstance(event, FaceMoved) and (event.delegation, event.towards) == now[:2]
            )
            is_next = isinstance(action, Hold) and not after.finished
            kept = before.face * 500 // 1000 if is_next else before.face
            assert now.face == kept + told


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_the_votes_of_all_groups_add_up_to_those_of_the_home(seed: int) -> None:
    for scenario, (_, _, after, _) in steps(seed):
        view = observe(scenario, after, YOU)
        assert sum(_parts(view).values()) == view.home.votes
        assert all(0 <= group.votes <= group.seats for group in view.home.factions)


def _parts(view: Observation) -> dict[str, int]:
    return {group.id: group.votes for group in view.home.factions}


def _near_the_ends(scenario: Scenario, seed: int) -> Scenario:
    """Give the player groups that are full, or far below any vote, and payments to make."""
    rng = random.Random(seed)
    first, second = scenario.delegation(YOU).home.factions
    factions = (_near_an_end(rng, first, second.id), _near_an_end(rng, second, first.id))
    parties = tuple(
        replace(p, home=replace(p.home, factions=factions)) if p.id == YOU else p
        for p in scenario.delegations
    )
    return replace(scenario, delegations=parties)


def _near_an_end(rng: random.Random, faction: Faction, other: str) -> Faction:
    votes = rng.choice((0, 200, 20_000, faction.seats - 300, faction.seats))
    upset = rng.choice(("", other, faction.id))
    payment = SidePayment("", rng.choice((500, 3_000)), upset, rng.choice((0, 700)))
    return replace(faction, votes=votes, side_payment=payment)


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_a_deal_is_in_force_for_every_eye_alike_whatever_was_broken(seed: int) -> None:
    for scenario, (_, _, after, _) in steps(seed):
        broken = Ledger(
            replace(promise, status=PromiseStatus.BROKEN) if (seed + index) % 2 else promise
            for index, promise in enumerate(after.ledger)
        )
        for state in (after, after._replace(ledger=broken)):
            view = observe(scenario, state, YOU)
            votes = {p.id: plenary_vote(scenario, state, p.id) for p in scenario.others}
            for party in view.parties:
                joins, because = votes[party.id]
                assert party.has_deal == (because != "no_deal")
                assert party.has_deal == state.ledger.has_deal(party.id, YOU)
                assert party.has_deal or not joins
            assert view.deals_in_force >= sum(joins for joins, _ in votes.values())


def test_closing_doors_warn_of_no_issue_that_is_agreed_as_far_as_it_goes() -> None:
    scenario = shipped_level("tianjin").scenario()
    state, _ = Rules(scenario).start(1)
    at = scenario.issue("coal_abroad").closes
    assert "coal_abroad" in closing_issues(scenario, state, "usa", at)
    slot = Slot("coal_abroad", "china")
    for option, warned in ((1, True), (scenario.issue("coal_abroad").last, False)):
        promise = Promise(Term(slot, option), "usa", 0, 1)
        agreed = state._replace(ledger=Ledger((promise,)))
        assert ("coal_abroad" in closing_issues(scenario, agreed, "usa", at)) is warned
    gone = agreed._replace(ledger=Ledger((replace(promise, status=PromiseStatus.BROKEN),)))
    assert "coal_abroad" in closing_issues(scenario, gone, "usa", at)
