"""Slips that authors make, each told once, in its place, in plain words and with the remedy."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from game.levels.check_all import check_paths
from game.levels.checks.field_errors import Contents, misfits, place
from game.levels.findings import Severity
from game.levels.problems import Problem, report
from game.levels.schema.fields import LEVEL_FILE, LevelField
from game.levels.yaml_document import Document, parse_document
from game.paths import builtin_levels_dir
from game.texts import Texts
from tests.levels.breaking import copy_of_tianjin

TIANJIN = (builtin_levels_dir() / "tianjin" / LEVEL_FILE).read_text(encoding="utf-8")
GIVES = "      trade: {usa: [0, -1, -4, -9]}\n"
CUT = "cut_gtco2e_2030: [0, 0.15, 0.35, 0.7]"
WORDS = Texts.load()


def _problems(folder: Path, old: str, new: str) -> list[Problem]:
    assert old in TIANJIN, old
    level = copy_of_tianjin(folder)
    (level / LEVEL_FILE).write_text(TIANJIN.replace(old, new, 1), encoding="utf-8")
    return list(check_paths([level], WORDS).problems)


@pytest.mark.parametrize(
    ("old", "new", "says", "hint"),
    [
        ("minutes: 5", "minutes: 5%", "minutes must be a whole number", "60%"),
        ("end: 2021-09-01", "end: 2021-09-31", '"2021-09-31" is not a day', "2021-09-17"),
        ("end: 2021-09-02", "end: 2021-08-02", "2021-08-02, before it begins", ""),
        ("start: 2021-09-02", "start: 2021-08-02", "2021-08-31", "order of their dates"),
        ("title: Twenty hours in Tianjin", "title: 2021", "title must be text", "quotes"),
        ("closes: second_day", "closes: Day 2", "coal_abroad.closes", "small letters"),
        ("interests:", "intrests:", 'delegations.usa has no field "intrests"', '"interests"'),
        ("    actions: 3\n", "\tactions: 3\n", "a tab", "spaces"),
        ("title: The last hours", "title: Last: hours", "a colon", "quotes"),
        ("label: All stay", "label: All: stay", "a colon", "quotes"),
        ("0.45}", "0,45}", 'goals has no field "45"', "0.6"),
        ("givers: [china]", "givers: [chna]", '"chna"', '"china"'),
        ("where: hub_table", "where: hub_tables", "hints.sit_down.where", '"hub_table"'),
        ("domain: trade", "domain: money", "issues.trade.domain", "finance"),
        ("opening_share: 0.7", "opening_share: 45", "at most 1", ""),
        (GIVES, GIVES.replace("-1, -4", "-4, -1"), '"review" than at "talks"', "linkages"),
        (GIVES, GIVES.replace("[0", "[2"), "must be 0", "value_of_no_deal"),
        ("votes: 35", "votes: 45", "45 votes and 40 seats", "at most"),
        ("kind: sector_cut", "kind: sectr_cut", "effects.#1", '"sector_cut"'),
        ("{kind: sector_cut, ", "{", "of which kind", "sector_cut"),
        (CUT, CUT.replace("gtco2e", "gtco2"), "cut_gtco2_2030", '"cut_gtco2e_2030"'),
        (CUT, CUT.replace("0.7", "60"), "cut_gtco2e_2030.#4 must be at most 20", ""),
        ("          because:\n            coal_at_home", "          because:\n            coal",
         '"coal"', "coal_at_home"),
        ("briefing:\n", "briefing: hello\nnews_: []\nx:\n", "briefing must be a list", "- "),
        ("name: United States", 'name: ""', "delegations.usa.name is empty", ""),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_plain_words(
    tmp_path: Path, old: str, new: str, says: str, hint: str
) -> None:
    first = _problems(tmp_path, old, new)[0]
    assert first.severity is Severity.ERROR
    assert says in first.message
    assert hint in first.hint
    assert "level." not in first.message + first.hint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("interests:", "intrests:"),
        ("givers: [china]", "givers: [chna]"),
        (CUT, CUT.replace("gtco2e", "gtco2")),
        (CUT, CUT.replace("0.7", "60")),
        ("kind: sector_cut", "kind: sectr_cut"),
    ],
)
def test_one_slip_is_one_problem(tmp_path: Path, old: str, new: str) -> None:
    assert len(_problems(tmp_path, old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("cut_2030_gtco2e: 0.45", "cut_2030_gtco2e: 6", "goal_out_of_reach"),
        (GIVES, "", "costs_nothing"),
        ("likes: [pressing]", "likes: []", "liked_by_none"),
        ("likes: [tied_hands]", "likes: [pressing, tied_hands]", "liked_by_several"),
        ('    sources: [{name: "Washington Post and', '    # [{name: "Washington Post and',
         "no_source"),
    ],
)  # fmt: skip
def test_what_can_be_played_but_is_hardly_meant_is_a_warning(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    (problem,) = _problems(tmp_path, old, new)
    assert (problem.severity, problem.code) == (Severity.WARNING, code)


def test_an_issue_may_be_called_as_a_kind_of_effect_is(tmp_path: Path) -> None:
    problem = _problems(tmp_path, "coal_abroad: {china: [0, 5, 11]}", "cap: {china: [0, x, 11]}")[0]
    assert "delegations.usa.values.cap.china.#2" in problem.message


def test_the_names_in_a_hint_stand_there_once(tmp_path: Path) -> None:
    problems = _problems(tmp_path, "  - id: last_hours", "  - id: second_day")
    assert all(problem.hint.count("second_day,") <= 1 for problem in problems)


def test_a_place_is_told_by_ids_and_else_by_number() -> None:
    data = {"a": [{"id": "x", "b": [[1], {"id": 3}]}]}
    assert place(("a", 0, "b", 1, "id"), data) == "a.x.b.#2.id"
    assert place(("a", 7), data) == "a.#8"
    assert Contents(data).place(()) == "level.yaml"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "issue", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), junk=JUNK)
def test_whatever_is_put_anywhere_every_error_has_words_of_its_own(
    data: st.DataObject, junk: object
) -> None:
    document: Any = parse_document(TIANJIN).data
    around, key = document, data.draw(st.sampled_from(sorted(document)))
    while isinstance(around[key], dict | list) and around[key] and data.draw(st.booleans()):
        around = around[key]
        places = sorted(around) if isinstance(around, dict) else range(len(around))
        key = data.draw(st.sampled_from(list(places)))
    around[key] = junk
    try:
        LevelField.model_validate(document)
    except ValidationError as wrong:
        found = misfits(wrong.errors(include_url=False), Contents(document))
        assert found
        for misfit in found:
            assert misfit.key != "level.field.bad_value", misfit
            told = report(misfit, Document(Path()), WORDS)
            assert told.message
            assert told.hint
