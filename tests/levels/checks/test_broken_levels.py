"""Broken and malicious levels: each is answered with a place, a sentence, and nothing is run."""

import time
from copy import deepcopy
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.levels import yaml_document as positions
from game.levels.finder import find_levels
from game.levels.loader import load_level
from game.levels.schema.fields import LEVEL_FILE
from game.paths import builtin_levels_dir
from tests.commands.asking import Ask
from tests.levels.breaking import broken, copy_of_tianjin, line_of, problems_of


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return copy_of_tianjin(tmp_path)


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow", "whole_table"])
def test_the_shipped_levels_have_no_problem_at_all(level_id: str) -> None:
    assert load_level(builtin_levels_dir() / level_id).warnings == ()


def test_a_copied_level_loads_from_anywhere(place: Path) -> None:
    assert load_level(place).title == "Twenty hours in Tianjin"


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "says"),
    [
        ("red_lines:\n      - {issue", "red_line:\n      - {issue", "unknown_field", "red_line:",
         "red_line"),
        ("minutes: 5", "minutes: soon", "bad_value", "minutes:", "minutes"),
        ("minutes: 5", "minutes: 0", "bad_value", "minutes:", "minutes"),
        ("minutes: 5\n", "", "missing_field", "format:", "minutes"),
        ("never: none", "never: nune", "unknown_near", "never: nune", "nune"),
        ("you: usa", "you: usb", "unknown_near", "you:", "usb"),
        ("closes: second_day", "closes: secondday", "unknown_near", "closes: secondday",
         "secondday"),
        ("trade: {usa: [0, -1, -4, -9]}", "trade: {usa: [0, -1, -4]}", "wrong_count",
         "trade: {usa: [0, -1, -4]}", "4"),
        ("world: autumn_2021", "world: autumn_2031", "no_world", "world:", "autumn_2031"),
        ("bloc: emerging", "bloc: merging", "unknown_near", "bloc: merging", "merging"),
        ("id: tianjin", "id: other", "id_not_folder", "id: other", "other"),
        ("pass_mark: 50", "pass_mark: .nan", "not_finite", "pass_mark: .nan", ""),
        ("pass_mark: 50", "pass_mark: .inf", "not_finite", "pass_mark: .inf", ""),
        ("round: second_day, where: hub_probe", "round: secondday, where: hub_probe",
         "unknown_near", "where: hub_probe", "secondday"),
        ("where: hub_probe", "where: hub_prob", "bad_value", "where: hub_prob", "hub_prob"),
        ("where: hub_probe", "where: table_term", "hint_needs_term", "id: listen", "listen"),
        ("option: talks}\n    text", "option: talk}\n    text", "unknown_near", "option: talk}",
         "talk"),
        ("id: listen", "id: send", "id_twice", "round: second_day, where: hub_probe", "send"),
        ("pass_mark: 50", "pass_mark: true", "bad_value", "pass_mark: true", "pass_mark"),
        ("goals: {joins: 1,", "goals: {joins: 1, joins: 2,", "key_twice", "goals:", "joins"),
        ("never: none", "never: as_planned", "lines_leave_nothing", "never: as_planned", "china"),
        ("never: none", "never: half, at_least: none", "lines_leave_nothing", "at_least: none",
         "coal_at_home"),
        ("net_zero_year: [null, null, 2060, 2060]", "net_zero_year: [2060, null, 2060, 2060]",
         "net_zero_without_limit", "net_zero_year: [2060", "2060"),
        ("net_zero_year: [null, null, 2060, 2060]", "net_zero_year: [null, null, 2030, 2060]",
         "net_zero_too_early", "net_zero_year: [null, null, 2030", "2030"),
        ("net_zero_year: [null, null, 2060, 2060]", "net_zero_year: [null, null, 2060]",
         "wrong_count", "net_zero_year: [null, null, 2060]", "3 figures"),
    ],
)  # fmt: skip
def test_a_slip_is_found_at_its_line(
    place: Path, old: str, new: str, code: str, at: str, says: str
) -> None:
    found = [p for p in broken(place, old, new) if p.code == code]
    assert found, problems_of(place)
    assert found[0].line == line_of(place, at)
    assert found[0].column >= 1
    assert says in found[0].message
    assert "validation error" not in found[0].message


def test_a_slip_of_spelling_is_answered_with_what_was_meant(place: Path) -> None:
    (problem,) = broken(place, "never: none", "never: nune")
    assert "none" in problem.hint


