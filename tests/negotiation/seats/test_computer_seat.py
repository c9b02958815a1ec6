"""Any seat can be held by a person, a bot or the computer, and sees only what it may."""

import pickle
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.negotiation.model.actions import Answer, Hold, NotAllowed, Offer
from game.negotiation.model.scenario import Delegation, Scenario
from game.negotiation.model.serial import state_hash
from game.negotiation.model.state import State
from game.negotiation.rules.rules import Rules
from game.negotiation.seats.computer_seat import ComputerDelegation
from game.negotiation.seats.public_level import legal_for
from tests.negotiation.scenarios import LEVELS, YOU, any_action, scenario_of, seeds

SECRET = 7_654_321


def _played(scenario: Scenario, seed: int, held: tuple[str, ...]) -> list[State]:
    """Play a random player against computer seats, some of them asked through their observation."""
    rules, rng = Rules(scenario), random.Random(seed)
    seats = {name: (ComputerDelegation(), legal_for(scenario, name)) for name in held}
    state, _ = rules.start(seed, held)
    found = [state]
    for _ in range(16):
        if state.finished:
            break
        try:
            state, _ = rules.apply(state, YOU, any_action(rng, scenario, state))
        except NotAllowed:
            continue
        for name, (mind, legal) in seats.items():
            answer = mind.act(rules.observe(state, name), legal, random.Random(0))
            if isinstance(answer, Answer):
                state, _ = rules.apply(state, name, answer)
        found.append(state)
    return found


@given(seeds)
@settings(max_examples=LEVELS // 2, deadline=None)
def test_the_computer_answers_alike_from_the_rules_and_from_its_own_seat(seed: int) -> None:
    scenario = scenario_of(seed)
    others = tuple(party.id for party in scenario.others)
    from_rules, from_seats = (_played(scenario, seed, held) for held in ((), others))
    assert len(from_rules) == len(from_seats)
    for one, other in zip(from_rules, from_seats, strict=True):
        assert one.ledger == other.ledger
        assert [s.counter for s in one.standings] == [s.counter for s in other.standings]
        assert [s.last_reply for s in one.standings] == [s.last_reply for s in other.standings]


def _marked(party: Delegation) -> Delegation:
    """Return the same party with private figures that cannot come about by chance."""
    factions = tuple(
        replace(
            group,
            votes=SECRET,
            seats=SECRET,
            terms={s: (0, *(SECRET for _ in v[1:])) for s, v in group.terms.items()},
        )
        for group in party.home.factions
    )
    return replace(
        party,
        value_of_no_deal=SECRET,
        valuations={s: (0, *(SECRET for _ in v[1:])) for s, v in party.valuations.items()},
        linkages=tuple(replace(link, points=SECRET) for link in party.linkages),
        home=replace(party.home, factions=factions),
        personality=replace(party.personality, opening_share=SECRET, patience=SECRET),
    )


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_no_private_figure_of_another_is_in_what_any_seat_sees(seed: int) -> None:
    scenario = scenario_of(seed)
    for looking in scenario.delegations:
        for other in scenario.delegations:
            if other.id == looking.id:
                continue
            parties = tuple(_marked(p) if p.id == other.id else p for p in scenario.delegations)
            rules = Rules(replace(scenario, delegations=parties))
            state, _ = rules.start(seed)
            seen = pickle.dumps(rules.observe(state, looking.id))
            assert SECRET.to_bytes(3, "little") not in seen


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_what_a_seat_sees_comes_back_from_a_pickle_as_it_was(seed: int) -> None:
    scenario = scenario_of(seed)
    state = _played(scenario, seed, ())[-1]
    seen = Rules(scenario).observe(state, YOU)
    again = pickle.loads(pickle.dumps(seen))
    assert again.parties == seen.parties
    assert again.home == seen.home


@given(seeds)
@settings(max_examples=LEVELS // 4, deadline=None)
def test_an_estimate_of_a_home_holds_the_truth_and_talks_only_narrow_it(seed: int) -> None:
    from game.negotiation.model.actions import TalkPrivately
    from game.negotiation.model.home import home_votes

    scenario = replace(
        scenario_of(seed),
        rounds=tuple(replace(meeting, actions=9) for meeting in scenario_of(seed).rounds),
    )
    rules = Rules(scenario)
    state, _ = rules.start(seed)
    for party in scenario.others:
        low, high = -(10**9), 10**9
        for _ in range(4):
            home = rules.observe(state, YOU).party(party.id).home
            assert home.low <= home_votes(state, party, ()) <= home.high
            assert low <= home.low <= home.high <= high
            low, high = home.low, home.high
            try:
                state, _ = rules.apply(state, YOU, TalkPrivately(party.id))
            except NotAllowed:
                break


def test_a_held_seat_answers_before_the_round_can_end_and_never_below_its_floor() -> None:
    refused: list[str] = []
    for seed in range(150):
        scenario = scenario_of(seed)
        rules, rng = Rules(scenario), random.Random(seed)
        other = scenario.others[0].id
        state, _ = rules.start(seed, (other,))
        for _ in range(12):
            action = any_action(rng, scenario, state)
            if not isinstance(action, Offer) or action.delegation != other:
                continue
            try:
                asked, _ = rules.apply(state, YOU, action)
            except NotAllowed:
                continue
            with pytest.raises(NotAllowed, match="answer_awaited"):
                rules.apply(asked, YOU, Hold())
            try:
                signed, _ = rules.apply(asked, other, Answer(YOU, accepts=True))
            except NotAllowed as no:
                refused.append(no.code)
            else:
                assert signed.ledger.in_force(YOU, other)
            break
    assert len(refused) > 20
    assert set(refused) <= {"beyond_your_line", "fails_at_your_home", "worse_than_no_deal"}


def test_the_same_game_has_the_same_positions_whoever_looks_at_it() -> None:
    scenario = scenario_of(7)
    first, second = (_played(scenario, 7, ()) for _ in range(2))
    assert [state_hash(s) for s in first] == [state_hash(s) for s in second]
