"""What cannot work is found before anybody plays: one slip a case, in its place."""

import re
import zipfile
from pathlib import Path

import pytest

from game.letters import undrawable
from game.levels.check_all import check_paths
from game.levels.checks.issue_fields import check_agreements
from game.levels.checks.level_index import LevelIndex
from game.levels.finder import find_levels
from game.levels.findings import Severity
from game.levels.loader import load_level
from game.levels.problems import Problem
from game.levels.schema.fields import LEVEL_FILE
from game.levels.world_file import world_path
from game.paths import builtin_levels_dir
from tests.copying import copy_file
from tests.levels.breaking import copy_of_tianjin, line_of

HALF, LINK = 'label: "Half cancelled, 2060 in law"', "option: review}\n        points"
LINE = '{issue: coal_at_home, giver: china, never: none, kind: stated, said: "When'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return copy_of_tianjin(tmp_path)


def _found(place: Path, old: str, new: str) -> tuple[Problem, ...]:
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_paths([place]).problems


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("{id: half, label", "{id: pause, label", "id_twice", HALF),
        ("givers: [usa]", "givers: [usa, usa]", "id_twice", "givers: [usa, usa]"),
        ("- id: climate_first", "- id: industry_states", "id_twice", "id: industry_states"),
        (LINK, "option: as_today}\n        points", "linkage_of_today", "option: as_today}"),
        ("first: {issue: coal_abroad, giver: china, option: end}",
         "first: {issue: trade, giver: usa, option: ease}", "linkage_of_one", "option: ease}"),
        ("pass_mark: 50", "pass_mark: 0", "bad_value", "pass_mark: 0"),
        ("pass_mark: 50", "pass_mark: 500", "mark_out_of_reach", "pass_mark: 500"),
        ("seats: 40", "seats: 0.0004", "bad_value", "seats: 0.0004"),
        ("points: 3\n", "points: 99999999\n", "bad_value", "points: 99999999"),
        ("title: Twenty hours in Tianjin", 'title: "Ti\\u200bnjin"', "hidden_letter", "title:"),
        ("title: Twenty hours in Tianjin", 'title: "Ti\\0njin"', "hidden_letter", "title:"),
        ("minutes: 5", "minutes: 1_0", "bad_value", "minutes: 1_0"),
        ("minutes: 5", "minutes: 0b1", "bad_value", "minutes: 0b1"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_an_error_in_its_place(
    place: Path, old: str, new: str, code: str, at: str
) -> None:
    found = [p for p in _found(place, old, new) if p.code == code]
    assert [p.severity for p in found[:1]] == [Severity.ERROR]
    lines = (place / LEVEL_FILE).read_text(encoding="utf-8").splitlines()
    assert at in lines[found[0].line - 1]
    assert found[0].hint


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("value_of_no_deal: 4", "value_of_no_deal: 4 # not 3", None),
        ("title: Twenty hours in Tianjin", "title: Talk #1 of 3", "cut_off"),
        ("minutes: 5", "minutes: 010", "leading_zero"),
        ("place: Tianjin", "place: Tianjing", "place_unknown_near"),
        ("place: Tianjin", "place: Xyzzy", "place_unknown"),
        ("start: 2021-08-31", "start: 2015-09-01", "outside_world"),
        ("name: China\n", "name: United States\n", "same_name"),
        ("bloc: china\n    interests", "bloc: usa\n    interests", "same_bloc"),
        ("title: Twenty hours in Tianjin", "title: שלום", "no_face"),
        ("title: Twenty hours in Tianjin", "title: Tianjin 🌍", "no_face"),
        (f"- {LINE}", f'- {LINE[:-5]}X."}}\n      - {LINE}', "lines_on_one_slot"),
    ],
)
def test_what_is_hardly_meant_is_a_warning_and_can_be_played(
    place: Path, old: str, new: str, code: str | None
) -> None:
    found = [p for p in _found(place, old, new) if p.severity is not Severity.NOTE]
    assert {p.code for p in found if p.file.endswith(LEVEL_FILE)} == ({code} if code else set())
    load_level(place)


def test_a_bluff_beside_a_line_that_is_meant_is_no_slip(place: Path) -> None:
    bluff = LINE.replace("never: none, kind: stated", "never: half, kind: bluff")
    found = _found(place, f"- {LINE}", f'- {bluff} we say."}}\n      - {LINE}')
    assert [p for p in found if p.file.endswith(LEVEL_FILE)] == []


