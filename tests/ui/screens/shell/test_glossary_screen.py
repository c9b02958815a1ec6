"""The words of the trade: their forms in every language, and a way to each from the screens."""

from functools import cache
from pathlib import Path

import pygame
import pytest

from game.desk.glossary import MODEL_SOURCES, WORDS, entry_of, forms_of
from game.desk.sourced import source_entry
from game.levels.loader import Level
from game.texts import Texts, available_languages
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from game.ui.widgets.mention import Mention
from tests.bargaining_level import bargaining_level
from tests.sharing import shipped_level

SHIPPED = ("tianjin", "glasgow", "whole_table")


@cache
def _level(name: str) -> Level:
    return shipped_level(name)


def _stage(texts: Texts) -> Stage:
    pygame.display.init()
    pygame.font.init()
    return Stage(
        pygame.display.set_mode((1280, 720)), texts, Settings(language=texts.language), Routes
    )


def _looked_up_from(name: str, level: Level, texts: Texts) -> list[str]:
    """Return the entries that a screen leads to, in order."""
    stage = _stage(texts)
    stage.show(screen_named(name, stage, level))
    found = [w.key for w in stage.view.root.walk() if isinstance(w, Mention)]
    return [key.removeprefix("look/") for key in found]


@pytest.mark.parametrize("language", available_languages())
def test_every_word_says_in_which_forms_it_stands_in_a_text(language: str) -> None:
    texts = Texts.load(language)
    for word in WORDS:
        forms = forms_of(word, texts)
        assert all(form and form == form.strip() for form in forms), word
        assert len(set(forms)) == len(forms), word


@pytest.mark.parametrize("language", available_languages())
def test_no_form_belongs_to_two_words(language: str) -> None:
    texts = Texts.load(language)
    owners: dict[str, set[str]] = {}
    for word in WORDS:
        for form in forms_of(word, texts):
            owners.setdefault(form.lower(), set()).add(word)
    assert {form: words for form, words in owners.items() if len(words) > 1} == {}


@pytest.mark.parametrize("language", available_languages())
def test_every_word_can_be_looked_up_from_some_screen(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    texts = Texts.load(language)
    levels = [bargaining_level(tmp_path), *(_level(name).in_language(language) for name in SHIPPED)]
    missing = {entry_of(word) for word in WORDS}
    for level in levels:
        for name in SCREENS:
            if not missing:
                break
            missing -= set(_looked_up_from(name, level, texts))
    assert missing == set()


@pytest.mark.parametrize("level_id", SHIPPED)
@pytest.mark.parametrize("name", SCREENS)
def test_a_word_is_underlined_once_on_a_screen(
    name: str, level_id: str, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    found = _looked_up_from(name, _level(level_id), texts)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("level_id", SHIPPED)
def test_whatever_a_screen_leads_to_is_there(
    level_id: str, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    for name in ("title", "cable", "table", "evidence", "debrief_real", "hub", "verdict"):
        stage = _stage(texts)
        stage.show(screen_named(name, stage, _level(level_id)))
        mentions = [w for w in stage.view.root.walk() if isinstance(w, Mention)]
        assert mentions, name
        screen = stage.screen
        for mention in mentions:
            mention.on_open()
            entry = mention.key.removeprefix("look/")
            assert [w.key for w in stage.view.root.walk()].count(entry) == 1, entry
            stage.show(screen)


@pytest.mark.parametrize("level_id", SHIPPED)
def test_every_source_of_the_level_and_of_the_model_is_listed_and_can_be_read(
    level_id: str, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    stage = _stage(texts)
    stage.show(screen_named("hub", stage, _level(level_id)))
    sources = [source for each in stage.screen.sourced for source in each.sources]
    assert len(sources) > 5
    Routes(stage).to_words()
    keys = [w.key for w in stage.view.root.walk()]
    said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    for source in (*MODEL_SOURCES, *sources):
        assert keys.count(source_entry(source)) == 1
        assert any(source.name in text for text in said)


def test_the_sources_of_the_chart_lead_from_its_page(
    texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    found = _looked_up_from("evidence", _level("tianjin"), texts)
    assert {source_entry(source) for source in MODEL_SOURCES} <= set(found)
