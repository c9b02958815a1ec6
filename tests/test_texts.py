"""Sentences are found by key, filled safely, and written the way of the reader's language."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.texts import (
    MissingField,
    MissingText,
    TextError,
    Texts,
    as_told,
    available_languages,
    translations_dir,
)
from tests.copying import copy_folder

ENGLISH = """
msgid "hub.title"
msgstr "The hub"

msgid "hub.actions_left"
msgid_plural "hub.actions_left"
msgstr[0] "{n} action left"
msgstr[1] "{n} actions left"

msgid "hub.warming"
msgstr "{warming_c:.1f} °C in {year}"

msgid "hub.only_english"
msgstr "Said in English"
"""

POLISH = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

msgid "hub.title"
msgstr "Centrum"

msgid "hub.actions_left"
msgid_plural "hub.actions_left"
msgstr[0] "{n} akcja"
msgstr[1] "{n} akcje"
msgstr[2] "{n} akcji"

msgid "hub.warming"
msgstr "W roku {year}: {warming_c:.1f} °C"

msgid "hub.only_english"
msgstr ""
"""  # noqa: E501  (the plural rule is one line in every Polish catalogue)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in (("en", ENGLISH), ("pl", POLISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "ui.po").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_key_gives_its_sentence(folder: Path) -> None:
    assert Texts.load("en", folder)("hub.title") == "The hub"


@pytest.mark.parametrize(
    ("language", "n", "sentence"),
    [
        ("en", 1, "1 action left"),
        ("en", 0, "0 actions left"),
        ("pl", 1, "1 akcja"),
        ("pl", 3, "3 akcje"),
        ("pl", 12, "12 akcji"),
        ("pl", 22, "22 akcje"),
    ],
)
def test_the_plural_follows_the_language(
    folder: Path, language: str, n: int, sentence: str
) -> None:
    assert Texts.load(language, folder)("hub.actions_left", n=n) == sentence


