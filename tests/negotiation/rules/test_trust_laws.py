"""No way of cutting, repeating or ordering offers and promises earns trust or lowers a floor."""

import itertools
import random

from hypothesis import given, settings

from game.negotiation.mind.aspiration import Mood, aspiration, generosity_after
from game.negotiation.mind.talks import Talks
from game.negotiation.model.actions import Hold
from game.negotiation.model.credibility import Credibility
from game.negotiation.model.ledger import Backing, Ledger, Promise, PromiseStatus
from game.negotiation.model.scenario import Package, Slot, Term
from game.negotiation.model.updates import own_of, standing_of
from game.negotiation.rules.rules import Rules
from game.negotiation.rules.signing import may_be_struck, strike
from tests.negotiation.scenarios import LEVELS, YOU, any_offer, positions, scenario_of, seeds

KEPT, BROKEN, PENDING = PromiseStatus.KEPT, PromiseStatus.BROKEN, PromiseStatus.PENDING


def _promise(option: int, status: PromiseStatus, to: str = "a", issue: str = "x") -> Promise:
    return Promise(Term(Slot(issue, YOU), option), to, made=0, due=0, status=status)


def test_what_is_given_counts_once_however_many_it_was_promised_to() -> None:
    ledger = Ledger([_promise(1, KEPT, "a"), _promise(2, KEPT, "b"), _promise(2, PENDING, "c")])
    assert ledger.credibility(YOU) == Credibility(kept=1, broken=0)


def test_one_broken_promise_on_a_thing_is_not_made_good_by_others_on_it() -> None:
    ledger = Ledger([_promise(1, KEPT, "a"), _promise(1, BROKEN, "b"), _promise(1, KEPT, "c")])
    assert ledger.credibility(YOU) == Credibility(kept=0, broken=1)


def test_credibility_is_one_half_before_anything_came_due_and_moves_by_laplace() -> None:
    assert Ledger().credibility(YOU).share == 500
    assert Ledger([_promise(1, KEPT)]).credibility(YOU).share == 666  # (1 + 1) / (2 + 1)
    assert Ledger([_promise(1, BROKEN)]).credibility(YOU).share == 333  # 1 / (2 + 1)


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_offers_that_lead_to_no_deal_move_neither_trust_nor_floor(seed: int) -> None:
    scenario = scenario_of(seed)
    rules, rng = Rules(scenario), random.Random(seed)
    state, _ = rules.start(seed)
    before = {p.id: Talks(scenario, state, p.id, YOU).table for p in scenario.others}
    for _ in range(10):
        made = any_offer(rng, scenario, state)
        if made is None:
            continue
        action, after = made
        if after.ledger is not state.ledger or after.conditional:
            continue
        state = after
        table = Talks(scenario, state, action.delegation, YOU).table
        assert state.ledger.credibility(YOU) == Credibility(0, 0)
        assert table.floor == before[action.delegation].floor
        assert table.no_deal == before[action.delegation].no_deal


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_the_order_of_offers_does_not_matter_to_what_is_hoped_for(seed: int) -> None:
    scenario = scenario_of(seed)
    state, _ = Rules(scenario).start(seed)
    for party in scenario.others:
        table = Talks(scenario, state, party.id, YOU).table
        mood = Talks(scenario, state, party.id, YOU).mood
        rows = random.Random(seed).sample(range(table.grid.rows), min(4, table.grid.rows))
        hopes = set()
        for order in itertools.permutations(rows):
            met = 0
            for row in order:
                met = generosity_after(table, Mood(mood.time, met, mood.asked), row)
            hopes.add(aspiration(table, mood, met))
        assert len(hopes) == 1


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_the_same_offer_again_the_next_round_is_not_believed_more(seed: int) -> None:
    """Repetition alone: only the clock and dated news can turn the second answer."""
    scenario = scenario_of(seed)
    rules, rng = Rules(scenario), random.Random(seed)
    state, _ = rules.start(seed)
    for _ in range(12):
        made = any_offer(rng, scenario, state)
        if made is None:
            continue
        action, once = made
        standing = standing_of(once, action.delegation, YOU)
        again = once._replace(
            standings=tuple(
                s._replace(offered_in=-1, walked_out=False, slights=0) for s in once.standings
            ),
        )
        if once.ledger is not state.ledger or own_of(again, YOU).actions_left < 1:
            continue
        twice, _ = rules.apply(again, YOU, action)
        first, second = standing.last_reply, standing_of(twice, action.delegation, YOU).last_reply
        assert first is not None
        assert second is not None
        assert second.verdict is first.verdict
        assert second.explanation == first.explanation


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_a_promise_in_slices_earns_the_trust_of_the_whole(seed: int) -> None:
    scenario = scenario_of(seed)
    state, _ = Rules(scenario).start(seed)
    for party in scenario.others:
        own = [slot for slot in scenario.slots_between(YOU, party.id) if slot.giver == YOU]
        for slot in own:
            last = scenario.issue(slot.issue).last
            whole, sliced = state, state
            if not may_be_struck(scenario, whole, party.id, YOU, Package((Term(slot, last),))):
                continue
            whole, _ = strike(scenario, whole, party.id, YOU, (Term(slot, last),))
            for option in range(1, last + 1):
                if may_be_struck(scenario, sliced, party.id, YOU, Package((Term(slot, option),))):
                    sliced, _ = strike(scenario, sliced, party.id, YOU, (Term(slot, option),))
                    sliced = sliced._replace(ledger=_all(sliced.ledger, KEPT))
            whole = whole._replace(ledger=_all(whole.ledger, KEPT))
            assert sliced.ledger.credibility(YOU) == whole.ledger.credibility(YOU)
            assert sliced.ledger.in_force(YOU, party.id) == whole.ledger.in_force(YOU, party.id)


