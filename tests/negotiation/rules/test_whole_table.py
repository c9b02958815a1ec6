"""Laws of a whole table: computers that bargain with each other, on random levels."""

import itertools
import random
from dataclasses import replace

from hypothesis import given, settings

from game.negotiation.mind.delegate import judge
from game.negotiation.mind.talks import Talks, credibility_of
from game.negotiation.model.actions import Hold, NotAllowed, Offer
from game.negotiation.model.events import Approached
from game.negotiation.model.home import home_votes, terms_at_home
from game.negotiation.model.ledger import PromiseStatus
from game.negotiation.model.packages import Package
from game.negotiation.model.replies import Verdict
from game.negotiation.model.scenario import LineKind, Scenario
from game.negotiation.model.state import State
from game.negotiation.model.updates import own_of
from game.negotiation.rules.approaches import MOST_APPROACHES
from game.negotiation.rules.rules import Rules
from game.negotiation.worth.total_worth import total_worth
from tests.negotiation.scenarios import LEVELS, seeds
from tests.negotiation.whole_tables import played_alone, whole_table


def _worth(scenario: Scenario, state: State, party: str) -> int:
    return total_worth(
        scenario.delegation(party),
        state.ledger.deepest,
        lambda giver: credibility_of(scenario, state, giver),
    )


def _due(scenario: Scenario, state: State, name: str) -> int:
    """Return what a first deal must bring; later ones need only not cost anything."""
    if any(name in p.pair and p.status is not PromiseStatus.BROKEN for p in state.ledger):
        return 0
    shift = own_of(state, name).no_deal_shift
    return max(0, scenario.delegation(name).value_of_no_deal + shift)


def _rounding(scenario: Scenario) -> int:
    """How far sums of figures cut to whole thousandths can lie apart."""
    return 2 * sum(len(issue.slots) for issue in scenario.issues)


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_no_signer_is_below_its_need_over_a_line_or_short_at_home(seed: int) -> None:
    scenario = whole_table(seed, bare=True)
    _, signings = played_alone(scenario, seed)
    for signing in signings:
        terms = Package(promise.term for promise in signing.promises)
        for name in signing.signers:
            party = scenario.delegation(name)
            need = _due(scenario, signing.before, name)
            gain = _worth(scenario, signing.after, name) - _worth(scenario, signing.before, name)
            assert gain >= need - _rounding(scenario)
            real = [line for line in party.red_lines if line.kind is not LineKind.BLUFF]
            assert not any(
                line.slot == term.slot and line.is_crossed_by(term.option)
                for line in real
                for term in terms
            )
            stands = terms_at_home(scenario, signing.after, name)
            assert home_votes(signing.after, party, stands) >= party.home.pass_mark


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_a_deal_costs_nobody_else_anything_but_those_who_dislike_a_term_of_it(seed: int) -> None:
    scenario = whole_table(seed, bare=True)
    _, signings = played_alone(scenario, seed)
    for signing in signings:
        for party in scenario.delegations:
            if party.id in signing.signers:
                continue
            dislikes = any(
                min(party.valuations.get(promise.term.slot, (0,))) < 0
                for promise in signing.promises
            )
            before = _worth(scenario, signing.before, party.id)
            after = _worth(scenario, signing.after, party.id)
            assert dislikes or after >= before - _rounding(scenario)


@given(seeds)
@settings(max_examples=LEVELS, deadline=None)
def test_nothing_that_stands_is_sold_again(seed: int) -> None:
    _, signings = played_alone(whole_table(seed), seed)
    for signing in signings:
        stood = signing.before.ledger.deepest
        for promise in signing.promises:
            assert promise.term.option > stood.option(promise.term.slot)


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_only_a_broken_promise_lowers_what_stands(seed: int) -> None:
    scenario = whole_table(seed)
    ended, signings = played_alone(scenario, seed)
    states = [each.after for each in signings] + [ended]
    for before, after in itertools.pairwise(states):
        broken = {p.term.slot for p in after.ledger if p.status is PromiseStatus.BROKEN}
        for term in before.ledger.deepest:
            assert term.slot in broken or after.ledger.deepest.holds(term)


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_the_order_of_delegations_in_a_level_decides_no_first_deal(seed: int) -> None:
    scenario = whole_table(seed)
    parties = list(scenario.delegations)
    random.Random(seed).shuffle(parties)
    turned = replace(scenario, delegations=tuple(parties))
    one, other = (_first_deals(each, seed) for each in (scenario, turned))
    assert one == other


def _first_deals(scenario: Scenario, seed: int) -> frozenset[frozenset[str]]:
    """Return who signed in the first meeting in which anybody did."""
    _, signings = played_alone(scenario, seed)
    first = min((each.before.round for each in signings), default=-1)
    return frozenset(frozenset(each.signers) for each in signings if each.before.round == first)


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_whoever_approaches_a_person_would_sign(seed: int) -> None:
    scenario = whole_table(seed)
    rules, person = Rules(scenario), scenario.delegations[seed % len(scenario.delegations)].id
    state, events = rules.start(seed, (person,))
    while not state.finished:
        approaches = [event for event in events if isinstance(event, Approached)]
        assert len(approaches) <= MOST_APPROACHES
        for approach in approaches:
            maker = Talks(scenario, state, approach.delegation, person)
            assert maker.is_signable(approach.terms)
            assert judge(maker.table, maker.mood, approach.terms).verdict is Verdict.ACCEPT
        state, events = rules.apply(state, person, Hold())


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_a_person_is_bound_by_the_same_floor_as_a_computer(seed: int) -> None:
    scenario = whole_table(seed)
    rules, person = Rules(scenario), scenario.delegations[0].id
    state, _ = rules.start(seed, (person,))
    for party in scenario.delegations[1:]:
        talks = Talks(scenario, state, party.id, person)
        for row in random.Random(seed).sample(range(talks.table.grid.rows), 1):
            terms = talks.your_table.package_of(row)
            try:
                rules.apply(state, person, Offer(party.id, terms))
            except NotAllowed:
                continue
            assert talks.your_table.signable[row]


def test_random_tables_do_sign_deals() -> None:
    signed = [len(each.signers) for s in range(150) for each in played_alone(whole_table(s), s)[1]]
    assert signed.count(2) > 40
    assert signed.count(3) > 4
