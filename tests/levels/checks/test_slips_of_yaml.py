"""Slips that a YAML parser has no plain words for: told where they are, with what to do."""

from pathlib import Path

import pytest

from game.levels.check_all import check_paths
from game.levels.problems import Problem
from game.levels.schema.fields import LEVEL_FILE
from game.texts import Texts
from tests.levels.breaking import copy_of_tianjin

WORDS = Texts.load()
TITLE = "title: Twenty hours in Tianjin"
ROUND = "    title: The last hours"


def _first(folder: Path, old: str, new: str) -> tuple[Problem, str]:
    """Return the first problem after a slip, and the file as it then is."""
    place = copy_of_tianjin(folder)
    text = (place / LEVEL_FILE).read_text(encoding="utf-8")
    assert old in text, old
    slipped = text.replace(old, new, 1)
    (place / LEVEL_FILE).write_bytes(slipped.encode("utf-8", "surrogateescape"))
    return check_paths([place], WORDS).problems[0], slipped


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (TITLE, "title: 'The EU's tenth'", "apostrophe", "s tenth'"),
        (TITLE, 'title: "He said "no""', "quotes_inside", 'no""'),
        (ROUND, ROUND[1:], "indentation", "title: The last hours"),
        (ROUND, f" {ROUND}", "runs_on", ": The last hours"),
        (ROUND, f"{ROUND}\n    - odd", "entry_among_fields", "- odd"),
        (ROUND, ROUND[2:], "field_among_entries", "title: The last hours"),
        ("givers: [china]", "givers: [china", "comma_or_bracket", ""),
        (TITLE, "title: @home", "first_letter", "@home"),
        (TITLE, 'title: "C:\\dir"', "backslash", "dir"),
        (TITLE, "title: The\x07 last", "control_character", "\x07"),
        (TITLE, "title: Caf\udce9", "not_utf8", "\udce9"),
    ],
)  # fmt: skip
def test_a_slip_of_form_is_told_where_it_is_with_its_remedy(
    tmp_path: Path, old: str, new: str, code: str, at: str
) -> None:
    problem, text = _first(tmp_path, old, new)
    assert problem.code == code
    assert problem.hint
    assert "<" not in problem.message
    if at:
        assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(at)


@pytest.mark.parametrize(
    ("old", "new", "says", "hint"),
    [
        (TITLE, "title: 20230206", "title must be text", '"20230206"'),
        (TITLE, "title: true", "title must be text", '"true"'),
        (TITLE, "title: ~", "title has no value", "null"),
        (TITLE, "title: [a, b]", "title must be one text", "no list"),
        ("start: 2021-09-02", "start: 20210902", '"20210902" is not a day', "2021-09-17"),
        ("closes: second_day", "closes: 2", "cannot be the name", "small letters"),
        ("givers: [china]", "givers: [7]", "cannot be the name", "small letters"),
        ("minutes: 5", "minutes: 1e3", "must be a whole number", "6e1"),
        ("minutes: 5", "minutes:", "minutes has no value", "colon"),
        ("opening_share: 0.7", "opening_share: 45%", "must be a number", "-2"),
    ],
)
def test_the_remedy_of_a_value_is_one_that_works(
    tmp_path: Path, old: str, new: str, says: str, hint: str
) -> None:
    problem, _ = _first(tmp_path, old, new)
    assert says in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("old", "new"),
    [("minutes: 5", "minutes: soon"), ("domain: trade", "domain: tread"), (TITLE, "title: 5")],
)
def test_the_column_is_that_of_the_value(tmp_path: Path, old: str, new: str) -> None:
    problem, text = _first(tmp_path, old, new)
    value = new.partition(": ")[2]
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(value)


def test_an_option_whose_id_stands_there_twice_is_told_once(tmp_path: Path) -> None:
    place = copy_of_tianjin(tmp_path)
    text = (place / LEVEL_FILE).read_text(encoding="utf-8")
    text = text.replace("{id: half, label", "{id: none, label", 1)
    (place / LEVEL_FILE).write_text(text, encoding="utf-8")
    assert {problem.code for problem in check_paths([place]).problems} == {"id_twice"}


def test_every_sentence_on_a_level_has_a_remedy() -> None:
    rooms = ("level.yaml.", "level.field.", "level.check.", "level.told.", "level.near_miss.")
    said = {key for key in WORDS.keys() if key.startswith(rooms)}  # noqa: SIM118
    assert {key for key in said if not key.endswith(".hint") and f"{key}.hint" not in said} == set()