def test_a_broken_promise_stays_on_record_when_it_is_made_anew() -> None:
    found = 0
    for seed in range(200):
        scenario = scenario_of(seed, linked=False)
        state, _ = Rules(scenario).start(seed)
        for party in scenario.others:
            for slot in scenario.slots_between(YOU, party.id):
                terms = Package((Term(slot, 1),))
                if slot.giver != YOU or not may_be_struck(scenario, state, party.id, YOU, terms):
                    continue
                broken, _ = strike(scenario, state, party.id, YOU, terms)
                broken = broken._replace(ledger=_all(broken.ledger, BROKEN))
                if may_be_struck(scenario, broken, party.id, YOU, terms):
                    anew, _ = strike(scenario, broken, party.id, YOU, terms)
                    found += 1
                    assert anew.ledger.credibility(YOU) == broken.ledger.credibility(YOU)
                    assert anew.ledger.in_force(YOU, party.id) == terms
    assert found > 20


def test_deepening_a_kept_promise_keeps_the_trust_it_earned() -> None:
    found = 0
    for seed in range(200):
        scenario = scenario_of(seed, linked=False)
        state, _ = Rules(scenario).start(seed)
        for party in scenario.others:
            for slot in scenario.slots_between(YOU, party.id):
                first, second = Package((Term(slot, 1),)), Package((Term(slot, 2),))
                if slot.giver != YOU or scenario.issue(slot.issue).last < 2:
                    continue
                if not may_be_struck(scenario, state, party.id, YOU, first):
                    continue
                kept, _ = strike(scenario, state, party.id, YOU, first)
                kept = kept._replace(ledger=_all(kept.ledger, KEPT))
                if may_be_struck(scenario, kept, party.id, YOU, second):
                    deeper, _ = strike(scenario, kept, party.id, YOU, second)
                    found += 1
                    assert deeper.ledger.credibility(YOU) == kept.ledger.credibility(YOU)
    assert found > 10


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_what_is_signed_in_the_last_round_has_no_law_behind_it(seed: int) -> None:
    scenario = scenario_of(seed)
    for state in positions(scenario, seed, turns=20):
        if state.round != len(scenario.rounds) - 1 or state.finished:
            continue
        ended, _ = Rules(scenario).apply(state, YOU, Hold())
        for promise in ended.ledger:
            if promise.made == state.round:
                assert promise.backing is not Backing.LAW


def _all(ledger: Ledger, status: PromiseStatus) -> Ledger:
    return Ledger(changed_promise(promise, status) for promise in ledger)


def changed_promise(promise: Promise, status: PromiseStatus) -> Promise:
    return Promise(
        promise.term,
        promise.to,
        promise.made,
        promise.due,
        status,
        promise.backing,
        promise.honoured,
    )
