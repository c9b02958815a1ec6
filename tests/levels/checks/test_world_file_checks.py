"""World files of a modder's own: wrong ones are answered with places in them, none is half read."""

from pathlib import Path

import pytest

from game.levels.findings import Severity
from game.levels.loader import load_level
from game.levels.problems import Problem
from game.levels.schema.fields import LEVEL_FILE
from game.levels.world_file import world_path
from game.paths import builtin_levels_dir
from tests.copying import copy_file
from tests.levels.breaking import copy_of_tianjin, problems_of

WORLD = "autumn_2021"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    own = world_path(tmp_path, WORLD)
    own.parent.mkdir()
    copy_file(world_path(builtin_levels_dir(), WORLD), own)
    return copy_of_tianjin(tmp_path)


def _after(place: Path, old: str, new: str) -> list[tuple[int, Problem]]:
    """Every problem, each with the line that was changed."""
    file = world_path(place.parent, WORLD)
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    line = text[: text.index(old)].count("\n") + 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = problems_of(place)
    assert {Path(problem.file) for problem in problems} == {file}
    return [(line, problem) for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("      coal_power: {2021", "      coal_pwer: {2021", "unknown_near", "coal_power"),
        ("{2021: 0.930,", "{abc: 0.930,", "no_year", "abc"),
        ("{2021: 0.930,", "{20211: 0.930,", "no_year", "20211"),
        ("{2021: 0.930,", "{2021: much,", "bad_value", "blocs.usa.sectors.coal_power.2021"),
        ("{2021: 0.930, 2030: 0.577, 2050: 0.233, 2100: 0.047}", "{}", "bad_value", "coal_power"),
        ("    kind: party", "    kind: partie", "bad_value", "party"),
        ("    kind: party", "    kinds: party", "unknown_field", "kind"),
        ("gas: co2_fossil, name: Coal", "gas: co2_fosil, name: Coal", "bad_value", "co2_fossil"),
        ("{id: other_fossil,", "{id: coal_power,", "id_twice", "coal_power"),
        ("blocs:\n", "bloc:\n", "unknown_field", "autumn_2021.yaml"),
        ("blocs:\n", "blocs: [\n", "comma_or_bracket", ""),
    ],
)  # fmt: skip
def test_a_slip_in_a_world_is_told_with_its_line(
    place: Path, old: str, new: str, code: str, says: str
) -> None:
    found = _after(place, old, new)
    assert any(
        problem.code == code and says in problem.message + problem.hint for _, problem in found
    ), [problem for _, problem in found]
    if code != "comma_or_bracket":
        assert all(problem.line == line for line, problem in found if problem.code == code)
    assert all("pydantic" not in problem.message for _, problem in found)


def test_a_world_without_fossil_carbon_has_nowhere_to_count_what_is_taken_out(place: Path) -> None:
    file = world_path(place.parent, WORLD)
    text = file.read_text(encoding="utf-8").replace("gas: co2_fossil", "gas: ch4")
    file.write_text(text, encoding="utf-8")
    found = [p.code for p in problems_of(place) if p.severity is Severity.ERROR]
    assert found == ["no_fossil_sector"]


def test_a_level_and_a_world_whose_lines_end_otherwise_are_the_same_level(place: Path) -> None:
    before = load_level(place).hash
    for file in (place / LEVEL_FILE, world_path(place.parent, WORLD)):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_level(place).hash == before == load_level(builtin_levels_dir() / "tianjin").hash
