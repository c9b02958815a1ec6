"""Every screen in every language, and in a made-up one that is two fifths longer than English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.levels.loader import Level, load_level
from game.paths import builtin_levels_dir
from game.texts import Texts, available_languages
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from tests.copying import copy_file, copy_folder
from tests.pseudo import LANGUAGE, write_catalogues, write_level_texts
from tests.sharing import shipped_level
from tests.ui.checking import faults_in_scales

FOREIGN = [name for name in available_languages() if name != "en"]
# Every language at large text in the level with most to say; at small text the longer made-up one
# stands for those in Latin letters, and Chinese for itself. Together a minute.
SHOWN = [*((language, "glasgow", 1.5) for language in FOREIGN), ("zh_Hans", "tianjin", 1.0)]


@cache
def _level(level_id: str) -> Level:
    return shipped_level(level_id)


@cache
def _texts(language: str) -> Texts:
    return Texts.load(language)


@pytest.fixture(autouse=True)
def _without_a_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield
    pygame.display.quit()


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> tuple[Level, Texts]:
    """Glasgow and the game's sentences in the made-up language."""
    folder = tmp_path_factory.mktemp("longer")
    copy_folder(builtin_levels_dir() / "_worlds", folder / "levels" / "_worlds")
    place = folder / "levels" / "glasgow"
    place.mkdir()
    copy_file(builtin_levels_dir() / "glasgow" / "level.yaml", place / "level.yaml")
    level = load_level(place)
    write_level_texts(level, place)
    write_catalogues(project_root / "assets" / "translations" / "en", folder / "texts")
    return level.in_language(LANGUAGE), Texts.load(LANGUAGE, folder / "texts")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(("language", "level_id", "scale"), SHOWN)
def test_no_language_is_clipped(language: str, level_id: str, scale: float, name: str) -> None:
    assert _faults(name, _level(level_id), _texts(language), [scale]) == {}


@pytest.mark.parametrize("name", SCREENS)
def test_texts_two_fifths_longer_than_english_are_not_clipped(
    longer: tuple[Level, Texts], name: str
) -> None:
    level, texts = longer
    assert _faults(name, level, texts, (1.0, 1.5)) == {}


def _faults(
    name: str, level: Level, texts: Texts, scales: Sequence[float]
) -> dict[tuple[float, str], list[str]]:
    pygame.display.init()
    pygame.font.init()
    settings = Settings(language=texts.language)
    stage = Stage(pygame.display.set_mode((1280, 720)), texts, settings, Routes)
    stage.show(screen_named(name, stage, level))
    return faults_in_scales(stage, scales, {"720p": (1280, 720)})
