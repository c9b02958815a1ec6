"""Every screen at two sizes and two text scales: nothing clipped, nothing crossed."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.levels.loader import Level, load_level
from game.texts import Texts
from game.ui.gallery.gallery import SCREENS, draw_screen, screen_named
from game.ui.input.settings import Settings
from game.ui.paint.fonts import font_files
from game.ui.paint.theme import THEMES, ThemeName
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from tests.bargaining_level import bargaining_level
from tests.catalogue import sentences_in_catalogue
from tests.commands.asking import Ask
from tests.sharing import shipped_level
from tests.ui.checking import faults_in_scales, poor_contrasts

SIZES = {"480p": (800, 480), "720p": (1280, 720), "1080p": (1920, 1080)}
SCALES = (1.0, 1.5)
RECORDING = Path(__file__).parents[2] / "replays" / "glasgow.jsonl"


@pytest.fixture(scope="module", params=["tianjin", "glasgow", "bargaining"])
def level(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Level:
    if request.param == "bargaining":
        return bargaining_level(tmp_path_factory.mktemp("levels"))
    return shipped_level(request.param)


@pytest.fixture(autouse=True)
def _without_a_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield
    pygame.display.quit()


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_has_clipped_or_crossing_parts(name: str, level: Level, texts: Texts) -> None:
    pygame.display.init()
    pygame.font.init()
    stage = Stage(pygame.display.set_mode(SIZES["720p"]), texts, Settings(), Routes)
    stage.show(screen_named(name, stage, level))
    assert faults_in_scales(stage, SCALES, SIZES) == {}


@pytest.mark.parametrize("theme", list(ThemeName))
def test_text_can_be_read_in_every_theme(theme: ThemeName) -> None:
    assert poor_contrasts(THEMES[theme]) == []


@pytest.mark.parametrize("level", ["bargaining"], indirect=True)  # it has everything a level can
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_drawn_the_same_twice(name: str, level: Level, texts: Texts) -> None:
    pictures = [
        pygame.image.tobytes(draw_screen(name, each, texts, Settings(), (1280, 720)), "RGB")
        for each in (level, load_level(level.path))  # of one read anew nothing is shared
    ]
    assert pictures[0] == pictures[1]
    assert len(set(pictures[0])) > 10


def test_screenshot_writes_a_picture_of_the_size_asked_for(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "ledger.png"
    size = ("--size", "1600x900", "--theme", "paper", "--scale", "1.25")
    log = ("--level", "glasgow", "--log", RECORDING)
    answer = ask("screenshot", "ledger", "--out", out, *size, *log)
    assert answer.code == 0, answer.err
    assert pygame.image.load(out).get_size() == (1600, 900)


def test_a_log_is_drawn_on_the_level_it_was_played_on(ask: Ask, tmp_path: Path) -> None:
    out, named = tmp_path / "hub.png", tmp_path / "named.png"
    assert ask("screenshot", "hub", "--out", out, "--log", RECORDING).code == 0
    log = ("--level", "glasgow", "--log", RECORDING)
    assert ask("screenshot", "hub", "--out", named, *log).code == 0
    assert out.read_bytes() == named.read_bytes()
    answer = ask("screenshot", "hub", "--out", out, "--level", "tianjin", "--log", RECORDING)
    assert answer.code == 1
    assert "was played on the level" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere",),
        ("hub", "--size", "0x0"),
        ("hub", "--size", "100000x100000"),
        ("hub", "--scale", "nan"),
        ("hub", "--theme", "neon"),
        ("hub", "--lang", "xx"),
        ("hub", "--level", "nolevel"),
        ("hub", "--log", "nolog.jsonl"),
    ],
)
def test_a_picture_that_cannot_be_is_refused_with_a_sentence(
    ask: Ask, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    answer = ask("screenshot", *arguments, "--out", tmp_path / "x.png")
    assert answer.code == 2
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert not (tmp_path / "x.png").exists()


def test_the_fonts_hold_every_letter_the_texts_use(project_root: Path) -> None:
    pygame.font.init()
    english = sentences_in_catalogue(project_root / "assets" / "translations" / "en")
    letters = {letter for several in english.values() for text in several for letter in text}
    letters |= set("°₂–—“”…•→é€") - {"→"}
    for path in font_files():
        font = pygame.font.Font(str(path), 20)
        missing = [
            letter
            for letter in sorted(letters)
            if letter.strip() and font.metrics(letter)[0] is None
        ]
        assert missing == [], path.name
