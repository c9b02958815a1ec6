"""Every language says all that English says, with the same fields and its own plurals."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont

from game.levels.loader import load_level
from game.levels.translation.text_places import text_places
from game.levels.translation.translate import check_texts, text_file
from game.paths import builtin_levels_dir
from game.texts import Texts, available_languages, system_language, translations_dir
from game.ui.paint.faces import FAR_EASTERN, FAR_EASTERN_WITH_MARKS
from game.ui.paint.fonts import Role, chinese_font_path, font_files, is_chinese
from tests.catalogue import sentences_in_catalogue
from tests.sharing import shipped_level

FOREIGN = [name for name in available_languages() if name != "en"]
SHIPPED_LEVELS = ["tianjin", "glasgow", "whole_table"]
PLURAL_FORMS = {"fr": 2, "es": 2, "zh_Hans": 1}  # of whole numbers short of millions
FIELD = re.compile(r"\{[^{}]*\}")
DRAWN_BY_THE_GAME = "0123456789+-−.,%°₂–—“”…•"


NO_PROSE = re.compile(r"`[^`]+`|\bwhere: table_term|\(kind: stated\)|https?://\S+")
FOR_AUTHORS = ("cli.", "duel.", "balance.", "level.")  # not said to players


@cache
def _sentences(language: str) -> dict[str, tuple[str, ...]]:
    return sentences_in_catalogue(translations_dir() / language)


def _level_texts(language: str) -> dict[str, tuple[str, ...]]:
    """Every text of the levels that come with the game, by level and place."""
    found = {}
    for level_id in SHIPPED_LEVELS:
        level = shipped_level(level_id).in_language(language)
        told = level.field.model_dump()
        for keys, path in text_places(level.field).items():
            text = told
            for part in path:
                text = text[part]
            if text is not None:
                found[f"{level_id} {keys}"] = (str(text),)
    return found


def test_the_game_speaks_four_languages() -> None:
    assert available_languages() == ("en", "es", "fr", "zh_Hans")


@pytest.mark.parametrize("language", FOREIGN)
def test_no_sentence_is_missing_in_a_language(language: str) -> None:
    assert sorted(set(_sentences("en")) - set(_sentences(language))) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_no_sentence_of_a_language_is_idle(language: str) -> None:
    assert sorted(set(_sentences(language)) - set(_sentences("en"))) == []


@pytest.mark.parametrize("language", FOREIGN)
def test_a_sentence_stands_in_the_file_of_the_same_name(language: str) -> None:
    names = {
        folder: sorted(path.name for path in (translations_dir() / folder).glob("*.po"))
        for folder in ("en", language)
    }
    assert names[language] == names["en"]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_translation_has_the_fields_of_the_english_sentence(language: str) -> None:
    english = _sentences("en")
    differing = [
        key
        for key, forms in _sentences(language).items()
        if key in english and _fields(forms) != _fields(english[key])
    ]
    assert differing == []


def test_french_keeps_a_space_that_does_not_break_before_high_marks_and_inside_quotes() -> None:
    breaking = re.compile(
        "[^\u00a0\u202f ][;!?»](?=\\s|$)| [:;!?»%]|«[^\u00a0\u202f]|\\w:(?=\\s|$)"
    )
    said = {**_sentences("fr"), **_level_texts("fr")}
    wrong = {
        key: form
        for key, forms in said.items()
        for form in forms
        if breaking.search(NO_PROSE.sub("", form))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_name_of_a_delegation_stands_bare_where_no_language_wants_an_article(
    language: str,
) -> None:
    """Before a colon, a comma or the end, in brackets: "European Union: …", never "of …"."""
    name = re.compile(
        r"(^|\(|[.:,•] |: |\u00a0: )"
        r"\{(party|third|other)\}"
        r"(?=\)|$|,|\u00a0:|:| –| \{theirs)"
    )
    wrong = {
        key: form
        for key, forms in _sentences(language).items()
        if not key.startswith(FOR_AUTHORS)
        for form in forms
        if len(name.findall(form)) != len(re.findall(r"\{(?:party|third|other)\}", form))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_plural_has_the_forms_of_its_language(language: str) -> None:
    found = {}
    for path in (translations_dir() / language).glob("*.po"):
        with path.open(encoding="utf-8") as file:
            catalogue = read_po(file)
        for message in catalogue:
            if message.id and message.pluralizable:
                found[message.id[0]] = (catalogue.num_plurals, len(message.string))
    forms = PLURAL_FORMS[language]
    assert {key: n for key, n in found.items() if n != (forms, forms)} == {}
    english = {key for key, forms in _sentences("en").items() if len(forms) > 1}
    assert set(found) == english


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("fr", 0, "0 action restante"),
        ("fr", 1, "1 action restante"),
        ("fr", 2, "2 actions restantes"),
        ("es", 0, "quedan 0 acciones"),
        ("es", 1, "queda 1 acción"),
        ("zh_Hans", 1, "剩余1个行动"),
        ("zh_Hans", 7, "剩余7个行动"),
    ],
)
def test_the_plural_is_chosen_as_the_language_does(language: str, n: int, said: str) -> None:
    assert Texts.load(language)("hub.actions_left", n=n) == said


@pytest.mark.parametrize(
    ("language", "number", "percent", "long", "short"),
    [
        ("en", "12,345.6", "27%", "1 September 2021", "1 Sept"),
        ("fr", "12\u00a0345,6", "27\u00a0%", "1er septembre 2021", "1er sept."),
        ("es", "12.345,6", "27\u00a0%", "1 de septiembre de 2021", "1 sept"),
        ("zh_Hans", "12,345.6", "27%", "2021年9月1日", "9月1日"),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_does(
    language: str, number: str, percent: str, long: str, short: str
) -> None:
    texts = Texts.load(language)
    assert texts.number(12345.6, 1) == number
    assert texts.percent(0.27) == percent
    assert texts.fill("{share:.0%}", share=0.27) == percent
    assert texts.date("2021-09-01") == long
    assert texts.date("2021-09-01", "d MMMM yyyy") == long
    assert texts.date("2021-09-01", "d MMM") == short


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "es_MX"}, "es"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:es:fr"}, "es"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "nonsense@@..__"}, "en"),
    ],
)
def test_the_system_says_which_language_is_wanted(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize("level_id", SHIPPED_LEVELS)
@pytest.mark.parametrize("language", FOREIGN)
def test_a_shipped_level_is_told_in_full_in_every_language(
    language: str, level_id: str, texts: Texts
) -> None:
    folder = builtin_levels_dir() / level_id
    level = load_level(folder)
    assert text_file(folder, language).is_file()
    assert [problem.as_text() for problem in check_texts(level.field, folder, texts)] == []


@pytest.mark.parametrize("language", ["en", *FOREIGN])
def test_the_faces_hold_every_letter_of_a_language(language: str) -> None:
    marks = FAR_EASTERN_WITH_MARKS if is_chinese(language) else FAR_EASTERN
    spoken = {letter for letter in _all_letters(language) if letter.strip()}
    chinese = {letter for letter in spoken if marks.match(letter)}
    latin = [TTFont(path).getBestCmap() for path in font_files()]
    assert {letter for letter in spoken - chinese for cmap in latin if ord(letter) not in cmap} == (
        set()
    )
    assert bool(chinese) == is_chinese(language)
    for role in (Role.BODY, Role.TITLE):
        path = chinese_font_path(role)
        assert path is not None, "the extra `chinese` is part of the extra `test`"
        cmap = TTFont(path).getBestCmap()
        assert {letter for letter in chinese if ord(letter) not in cmap} == set()


def _all_letters(language: str) -> set[str]:
    """Of the catalogues, the levels, and what the language writes numbers and dates with."""
    letters = {letter for forms in _sentences(language).values() for f in forms for letter in f}
    texts = Texts.load(language)
    letters |= set(DRAWN_BY_THE_GAME + texts.number(1234567.8, 1) + texts.percent(0.5))
    for month in range(1, 13):
        for style in ("d MMM", "d MMM yyyy", "long", "medium"):
            letters |= set(texts.date(f"2021-{month:02}-28", style))
    letters |= {letter for forms in _level_texts(language).values() for f in forms for letter in f}
    return letters


def _fields(forms: tuple[str, ...]) -> set[str]:
    """Fields with their number formats; in one form of several the count may be left unsaid."""
    return {field for form in forms for field in FIELD.findall(form)}
