"""Slips in whom promises reach end in a sentence, with line and remedy, and never in a fault."""

from pathlib import Path

import pytest

from game.levels.check_all import check_paths
from game.levels.schema.fields import LEVEL_FILE
from game.paths import builtin_levels_dir
from tests.copying import copy_file

TO = "    to: [india, islands, africa, forest]\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "whole_table"
    place.mkdir()
    copy_file(builtin_levels_dir() / "whole_table" / LEVEL_FILE, place / LEVEL_FILE)
    return place


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("format: 2", "format: 1", {"table_needs_format"}),
        ("table: whole", "table: hub", {"reach_of_other_table"}),
        (TO, "", {"no_partner"}),
        (TO, "    to: [usa]\n", {"no_partner"}),
        (TO, "    to: [mars, india, islands, africa, forest]\n", {"unknown"}),
        (TO, "    to: [india, india, islands, africa, forest]\n", {"id_twice"}),
        ("    reach: partner\n", "    reach: partner\n    share: 0.5\n", {"share_without_split"}),
        ("    reach: partner\n", "    reach: all\n", {"no_partner_asked"}),
        ("    record: 2\n", "    record: 2\n    wants: {gold: {mars: 2}}\n", {"unknown"}),
        ("    record: 2\n", "    record: 2\n    wants: {finance: {india: 2}}\n", {"unknown"}),
    ],
)
def test_a_slip_in_whom_a_promise_reaches_is_told(
    place: Path, old: str, new: str, codes: set[str]
) -> None:
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    errors = [each for each in check_paths([place]).problems if each.severity == "error"]
    assert {each.code.removesuffix("_near") for each in errors} == codes
    assert all(each.hint for each in errors)
    assert all(each.line > 1 for each in errors if each.code != "table_needs_format")
