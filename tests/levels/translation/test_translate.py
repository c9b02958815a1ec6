"""A level in another language: what its file says is shown, what it says wrongly is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.levels.check_all import check_paths
from game.levels.findings import Severity
from game.levels.loader import Level, load_level
from game.levels.problems import Problem
from game.levels.translation.translate import text_file
from game.paths import builtin_levels_dir
from game.texts import Texts
from tests.commands.asking import Ask
from tests.copying import copy_folder
from tests.levels.breaking import copy_of_tianjin


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = copy_of_tianjin(tmp_path)
    shutil.rmtree(folder / "texts", ignore_errors=True)
    (folder / "texts").mkdir()
    return folder


def write(place: Path, text: str | bytes, language: str = "fr") -> Path:
    file = text_file(place, language)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def problems(place: Path, texts: Texts) -> list[Problem]:
    return [p for p in check_paths([place], texts).problems if p.severity is not Severity.NOTE]


def told(place: Path) -> Level:
    return load_level(place).in_language("fr")


def test_words_are_found_by_ids_wherever_they_stand_in_the_level(place: Path) -> None:
    write(
        place,
        "title: Vingt heures\n"
        "issues: {trade: {options: {ease: Assouplies}}}\n"
        "rounds: {last_hours: {cable: L'avion attend.}}\n"
        "delegations:\n"
        "  china:\n"
        "    name: Chine\n"
        "    red_lines: [À nous d'en décider.]\n"
        "    home: {body: Direction, factions: {growth: {because: {coal_at_home: Courant.}}}}\n"
        "news: {floods: {text: Des inondations.}}\n"
        "debrief: {questions: ['Laquelle ?']}\n",
    )
    level = told(place)
    scenario = level.scenario()
    china = scenario.delegation("china")
    assert (level.title, china.name, china.home.body) == ("Vingt heures", "Chine", "Direction")
    assert scenario.issue("trade").options[3].label == "Assouplies"
    assert scenario.rounds[2].cable == "L'avion attend."
    assert china.red_lines[0].said == "À nous d'en décider."
    assert china.home.factions[0].because == {"coal_at_home": "Courant."}
    assert scenario.news_item("floods").text == "Des inondations."
    assert level.field.debrief.questions[0] == "Laquelle ?"


def test_what_is_not_translated_is_said_as_the_level_says_it(place: Path) -> None:
    write(place, "title: Vingt heures\n")
    written, level = load_level(place), told(place)
    assert level.field.teaches == written.field.teaches
    assert level.field.delegations == written.field.delegations
    assert written.in_language("es") is written


def test_a_translation_changes_no_figure_and_no_hash(place: Path) -> None:
    before = load_level(place).hash
    copy_folder(builtin_levels_dir() / "tianjin" / "texts", place / "texts")
    level = told(place)
    assert level.hash == load_level(place).hash == before
    assert level.original.title == "Twenty hours in Tianjin"
    for there, here in zip(
        level.original.scenario().delegations, level.scenario().delegations, strict=True
    ):
        assert (there.valuations, there.value_of_no_deal) == (
            here.valuations,
            here.value_of_no_deal,
        )


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "says"),
    [
        ("titel: Vingt\n", 1, 1, "unknown_near", "title"),
        ("title: x\nissues:\n  coal_abrod: {title: x}\n", 3, 3, "unknown_near", "coal_abroad"),
        ("issues:\n  trade:\n    options: {eas: x}\n", 3, 15, "unknown_near", "ease"),
        ("issues: {zebra: x}\n", 1, 10, "unknown", "coal_at_home, coal_abroad, trade"),
        ("briefing: [a, b, c, d]\n", 1, 21, "unknown", "0, 1, 2"),
        ("title: 5\n", 1, 8, "bad_text", "title"),
        (f"title: {'x' * 121}\n", 1, 8, "bad_text", "120"),
        ("title: {a: b}\n", 1, 1, "bad_text", "title"),
        ("issues: Sujets\n", 1, 1, "not_a_branch", "issues"),
        ("title: [a\n", 2, 1, "comma_or_bracket", ""),
        ("title: &a x\n", 1, 8, "anchor", ""),
        ("title: a\ntitle: b\n", 2, 1, "key_twice", "title"),
        (b"title: \xff\xfe\n", 1, 8, "not_utf8", ""),
    ],
)
def test_a_slip_is_named_with_its_place_and_left_out(
    place: Path, texts: Texts, text: str | bytes, line: int, column: int, code: str, says: str
) -> None:
    file = write(place, text)
    (problem,) = problems(place, texts)
    assert (problem.file, problem.line, problem.column) == (str(file), line, column)
    assert (problem.code, problem.severity) == (code, Severity.WARNING)
    assert says in f"{problem.message} {problem.hint}"
    assert told(place).title in ("Twenty hours in Tianjin", "x")


def test_what_is_missing_is_a_note_that_names_the_topmost_part(place: Path, texts: Texts) -> None:
    write(place, "title: Vingt heures\nissues: {trade: {title: Limites}}\n")
    notes = [p for p in check_paths([place], texts).problems if p.severity is Severity.NOTE]
    named = [note.message.split(" is not")[0] for note in notes]
    assert "delegations" in named
    assert "issues.coal_abroad" in named
    assert "issues.trade.about" in named
    assert "issues.coal_abroad.title" not in named


def test_what_the_level_itself_leaves_out_is_not_missing_and_may_still_be_said(
    place: Path, texts: Texts
) -> None:
    write(place, "delegations: {china: {name: Chine}}\n")
    notes = [p.message.split(" is not")[0] for p in check_paths([place], texts).problems]
    assert "delegations.china.office" in notes
    assert "delegations.china.letters" not in notes
    write(place, "delegations: {china: {letters: CN}}\n")
    letters = {party.id: party.letters for party in told(place).scenario().delegations}
    assert letters == {"usa": "", "china": "CN"}
    write(place, "delegations: {china: {letters: C N}}\n")
    (problem,) = problems(place, texts)
    assert problem.code == "bad_text"


def test_a_file_for_a_language_the_game_lacks_is_named(place: Path, texts: Texts) -> None:
    write(place, "title: Zwanzig Stunden\n", "de")
    (problem,) = problems(place, texts)
    assert problem.code == "no_such_language"
    assert "zh_Hans" in problem.hint


def test_a_link_out_of_the_folder_is_not_followed(
    place: Path, texts: Texts, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("title: Vingt heures\n", encoding="utf-8")
    text_file(place, "fr").symlink_to(elsewhere)
    assert [p.code for p in problems(place, texts)] == ["link"]
    assert told(place).title == "Twenty hours in Tianjin"


def test_the_list_of_levels_is_in_the_systems_language_and_json_is_not(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "Vingt heures à Tianjin" in ask("levels").out
    assert "Twenty hours in Tianjin" in ask("levels", "--format", "json").out
    assert "Il n’y a pas de niveau" in ask("play", "nowhere").err