def test_a_value_of_no_deal_above_all_deals_keeps_everybody_from_joining(place: Path) -> None:
    text = (place / LEVEL_FILE).read_text(encoding="utf-8")
    start = text.index("- id: china\n")
    line = next(part for part in text[start:].splitlines() if "value_of_no_deal" in part)
    found = _found(place, line, "    value_of_no_deal: 200")
    assert {"no_deal_out_of_reach", "joins_out_of_reach"} <= {p.code for p in found}


@pytest.mark.parametrize(("text", "number"), [("5e1", 50), ("0x1F", 31), ("0o17", 15), ("+7", 7)])
def test_numbers_are_those_of_yaml_1_2(place: Path, text: str, number: int) -> None:
    _found(place, "pass_mark: 50", f"pass_mark: {text}")
    assert load_level(place).field.delegations[0].home.pass_mark == number


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mine/level.yml", "misnamed"),
        ("mine/Level.yaml", "misnamed"),
        ("mine/level.yaml.txt", "misnamed"),
        ("pack-main/mine/level.yaml", "nested"),
        ("level.yaml", "loose"),
    ],
)
def test_what_was_meant_as_a_level_is_named_with_its_remedy(
    tmp_path: Path, name: str, code: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    copy_file(builtin_levels_dir() / "tianjin" / LEVEL_FILE, file)
    (tmp_path / "__MACOSX" / "mine").mkdir(parents=True)
    (tmp_path / "__MACOSX" / "mine" / "level.yaml").write_text("", encoding="utf-8")
    (missed,) = [entry for entry in find_levels(tmp_path) if entry.level is None]
    assert [(p.file, p.code) for p in missed.problems] == [(str(file), code)]
    if name != "level.yaml":
        assert [(p.file, p.code) for p in check_paths([tmp_path]).problems] == [(str(file), code)]


def test_a_packed_level_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as packed:
        packed.writestr("mine/level.yaml", "")
    (missed,) = [entry for entry in find_levels(tmp_path) if entry.level is None]
    assert missed.problems[0].code == "packed"


def test_an_own_level_behind_a_shipped_one_says_so(tmp_path: Path) -> None:
    copy_of_tianjin(tmp_path)
    (own,) = [entry for entry in find_levels(tmp_path) if entry.path.parent == tmp_path]
    assert [p.code for p in own.problems] == ["hidden_by_shipped"]


def test_an_own_world_with_the_name_of_a_shipped_one_says_so(place: Path) -> None:
    own = world_path(place.parent, "autumn_2021")
    own.parent.mkdir()
    copy_file(world_path(builtin_levels_dir(), "autumn_2021"), own)
    assert [p.code for p in load_level(place).warnings] == []
    own.write_text(own.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    assert [p.code for p in load_level(place).warnings] == ["world_hides_shipped"]


def test_a_level_with_too_many_agreements_says_so_once() -> None:
    field = load_level(builtin_levels_dir() / "glasgow").field
    everybody = [party.id for party in field.delegations]
    options = field.issues[0].options[:1] * 6
    issues = [i.model_copy(update={"givers": everybody, "options": options}) for i in field.issues]
    index = LevelIndex(field.model_copy(update={"issues": issues}), None, "glasgow")
    (finding,) = check_agreements(index)
    assert finding.fields["pairs"] == len(everybody) * (len(everybody) - 1) // 2


def test_a_world_that_leaves_the_model_is_an_error(place: Path) -> None:
    own = world_path(place.parent, "autumn_2021")
    own.parent.mkdir()
    text = world_path(builtin_levels_dir(), "autumn_2021").read_text(encoding="utf-8")
    drained = re.sub(r"land_use: \{[^}]*\}", "land_use: {2021: -20, 2100: -20}", text, count=6)
    own.write_text(drained, encoding="utf-8")
    errors = [p for p in check_paths([place]).problems if p.severity is Severity.ERROR]
    assert [(p.code, p.line) for p in errors] == [
        ("world_outside_model", line_of(place, "world: autumn_2021"))
    ]


def test_letters_of_the_faces_are_those_that_font_tools_read() -> None:
    from fontTools.ttLib import TTFont

    from game import letters

    for package, name in (letters.LATIN, letters.LATIN_SERIF, letters.CHINESE):
        path = Path(str(letters.files(package) / name))
        assert letters.code_points(path.read_bytes()) == frozenset(TTFont(path).getBestCmap())


def test_greek_and_cyrillic_can_be_drawn_and_hebrew_cannot() -> None:
    assert undrawable("CO₂ – Ελλάδα Россия 中国") == []
    assert undrawable("ab שלום") == [3, 4, 5, 6]