@pytest.mark.parametrize("language", ["fr", "es", "pl"])
def test_the_plural_rule_is_that_of_the_files_whatever_the_library_thinks(
    folder: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder if language == "pl" else copy_folder(translations_dir(), folder / "shipped")
    key = "hub.actions_left" if language == "pl" else "levels.facts.delegations"
    counts = (0, 1, 2, 3, 12, 22, 1_000_000)
    texts = Texts.load(language, own)
    before = [texts(key, n=n) for n in counts]
    monkeypatch.setattr(
        "babel.messages.catalog.get_plural", lambda locale: _Plural(4, "n % 4"), raising=True
    )
    again = Texts.load(language, own)
    assert [again(key, n=n) for n in counts] == before


class _Plural(NamedTuple):
    """A rule as Babel gives it."""

    num_plurals: int
    plural_expr: str


@pytest.mark.parametrize(
    ("language", "points", "noun"),
    [
        ("en", "1", "point"),
        ("en", "1.0", "points"),
        ("en", "0.5", "points"),
        ("fr", "1.0", "point"),
        ("fr", "-1.5", "point"),
        ("fr", "2.0", "points"),
        ("es", "1.0", "punto"),
        ("es", "1.5", "puntos"),
    ],
)
def test_the_plural_of_a_figure_follows_its_digits_as_the_language_does(
    language: str, points: str, noun: str
) -> None:
    told = Texts.load(language)("stakes.worth.value", n=Decimal(points), points=points)
    assert told == f"{points} {noun}"


def test_a_figure_is_counted_as_it_is_told() -> None:
    assert str(as_told(0.96, 1)) == "1.0"
    assert str(as_told(12.0)) == "12"


def test_an_untranslated_sentence_is_said_in_english(folder: Path) -> None:
    polish = Texts.load("pl", folder)
    assert polish("hub.title") == "Centrum"
    assert polish("hub.only_english") == "Said in English"


def test_numbers_are_written_the_way_of_the_language(folder: Path) -> None:
    fields = {"warming_c": 1.84, "year": 2021}
    assert Texts.load("en", folder)("hub.warming", **fields) == "1.8 °C in 2021"
    assert Texts.load("pl", folder)("hub.warming", **fields) == "W roku 2021: 1,8 °C"


def test_number_percent_and_date_helpers_follow_the_language(folder: Path) -> None:
    english, polish = Texts.load("en", folder), Texts.load("pl", folder)
    assert english.number(1234567.891, 1) == "1,234,567.9"
    assert english.percent(0.274) == "27%"
    assert english.percent(0.274, 1) == "27.4%"
    assert english.date("2021-09-01") == "1 September 2021"
    assert english.date(date(2021, 11, 13), "d MMM") == "13 Nov"
    assert polish.number(0.25, 2) == "0,25"
    assert polish.date("2021-09-01") == "1 września 2021"


@pytest.mark.parametrize(
    ("spec", "value", "written"),
    [
        (":+.2f", -0.3, "−0.30"),
        (":+.1f", 0.25, "+0.2"),
        (":.1f", -0.04, "0.0"),
        (":,d", 12345, "12,345"),
        (":d", 12345, "12345"),
        (":.0%", 0.5, "50%"),
        ("", 2021, "2021"),
    ],
)
def test_a_field_carries_its_number_format(
    folder: Path, spec: str, value: float, written: str
) -> None:
    assert Texts.load("en", folder).fill(f"<{{x{spec}}}>", x=value) == f"<{written}>"


def test_a_missing_key_is_an_error_in_tests_and_shows_itself_in_the_window(folder: Path) -> None:
    with pytest.raises(MissingText, match=r"hub\.nothing"):
        Texts.load("pl", folder)("hub.nothing")
    assert Texts.load("pl", folder, strict=False)("hub.nothing") == "hub.nothing"


def test_a_missing_field_is_named_in_tests_and_stays_in_braces_in_the_window(folder: Path) -> None:
    with pytest.raises(MissingField, match=r'"hub.warming".*"year"'):
        Texts.load("en", folder)("hub.warming", warming_c=1.5)
    shown = Texts.load("en", folder, strict=False)("hub.warming", warming_c=1.5)
    assert shown == "{warming_c:.1f} °C in {year}"


@pytest.mark.parametrize("fields", [{}, {"n": 1.5}, {"n": "one"}])
def test_a_plural_without_a_whole_count_is_an_error(
    folder: Path, fields: dict[str, object]
) -> None:
    with pytest.raises(MissingField, match='"n"'):
        Texts.load("en", folder)("hub.actions_left", **fields)
    shown = Texts.load("en", folder, strict=False)("hub.actions_left", **fields)
    assert shown == "hub.actions_left"


@pytest.mark.parametrize(
    "template",
    [
        "{x.__class__}",
        "{x[0]}",
        "{x!r}",
        "{0}",
        "{}",
        "{x:999999999}",
        "{x:>{x}}",
        "{x:.99f}",
        "{x",
        "x}",
    ],
)
def test_a_sentence_cannot_reach_into_what_it_is_given(folder: Path, template: str) -> None:
    with pytest.raises(TextError):
        Texts.load("en", folder).fill(template, x=1.0)
    assert Texts.load("en", folder, strict=False).fill(template, x=1.0) == template


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_text_whatever_breaks_the_window(template: str, value: str) -> None:
    shown = Texts("en", [], strict=False).fill(template, x=value)
    assert isinstance(shown, str)


def test_what_a_field_says_is_never_read_as_a_template(folder: Path) -> None:
    assert Texts.load("en", folder).fill("said: {x}", x="{y.z}") == "said: {y.z}"


def test_a_key_twice_is_an_error_that_names_both_files(folder: Path) -> None:
    (folder / "en" / "zz.po").write_text('msgid "hub.title"\nmsgstr "Again"\n', encoding="utf-8")
    with pytest.raises(TextError, match=r"zz\.po.*hub\.title.*ui\.po"):
        Texts.load("en", folder)


def test_a_language_without_catalogues_is_named(folder: Path) -> None:
    with pytest.raises(TextError, match='"tlh"'):
        Texts.load("tlh", folder)


def test_english_is_the_first_of_the_available_languages(folder: Path) -> None:
    assert available_languages(folder) == ("en", "pl")
    assert available_languages()[0] == "en"
