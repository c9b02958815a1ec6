"""`levels --format json` and `schema`: what scripts and editors read of levels and worlds."""

import json
from pathlib import Path

from game.levels.check_all import check_paths
from game.levels.loader import load_level
from game.levels.schema.fields import LEVEL_FILE
from game.levels.world_file import WorldField
from tests.commands.asking import Ask
from tests.levels.breaking import copy_of_tianjin

ABOUT = 'author: A class of Lyon\nversion: "1.2"\nlicence: CC BY 4.0\n'


def test_scripts_read_the_seats_and_the_kind_of_table_of_every_level(ask: Ask) -> None:
    levels = json.loads(ask("levels", "--format", "json").out)["levels"]
    assert levels[0]["id"] == "tianjin"
    assert levels[0]["seats"] == ["usa", "china"]
    for level in levels:
        assert len(level["seats"]) == level["delegations"]
        table = "whole" if level["id"] == "whole_table" else "hub"
        assert (level["table"], level["clauses"]) == (table, 0)
        assert (level["author"], level["version"]) == (None, None)


def test_a_level_can_name_its_author_version_and_licence(tmp_path: Path) -> None:
    file = copy_of_tianjin(tmp_path) / LEVEL_FILE
    written = file.read_text(encoding="utf-8")
    file.write_text(written + ABOUT, encoding="utf-8")
    field = load_level(file.parent).field
    assert (field.author, field.version, field.licence) == ("A class of Lyon", "1.2", "CC BY 4.0")
    file.write_text(written + ABOUT.replace('"1.2"', f'"{"1" * 21}"'), encoding="utf-8")
    (problem,) = check_paths([file.parent]).problems
    assert "version is too long" in problem.message


def test_the_schema_of_a_world_explains_every_field(ask: Ask) -> None:
    printed = json.loads(ask("schema", "--world").out)
    assert set(printed["properties"]) == set(WorldField.model_fields)
    for part in (printed, *(x for x in printed["$defs"].values() if "properties" in x)):
        assert all(field.get("description") for field in part["properties"].values()), part
