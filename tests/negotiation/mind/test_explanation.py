"""What a no says is true: what it says would flip the answer flips it, every time."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from game.negotiation.mind.explanation import offer_after
from game.negotiation.model.actions import Offer
from game.negotiation.model.replies import Constraint, Explanation, Obstacle, Verdict
from game.negotiation.model.scenario import Delegation, LineKind, RedLine, Scenario
from game.negotiation.model.updates import standing_of
from game.negotiation.rules.rules import Rules
from tests.examples import examples
from tests.negotiation.scenarios import YOU, any_offer, positions, scenario_of

CASES = examples(3_000)


def test_what_is_said_of_each_change_is_what_comes_of_it_in_many_cases() -> None:
    flips = told = 0
    seed = 0
    while told < CASES:
        seed += 1
        scenario = scenario_of(seed)
        rules, rng = Rules(scenario), random.Random(seed)
        for state in positions(scenario, seed, turns=8):
            made = any_offer(rng, scenario, state)
            if made is None:
                continue
            action, answered = made
            reply = standing_of(answered, action.delegation, YOU).last_reply
            if reply is None or reply.explanation is None:
                continue
            for change in reply.explanation.changes:
                again = Offer(action.delegation, offer_after(change, action.terms))
                after, _ = rules.apply(state, YOU, again)
                second = standing_of(after, action.delegation, YOU).last_reply
                assert second is not None
                assert second.verdict is change.verdict
                if change.remaining is not None:
                    why = second.explanation
                    assert why is not None
                    assert change.remaining == Obstacle(why.constraint, why.slot)
                told += 1
                flips += change.verdict is Verdict.ACCEPT
    assert flips > CASES // 20


def test_changes_are_on_different_terms_the_decisive_ones_first_then_by_what_they_gain() -> None:
    seen = 0
    for _, _, why in _first_refusals(1_500):
        changes = why.changes
        assert len(changes) <= 3
        assert len({change.after.slot for change in changes}) == len(changes)
        ranks = [(change.verdict is not Verdict.ACCEPT) for change in changes]
        assert ranks == sorted(ranks)
        others = [change.gain for change in changes if change.verdict is not Verdict.ACCEPT]
        assert others == sorted(others, reverse=True)
        assert all(0 < change.gain <= why.gap for change in changes)
        seen += len(changes)
    assert seen > 100


def test_a_refusal_names_the_line_that_is_crossed_never_a_bluff() -> None:
    quoted = 0
    for scenario, action, why in _first_refusals(2_500, _with_bluffs_first):
        if why.constraint is not Constraint.RED_LINE:
            continue
        asked = next((t.option for t in action.terms if t.slot == why.slot), 0)
        crossed = [
            index
            for index, line in enumerate(scenario.delegation(action.delegation).red_lines)
            if line.slot == why.slot
            and line.kind is not LineKind.BLUFF
            and not line.lowest <= asked <= line.highest
        ]
        assert why.line == crossed[0]
        quoted += 1
    assert quoted > 20


def _first_refusals(
    seeds: int, as_changed: Callable[[Scenario], Scenario] = lambda scenario: scenario
) -> Iterator[tuple[Scenario, Offer, Explanation]]:
    """Return an offer in the first position of each of so many levels, where the answer is no."""
    for seed in range(seeds):
        scenario = as_changed(scenario_of(seed))
        state, _ = Rules(scenario).start(seed)
        made = any_offer(random.Random(seed), scenario, state)
        if made is not None:
            action, answered = made
            reply = standing_of(answered, action.delegation, YOU).last_reply
            if reply is not None and reply.explanation is not None:
                yield scenario, action, reply.explanation


def _with_bluffs_first(scenario: Scenario) -> Scenario:
    """Every line has words of its own, and a stricter bluff on the same slot before it."""

    def lines_of(party: Delegation) -> tuple[RedLine, ...]:
        meant = [
            replace(line, said=f"{line.kind} {number}")
            for number, line in enumerate(party.red_lines)
        ]
        bluffs = [
            replace(line, lowest=0, highest=0, kind=LineKind.BLUFF, said="bluff") for line in meant
        ]
        return tuple(line for pair in zip(bluffs, meant, strict=True) for line in pair)

    parties = (replace(party, red_lines=lines_of(party)) for party in scenario.delegations)
    return replace(scenario, delegations=tuple(parties))
