"""A game's story counts what its events said."""

import pickle
from dataclasses import replace

import pytest

from game.bots.deal_usage import usage_of
from game.bots.simulation import Crew, Game, Played
from game.levels.loader import Level
from tests.bots.games import game, story
from tests.sharing import shipped_level

BYTES_OF_A_SMALL_RECORD = 4000


@pytest.fixture(scope="module")
def level() -> Level:
    return shipped_level("glasgow")


@pytest.fixture(scope="module")
def played(level: Level) -> list[Played]:
    with Crew(level, jobs=1) as crew:
        return list(crew.play([Game("planner", seed) for seed in range(5)]))


def test_deals_are_with_someone_on_something_in_some_round(
    level: Level, played: list[Played]
) -> None:
    assert any(sum(each.story.deals_by_round) for each in played)
    for each in played:
        told = each.story
        assert len(told.deals_by_round) == len(level.scenario().rounds)
        assert bool(told.agreed) == bool(told.delegations) == (sum(told.deals_by_round) > 0)
        assert {agreed.round for agreed in told.agreed} == {
            place for place, deals in enumerate(told.deals_by_round) if deals
        }


def test_an_offer_is_refused_at_most_once(played: list[Played]) -> None:
    for each in played:
        offers = dict(each.story.offers)
        for party in offers:
            refused = sum(n for why, n in each.story.refusals if why.delegation == party)
            assert refused <= offers[party]


def test_who_joins_on_the_score_card_is_who_is_not_blocked_in_the_story(
    level: Level, played: list[Played]
) -> None:
    for each in played:
        assert each.card.joined == len(level.scenario().others) - len(each.story.blocked)


def test_a_game_is_small_to_hand_from_process_to_process(played: list[Played]) -> None:
    assert all(len(pickle.dumps(each)) < BYTES_OF_A_SMALL_RECORD for each in played)
    assert pickle.loads(pickle.dumps(played)) == played


def test_usage_adds_stories_up(level: Level) -> None:
    scenario = level.scenario()
    issue, party = scenario.issues[0], scenario.others[0].id
    deal = story(
        (issue.id, issue.givers[0], 1, 0),
        deals=(1, 0, 0, 0, 0, 0, 1),
        partners=[party],
        offers={party: 3},
        refusals={(party, "no_deal", ""): 1},
        blocked=[(party, "no_deal")],
    )
    none = story(deals=(0,) * 7)
    usage = usage_of(scenario, [game(None, deal), game(None, none)])
    use = usage.party(party)
    assert (use.offered, use.dealt, use.joined) == (0.5, 0.5, 0.5)
    assert (use.offers, use.refusals, dict(use.binding())) == (3, 1, {"no_deal": 1})
    assert usage.deals_by_round == (0.5, 0, 0, 0, 0, 0, 0.5)
    assert usage.issues[0].agreed == 0.5
    assert [use.issue for use in usage.unused_issues] == [i.id for i in scenario.issues[1:]]
    assert [use.party for use in usage.unused_parties] == [p.id for p in scenario.others[1:]]
    every = sum(len(i.givers) * (len(i.options) - 1) for i in scenario.issues)
    assert len(usage.steps_never_agreed) == every - 1


def test_only_a_game_of_several_rounds_can_be_closed_in_the_last() -> None:
    assert story(deals=(0, 0, 2)).all_in_last_round
    for deals in ((1, 0, 2), (0, 0, 0), (2,)):
        assert not replace(story(), deals_by_round=deals).all_in_last_round
