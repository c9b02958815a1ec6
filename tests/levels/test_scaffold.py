"""A new level is a whole, playable copy with every field explained, or it is not there at all."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from game.levels.finder import find_levels, folders_in
from game.levels.loader import Level, load_level
from game.levels.scaffold import SCHEMA_FILE, NoNewLevel, new_level
from game.levels.schema import fields
from game.levels.schema.commented import left_out
from game.levels.schema.fields import LEVEL_FILE
from game.levels.schema.json_schema import schema
from game.levels.translation.translate import check_texts
from game.levels.yaml_document import parse_document
from game.paths import builtin_levels_dir
from game.texts import Texts
from tests.copying import copy_folder
from tests.levels.breaking import copy_of_tianjin

SHIPPED = sorted(folder.name for folder in folders_in(builtin_levels_dir()))
WORDS = Texts.load()


def _shipped(name: str) -> Level:
    return load_level(builtin_levels_dir() / name)


def _data(folder: Path) -> dict[str, object]:
    data = parse_document((folder / LEVEL_FILE).read_bytes().decode()).data
    assert isinstance(data, dict)
    return data


def test_every_field_of_a_level_has_an_explanation() -> None:
    models = [
        model
        for model in vars(fields).values()
        if isinstance(model, type) and issubclass(model, BaseModel) and model.model_fields
    ]
    unexplained = [
        (model.__name__, name)
        for model in models
        for name, info in model.model_fields.items()
        if not info.description
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_says_what_its_source_says_under_a_name_of_its_own(
    name: str, tmp_path: Path
) -> None:
    source = _shipped(name)
    copy = load_level(new_level(source, "heat_of_2023", tmp_path, WORDS))
    assert copy.warnings == source.warnings == ()
    assert (copy.id, copy.title, copy.field.order) == ("heat_of_2023", "Heat of 2023", 100)
    own = {"id": source.id, "title": source.title, "order": source.field.order}
    assert copy.field.model_copy(update=own) == source.field


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_explains_each_field_once_used_or_not(name: str, tmp_path: Path) -> None:
    source = _shipped(name)
    text = (new_level(source, "mine", tmp_path, WORDS) / LEVEL_FILE).read_text(encoding="utf-8")
    said = " ".join(line.strip().lstrip("# ") for line in text.splitlines())
    for model in (fields.LevelField, fields.IssueField, fields.DeckField, fields.PersonalityField):
        for info in model.model_fields.values():
            assert info.description is not None
            assert info.description in said
    assert said.count("what it takes to pass") == 1


def test_a_copy_tells_editors_how_to_check_it(tmp_path: Path) -> None:
    copy = new_level(_shipped("tianjin"), "mine", tmp_path, WORDS)
    first = (copy / LEVEL_FILE).read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(f"$schema={SCHEMA_FILE}")
    assert json.loads((copy / SCHEMA_FILE).read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("title", ["|\n  Two\n", ">-\n  Two\n  lines\n\n", "'Two\n\n  lines'\n"])
def test_a_title_over_several_lines_is_replaced_whole(title: str, tmp_path: Path) -> None:
    folder = copy_of_tianjin(tmp_path)
    file = folder / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Twenty hours in Tianjin\n", title), encoding="utf-8")
    copy = load_level(new_level(load_level(folder), "mine", tmp_path, WORDS))
    assert copy.title == "Mine"
    about_title = fields.LevelField.model_fields["title"].description
    assert f"# {about_title}" in (copy.path / LEVEL_FILE).read_text(encoding="utf-8")


def test_what_a_level_leaves_out_is_told_by_its_path() -> None:
    comments = " ".join(left_out(_shipped("tianjin").field))
    assert "# issues[].opens: " in comments
    about_odds = fields.CardField.model_fields["odds"].description
    assert f"# decks[].cards[].odds: {about_odds}" in comments
    assert "issues[].closes" not in comments


def test_a_copy_comes_with_its_translations(tmp_path: Path) -> None:
    copy = load_level(new_level(_shipped("tianjin"), "mine", tmp_path, WORDS))
    french = copy.in_language("fr")
    assert french.title == "Mine"
    assert (
        french.field.rounds[0].title == _shipped("tianjin").in_language("fr").field.rounds[0].title
    )
    assert check_texts(copy.field, copy.path, WORDS) == []


def test_a_copy_stands_behind_the_tutorial(tmp_path: Path) -> None:
    new_level(_shipped("tianjin"), "a_first", tmp_path, WORDS)
    found = [entry.id for entry in find_levels(tmp_path)]
    assert found[0] == "tianjin"
    assert "a_first" in found


@pytest.mark.parametrize("name", ["", "Tianjin", "2021", "a-b", "../x", "a/b", "a" * 41, "é"])
def test_a_name_that_cannot_be_one_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NoNewLevel, match=re.escape(WORDS("level.new.bad_id", id=name))):
        new_level(_shipped("tianjin"), name, tmp_path / "levels", WORDS)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(NoNewLevel, match="already something"):
        new_level(_shipped("tianjin"), "mine", tmp_path, WORDS)
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_name_of_a_level_that_comes_with_the_game_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoNewLevel, match=re.escape(WORDS("level.new.is_ours", id="glasgow"))):
        new_level(_shipped("tianjin"), "glasgow", tmp_path, WORDS)


def test_a_copy_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        new_level(_shipped("tianjin"), "mine", tmp_path, WORDS)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_copy_left_is_no_level(tmp_path: Path) -> None:
    copy_folder(builtin_levels_dir() / "tianjin", tmp_path / ".mine.4711")
    assert folders_in(tmp_path) == []


def test_a_world_beside_the_source_comes_along_but_hides_no_other(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    world = (builtin_levels_dir() / "_worlds" / "autumn_2021.yaml").read_bytes()
    (here / "_worlds").mkdir(parents=True)
    (here / "_worlds" / "autumn_2021.yaml").write_bytes(world + b"\n# changed\n")
    source = load_level(new_level(_shipped("tianjin"), "mine", here, WORDS))
    new_level(source, "yours", there, WORDS)
    assert (there / "_worlds" / "autumn_2021.yaml").read_bytes() == world + b"\n# changed\n"
    new_level(source, "again", there, WORDS)
    (there / "_worlds" / "autumn_2021.yaml").write_bytes(world)
    with pytest.raises(NoNewLevel, match="its own world file"):
        new_level(source, "hers", there, WORDS)
    assert not (there / "hers").exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    flow=st.sampled_from([True, False, None]),
    width=st.integers(20, 400),
    indent=st.integers(2, 9),
    ends=st.sampled_from(["\n", "\r\n", "\r", "\u2028"]),
    start=st.sampled_from(["", "---\n", "# mine\n\n"]),
)
def test_however_a_level_is_written_its_copy_says_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    flow: bool | None,
    width: int,
    indent: int,
    ends: str,
    start: str,
) -> None:
    data = _data(builtin_levels_dir() / "tianjin")
    text = yaml.safe_dump(
        data,
        default_flow_style=flow,
        width=width,
        indent=indent,
        allow_unicode=width % 2 == 0,
        sort_keys=indent % 2 == 0,
    )
    folder = tmp_path_factory.mktemp("levels") / "tianjin"
    folder.mkdir()
    (folder / LEVEL_FILE).write_bytes((start + text).replace("\n", ends).encode())
    copy = new_level(load_level(folder), "mine", folder.parent, WORDS)
    assert _data(copy) == {**_data(folder), "id": "mine", "title": "Mine", "order": 100}
    load_level(copy)


def test_translations_of_words_that_were_rewritten_are_told_of(tmp_path: Path) -> None:
    folder = new_level(_shipped("tianjin"), "my_level", tmp_path, WORDS)
    field = load_level(folder).field
    assert [p.code for p in check_texts(field, folder, WORDS) if p.code == "stale"] == []
    file = folder / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace('"My level"', '"An hour in class"', 1)
    file.write_text(text.replace("The aircraft is waiting.", "The train waits."), encoding="utf-8")
    found = [p for p in check_texts(load_level(folder).field, folder, WORDS) if p.code == "stale"]
    assert len(found) == 2 * len(list((folder / "texts").glob("*.yaml")))
    assert {p.message.split()[0] for p in found} == {"title", "rounds.last_hours.cable"}
    french = folder / "texts" / "fr.yaml"
    said = french.read_text(encoding="utf-8").replace('"My level"', '"Une heure"', 1)
    french.write_text(said, encoding="utf-8")
    found = [p for p in check_texts(load_level(folder).field, folder, WORDS) if p.code == "stale"]
    assert [p.message.split()[0] for p in found if "fr.yaml" in p.file] == [
        "rounds.last_hours.cable"
    ]