def test_all_problems_are_named_at_once_in_the_order_of_lines(place: Path) -> None:
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace("minutes: 5", "minutes: soon").replace("order: 1", "order: first")
    file.write_text(text.replace("domain: trade", "domain: tread"), encoding="utf-8")
    found = problems_of(place)
    assert len(found) == 3
    assert [p.line for p in found] == sorted(p.line for p in found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""),
        ("just a sentence\n", ""),
        ("- a\n- list\n", ""),
        ("a: [1, 2\nb: }\n", "comma_or_bracket"),
        ("a: &x [1]\nb: *x\n", "anchor"),
        ("a: !!python/object/apply:os.system ['touch HACKED']\n", "tag"),
        ("a: !custom 3\n", "tag"),
        ("[" * 3000 + "]" * 3000, "too_deep"),
        ("{a: " * 500 + "1" + "}" * 500, "too_deep"),
        ("a: 1\na: 2\n", "key_twice"),
        ("? [a, b]\n: 1\n", ""),
        ("a: \x00\n", "control_character"),
        ("%YAML 9.9\n---\na: 1\n", ""),
        ("a: 1\n---\nb: 2\n", ""),
    ],
)
def test_a_hostile_file_is_refused_quickly_and_runs_nothing(
    place: Path, text: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (place / LEVEL_FILE).write_text(text, encoding="utf-8")
    started = time.process_time()  # its own, whatever else the machine does
    found = problems_of(place)
    assert time.process_time() - started < 5.0
    assert found
    assert all(problem.message for problem in found)
    assert code in {"", *(problem.code for problem in found)}
    assert not (tmp_path / "HACKED").exists()


def test_more_agreements_than_can_be_looked_over_are_refused_before_they_fill_the_memory(
    place: Path,
) -> None:
    file = place / LEVEL_FILE
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    coal = next(issue for issue in document["issues"] if issue["id"] == "coal_at_home")
    both = {"givers": ["usa", "china"], "effects": []}
    document["issues"] += [deepcopy({**coal, "id": f"more_{n}", **both}) for n in range(5)]
    file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    found = [p for p in problems_of(place) if p.code == "too_many_agreements"]
    assert len(found) == 1
    assert str(3 * 4**12) in found[0].message


def test_aliases_that_explode_are_refused_before_they_do(place: Path) -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (place / LEVEL_FILE).write_text("\n".join(lines), encoding="utf-8")
    assert problems_of(place)[0].code == "anchor"


def test_a_huge_file_is_refused_unread(place: Path) -> None:
    with (place / LEVEL_FILE).open("a", encoding="utf-8") as file:
        file.truncate(40_000_000)
    assert problems_of(place)[0].code == "too_large"


def test_a_binary_file_is_refused(place: Path) -> None:
    (place / LEVEL_FILE).write_bytes(bytes(range(256)) * 4)
    assert problems_of(place)[0].code in {"not_utf8", "control_character"}


@pytest.mark.parametrize("world", ["../../../etc/passwd", "/etc/passwd", "..", "a/b", "CON "])
def test_a_world_cannot_climb_out_of_the_levels(place: Path, world: str) -> None:
    found = broken(place, "world: autumn_2021", f'world: "{world}"')
    assert any("world" in problem.message for problem in found)
    assert not any("root:" in problem.message + problem.hint for problem in found)


def test_a_link_out_of_the_folder_is_refused(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yaml"
    (place / LEVEL_FILE).rename(target)
    (place / LEVEL_FILE).symlink_to(target)
    assert problems_of(place)[0].code == "link"


def test_a_missing_file_is_said_to_be_missing(place: Path) -> None:
    (place / LEVEL_FILE).unlink()
    assert problems_of(place)[0].code == "missing"


def test_the_list_shows_a_broken_level_with_its_reasons(place: Path) -> None:
    broken(place, "never: none", "never: nune")
    entry = next(e for e in find_levels(place.parent) if e.path == place)
    assert entry.level is None
    assert "nune" in entry.problems[0].message


def test_check_answers_with_places_and_hints(place: Path, ask: Ask) -> None:
    broken(place, "never: none", "never: nune")
    answer = ask("check", place)
    assert answer.code == 1
    first, hint = answer.out.splitlines()[:2]
    line = line_of(place, "never: nune")
    assert first.startswith(f"{place / LEVEL_FILE}:{line}:")
    assert ": error: " in first
    assert hint.startswith("    ")
    assert "Traceback" not in answer.err


def test_check_takes_a_file_a_folder_and_a_folder_of_levels(place: Path, ask: Ask) -> None:
    for path in (place, place / LEVEL_FILE, place.parent):
        assert ask("check", path, "--format", "json").code == 0
    nothing = ask("check", place.parent / "nowhere")
    assert nothing.code == 2
    assert "nowhere" in nothing.err


def test_play_refuses_a_broken_level_with_its_problems(place: Path, ask: Ask) -> None:
    broken(place, "never: none", "never: nune")
    answer = ask("simulate", place, "--bot", "random", "--games", "1")
    assert answer.code == 1
    assert "nune" in answer.err


@given(at=st.integers(0, 2_500), put=st.sampled_from([*"{}[]:,#\"'|>-%@`&*!?\t\n 0é", ""]))
@settings(max_examples=60, deadline=None)
def test_both_readers_of_yaml_say_the_same_of_a_file_wherever_it_is_broken(
    at: int, put: str
) -> None:
    written = (builtin_levels_dir() / "tianjin" / LEVEL_FILE).read_text(encoding="utf-8")
    text = written[:at] + put + (written[at + 1 : 3_000] if put else "")
    said = []
    for reader in (positions.FASTEST, yaml.SafeLoader):
        with patch.object(positions, "FASTEST", reader):
            try:
                said.append(positions.parse_document(text))
            except positions.Unreadable as broken:
                said.append(broken.findings)
    assert said[0] == said[1]


@pytest.mark.parametrize("path", sorted(builtin_levels_dir().rglob("*.yaml")), ids=lambda p: p.name)
def test_both_readers_of_yaml_read_the_same_in_every_shipped_file(path: Path) -> None:
    fast = positions.read_document(path)
    with patch.object(positions, "FASTEST", yaml.SafeLoader):
        assert positions.read_document(path) == fast
