"""Screens that show what stands in files: no name and no message of a stranger ends the window."""

from pathlib import Path

import pytest

from game.levels.finder import LevelEntry
from game.levels.findings import Severity
from game.levels.problems import Problem
from game.ui.screens.routes import Routes
from game.ui.screens.shell.broken_screen import BrokenScreen
from game.ui.screens.shell.levels_screen import LevelsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.stage.screen import Screen
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from tests.ui.checking import faults_of
from tests.ui.paint.test_drawable import HOSTILE


def _shown(stage: Stage, screen: Screen) -> str:
    stage.show(screen)
    stage.draw()
    outside = [fault for fault in faults_of(stage.view) if "outside the window" in fault]
    assert outside == []
    return "\n".join(w.text for w in stage.view.root.walk() if isinstance(w, Label))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_the_page_of_a_broken_level_shows_any_file(stage: Stage, text: str) -> None:
    problem = Problem(text, 3, 7, Severity.ERROR, "any", f"before {text} after", text)
    entry = LevelEntry(text, Path("/levels") / text.replace("/", ""), None, (problem,))
    said = _shown(stage, BrokenScreen(stage, Routes(stage), entry))
    assert "before " in said
    assert len(said) < 200_000


@pytest.mark.parametrize("name", ["a\u200bb", "andr\udce9", "w" * 180])
def test_the_list_of_levels_shows_a_folder_of_any_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str, tmp_path: Path
) -> None:
    entry = LevelEntry(name, tmp_path / name, None, ())
    monkeypatch.setattr("game.ui.screens.shell.levels_screen.find_levels", lambda *_: [entry])
    assert _shown(stage, LevelsScreen(stage, Routes(stage)))


def test_the_title_can_be_drawn_where_the_home_is_no_utf_8(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ROAD_TO_GLASGOW_HOME", str(tmp_path / "andr\udce9"))
    assert _shown(stage, TitleScreen(stage, Routes(stage)))
    assert _shown(stage, LevelsScreen(stage, Routes(stage)))
