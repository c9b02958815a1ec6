"""Advice names what happened in the games, and only where a target is missed."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.bots.balance_advice import advise, notes
from game.bots.balance_targets import (
    BETTER,
    NEVER,
    ONE_STYLE_BAND,
    PASS_BANDS,
    TRICK_BAND,
    Check,
    Unit,
)
from game.bots.contest import Contest
from game.bots.deal_usage import usage_of
from game.bots.goal_thresholds import better_goals, missing_cuts, shortfall_of
from game.bots.remedies import Advice, Facts
from game.bots.simulation import Played
from game.bots.statistics import Measured
from game.bots.style import Style, grid
from game.negotiation.model.replies import Constraint
from game.negotiation.model.scenario import Goals, LineKind, RedLine, Scenario, Slot
from game.texts import Texts
from tests.bots.games import card, game, story
from tests.catalogue import sentences_in_catalogue
from tests.negotiation.scenarios import scenario_of

YOU, PARTY, ISSUE = "you", "party_0", "issue_0"


@pytest.fixture
def level() -> Scenario:
    """Three meetings, several parties; an issue both sides can give; goals of two and 1 Gt."""
    seeds = (scenario_of(seed) for seed in range(200))
    found = next(
        s
        for s in seeds
        if len(s.others) == 3 and len(s.issues) > 1 and {YOU, PARTY} <= set(s.issues[0].givers)
    )
    cuts = {Slot(ISSUE, PARTY): (0, 200, 500, 900)[: len(found.issues[0].options)]}
    return replace(found, goals=Goals(2, 1.0), cut_mtco2e_2030=cuts)


def _facts(
    level: Scenario,
    games: Mapping[str, Sequence[Played]],
    contest: Contest | None = None,
) -> Facts:
    plain = {name: [game()] for name in ("random", "greedy", "trader", "planner", "waiter")}
    every = {**plain, **games}
    usage = usage_of(level, [each for played in every.values() for each in played])
    styles = contest or Contest({Style(): [game()]})
    return Facts(level, every, styles, usage, None)


def _check(
    kind: str, *names: str, value: float, unit: Unit = Unit.SHARE, low: float | None = None
) -> Check:
    bands = {
        "trick": TRICK_BAND,
        "one_style": ONE_STYLE_BAND,
        "closing_last": NEVER,
        "below_floor": NEVER,
        "unused": NEVER,
        "above": BETTER,
        "apart": BETTER,
    }
    band = PASS_BANDS[names[0]] if kind == "passes" else bands[kind]
    measured = Measured(value, value if low is None else low, value)
    return Check(kind, names, unit, measured, band, whole_interval=kind == "apart")


def _codes(advice: Sequence[Advice]) -> list[str]:
    return [each.code for each in advice]


def test_a_target_that_is_met_needs_no_advice(level: Scenario) -> None:
    assert advise(_facts(level, {}), _check("passes", "planner", value=0.9)) == ()


@pytest.mark.parametrize("constraint", list(Constraint))
def test_a_delegation_that_never_joins_is_named_with_what_binds_it(
    level: Scenario, constraint: Constraint
) -> None:
    issue = ISSUE if constraint is Constraint.RED_LINE else ""
    bound = {
        (PARTY, str(constraint), issue): 3,
        (PARTY, "aspiration" if issue else "red_line", ""): 1,
    }
    refused = story(offers={PARTY: 4}, refusals=bound, blocked=[(PARTY, "no_deal")])
    facts = _facts(level, {"planner": [game(card(joined=1, cut=2.0), refused)]})
    first, second = advise(facts, _check("passes", "planner", value=0.0))
    assert (first.code, first.fields["player"]) == ("fails_by_joins", "planner")
    assert second.code == f"party_{constraint}"
    assert second.fields["party"] == level.delegation(PARTY).name
    assert second.fields["part"] == 0.75
    if issue:
        assert second.fields["issue"] == level.issue(ISSUE).title


def test_a_delegation_nobody_asks_is_told_from_one_whose_deal_falls_short(level: Scenario) -> None:
    blocked = [(party.id, "no_deal") for party in level.others]
    unasked = _facts(level, {"planner": [game(card(joined=0, cut=2.0), story(blocked=blocked))]})
    dealt = story(
        partners=[PARTY], offers={PARTY: 1}, blocked=[(PARTY, "deal_fell_short")], deals=(1, 0, 0)
    )
    short = _facts(level, {"planner": [game(card(joined=0, cut=2.0), dealt)]})
    check = _check("passes", "planner", value=0.0)
    assert _codes(advise(unasked, check)) == ["fails_by_joins", "party_never_asked"]
    assert _codes(advise(short, check)) == ["fails_by_joins", "party_falls_short"]


def test_too_small_a_cut_names_the_issue_that_is_missing(level: Scenario) -> None:
    missing = _facts(level, {"planner": [game(card(joined=3, cut=0.2))]})
    check = _check("passes", "planner", value=0.0)
    first, second = advise(missing, check)
    assert (first.code, second.code) == ("fails_by_cut", "issue_never_offered")
    assert first.fields["reached"] == pytest.approx(0.2)
    assert second.fields["issue"] == level.issue(ISSUE).title


def test_a_cut_that_is_agreed_but_shallow_says_how_much_is_left(level: Scenario) -> None:
    level = replace(
        level,
        delegations=tuple(replace(party, red_lines=()) for party in level.delegations),
    )
    shallow = story((ISSUE, PARTY, 1, 0), partners=[PARTY], offers={PARTY: 1}, deals=(1, 0, 0))
    facts = _facts(level, {"planner": [game(card(joined=3, cut=0.2), shallow)]})
    _, second = advise(facts, _check("passes", "planner", value=0.0))
    deepest = level.cut_mtco2e_2030[Slot(ISSUE, PARTY)][-1]
    assert second.code == "issue_shallow"
    assert second.fields["missing"] == pytest.approx((deepest - 200) / 1000)


def test_what_a_real_red_line_forbids_is_not_missed_and_what_a_bluff_forbids_is(
    level: Scenario,
) -> None:
    slot = Slot(ISSUE, PARTY)
    cuts = level.cut_mtco2e_2030[slot]
    for kind, missed in ((LineKind.HIDDEN, cuts[1]), (LineKind.BLUFF, cuts[-1])):
        line = RedLine(slot, 0, 1, kind, "")
        parties = [
            replace(p, red_lines=(line,) if p.id == PARTY else ()) for p in level.delegations
        ]
        lined = replace(level, delegations=tuple(parties))
        assert missing_cuts(lined, [game()]) == {slot: missed}


def test_a_broken_promise_names_the_issue_and_the_home(level: Scenario) -> None:
    broken = story((ISSUE, YOU, 1, 0), broken=[Slot(ISSUE, YOU)])
    facts = _facts(level, {"greedy": [game(card(joined=3, cut=2.0), broken)]})
    (only,) = advise(facts, _check("passes", "greedy", value=0.0))
    assert only.code == "fails_by_broken"
    assert only.fields["issue"] == level.issue(ISSUE).title
    assert only.fields["body"] == level.delegation(YOU).home.body


def test_a_promise_that_another_party_breaks_is_not_the_players(level: Scenario) -> None:
    theirs = game(card(joined=3, cut=2.0), story(broken=[Slot(ISSUE, PARTY)]))
    assert shortfall_of(level, [theirs]).worst == ""


def test_chance_that_passes_too_often_names_who_lets_it(level: Scenario) -> None:
    won = game(card(passed=True), story(partners=[PARTY]))
    lost = game(card(), story(partners=["party_1"]))
    facts = _facts(level, {"random": [won, won, lost, lost, lost]})
    (only,) = advise(facts, _check("passes", "random", value=0.4))
    assert (only.code, only.fields["party"]) == ("soft_party", level.delegation(PARTY).name)
    assert only.fields["share"] == 1.0


def test_giving_in_that_passes_names_what_is_given_too_cheaply(level: Scenario) -> None:
    won = game(card(passed=True), story((ISSUE, YOU, 1, 0), (ISSUE, PARTY, 1, 0)))
    facts = _facts(level, {"pushover": [won]})
    (only,) = advise(facts, _check("passes", "pushover", value=1.0))
    assert (only.code, only.fields["issue"]) == ("gives_freely", level.issue(ISSUE).title)


def test_waiting_that_pays_names_the_door_that_stands_open(level: Scenario) -> None:
    late = game(card(50), story((ISSUE, PARTY, 1, 2), deals=(0, 0, 1), partners=[PARTY]))
    facts = _facts(level, {"waiter": [late]}, Contest({Style(waits=1.0): [late]}))
    for check in (
        _check("trick", "waiter", "trader", value=1.0),
        _check("closing_last", value=0.5),
    ):
        (only,) = advise(facts, check)
        assert (only.code, only.fields["issue"]) == ("last_door", level.issue(ISSUE).title)


def test_a_trick_that_makes_no_deal_points_at_the_honest_trader(level: Scenario) -> None:
    facts = _facts(level, {"spammer": [game()], "trader": [game(card(joined=0, cut=2.0))]})
    advice = advise(facts, _check("trick", "spammer", "trader", value=1.0))
    assert _codes(advice)[:2] == ["honesty_earns_little", "fails_by_joins"]
    assert advice[1].fields["player"] == "trader"


def test_the_habit_of_the_leading_style_is_named(level: Scenario) -> None:
    winner, loser = Style(presses=3), Style(presses=0)
    contest = Contest({winner: [game(card(60))], loser: [game(card(10))]})
    (only,) = advise(_facts(level, {}, contest), _check("one_style", value=1.0))
    assert (only.code, only.fields) == ("style_presses", {"setting": "3", "share": 1.0})


def test_intervals_that_touch_ask_for_more_games_and_a_wrong_order_for_a_change(
    level: Scenario,
) -> None:
    facts = _facts(level, {"greedy": [game()] * 50})
    touching = advise(facts, _check("apart", "greedy", "planner", value=0.1, low=-0.1))
    assert _codes(touching) == ["more_games"]
    assert touching[0].fields["games"] == 200  # intervals half as wide: four times the games
    wrong = advise(facts, _check("apart", "greedy", "planner", value=-0.1))
    assert wrong[0].code == "order"


def test_what_nobody_uses_is_named_with_its_reason(level: Scenario) -> None:
    line = (PARTY, "red_line", ISSUE)
    refused = story(offered=[Slot(ISSUE, PARTY)], offers={PARTY: 2}, refusals={line: 2})
    facts = _facts(level, {name: [game(None, refused)] for name in ("random", "planner")})
    advice = advise(facts, _check("unused", value=5))
    by_issue = {each.fields.get("issue"): each.code for each in advice if "issue_" in each.code}
    assert by_issue[level.issue(ISSUE).title] == "issue_red_line"
    assert by_issue[level.issues[1].title] == "issue_never_offered"
    assert [each for each in notes(facts) if each.code == "party_red_line"]


def test_waiting_that_pays_more_than_its_share_is_noted(level: Scenario) -> None:
    def contest(late_score: int) -> Contest:
        late = [game(card(late_score + seed)) for seed in range(9)]
        return Contest({Style(): [game(card(50 + n)) for n in range(9)], Style(waits=0.5): late})

    codes = [_codes(notes(_facts(level, {}, contest(score)))) for score in (60, 40)]
    assert ["waiting_pays" in each for each in codes] == [True, False]


def test_goals_are_proposed_that_part_good_play_from_bad(level: Scenario) -> None:
    def games(joined: int, *cuts: float) -> list[Played]:
        return [game(card(joined=joined, cut=cut)) for cut in cuts]

    played = {
        "random": games(1, *[0.2] * 20),
        "greedy": games(3, *[0.3] * 10, *[0.6] * 10),
        "planner": games(3, *[0.3] * 2, *[0.8] * 18),
    }
    bands = {name: PASS_BANDS[name] for name in played}
    found = better_goals(level, played, bands)  # nobody reaches the 1.0 Gt of the level
    assert found is not None
    assert found.goals == Goals(2, 0.6)
    assert found.pass_rates == {"random": 0.0, "greedy": 0.5, "planner": 0.9}
    fair = replace(level, goals=found.goals)
    assert better_goals(fair, played, bands) is None


def test_few_games_propose_no_goals(level: Scenario) -> None:
    assert better_goals(level, {"planner": [game(card(joined=3))]}, PASS_BANDS) is None


def test_every_piece_of_advice_has_a_sentence_and_every_sentence_is_given(
    project_root: Path,
) -> None:
    asked = set()
    for file in ("balance_advice.py", "remedies.py"):
        tree = ast.parse((project_root / "game" / "bots" / file).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Advice":
                code = node.args[0]
                parts = code.values if isinstance(code, ast.JoinedStr) else ast.walk(code)
                asked |= {p.value for p in parts if isinstance(p, ast.Constant) and p.value}
    asked -= {"trick_", "style_"}
    asked |= {"trick_spammer", "trick_fake_conceder", *(f"style_{knob}" for knob in _grid_knobs())}
    start = "cli.balance.advice."
    english = sentences_in_catalogue(project_root / "assets" / "translations" / "en")
    assert asked == {key.removeprefix(start) for key in english if key.startswith(start)}


def _grid_knobs() -> set[str]:
    styles = list(grid())
    return {knob for knob in vars(Style()) if len({getattr(s, knob) for s in styles}) > 1}


def test_advice_reads_as_a_sentence(level: Scenario, texts: Texts) -> None:
    bound = {(PARTY, "home_vote", ""): 3}
    refused = story(offers={PARTY: 3}, refusals=bound, blocked=[(PARTY, "no_deal")])
    facts = _facts(level, {"planner": [game(card(joined=1, cut=2.0), refused)]})
    for advice in advise(facts, _check("passes", "planner", value=0.0)):
        sentence = texts(f"cli.balance.advice.{advice.code}", **advice.fields)
        assert sentence.endswith(".")
