"""The second page of a dossier, by keyboard and by its words."""

from pathlib import Path

import pygame
import pytest

from game.negotiation.model.actions import Hold, PressInPublic
from game.session.session import Session
from game.texts import Texts
from game.ui.charts.trail_chart import TrailChart
from game.ui.input.settings import Settings
from game.ui.screens.dossier.dossier_screen import DossierScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from game.ui.widgets.scroll import Scroll
from tests.sharing import shipped_level


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> Stage:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    return Stage(pygame.display.set_mode((1280, 720)), texts, Settings(hints=False), Routes)


def _key(stage: Stage, code: int) -> None:
    stage.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0))
    stage.draw()


def _tab_to(stage: Stage, key: str) -> None:
    for _ in range(20):
        if stage.view.focus_key == key:
            return
        _key(stage, pygame.K_TAB)
    raise AssertionError(f"Tab never came to {key!r}")


def _pressed(stage: Stage) -> Session:
    """China called on in public, a round later; its dossier is open on the second page."""
    session = Session(shipped_level("tianjin"), seed=1)
    session.submit(PressInPublic("china", "coal_at_home"))
    session.submit(Hold())
    stage.show(DossierScreen(stage, Routes(stage).play_of(session), "china"))
    stage.draw()
    _key(stage, pygame.K_n)
    return session


def _chart(stage: Stage, name: str) -> TrailChart:
    charts = [w for w in stage.view.root.walk() if isinstance(w, TrailChart)]
    return next(each for each in charts if each.trail.name == name)


def _said(stage: Stage) -> str:
    return "\n".join(w.text for w in stage.view.root.walk() if isinstance(w, Label))


def test_a_letter_turns_the_dossier_over_and_back(stage: Stage) -> None:
    _pressed(stage)
    assert stage.texts("dossier.past.trust_and_face") in _said(stage)
    _key(stage, pygame.K_n)
    assert stage.texts("dossier.interests") in _said(stage)


def test_each_move_of_face_is_told_with_its_reason(stage: Stage) -> None:
    _pressed(stage)
    because = stage.texts("because.pressed_alone")
    assert stage.texts("event.face.hurt", party="China", because=because) in _said(stage)
    assert stage.texts("dossier.past.faded", n=2, change="−1.0") in _said(stage)


def test_arrow_keys_read_out_how_face_stood_and_why(stage: Stage) -> None:
    _pressed(stage)
    _tab_to(stage, "trail/face")
    for _ in range(3):
        _key(stage, pygame.K_LEFT)
    _key(stage, pygame.K_RIGHT)
    chart = _chart(stage, "face")
    assert chart.cursor == 1
    reading = chart.reading(1)
    assert reading.lines[0] == "Face debt 2.0 points"
    assert stage.texts("because.pressed_alone") in reading.lines[1]


def test_the_pointer_reads_the_move_before_it(stage: Stage) -> None:
    _pressed(stage)
    chart = _chart(stage, "face")
    last = chart.trail.stands[-1]
    at = round(chart.plot.x(last.at)) + 3, chart.rect.centery
    assert chart.step_at(at) == len(chart.trail.stands) - 1
    assert chart.step_at((chart.plot.rect.x, at[1])) == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_notebook_scrolls_by_keys(stage: Stage, project_root: Path, scale: float) -> None:
    stage.change_settings(Settings(hints=False, text_scale=scale))
    level = shipped_level("glasgow")
    session = Session.replayed(project_root / "tests" / "replays" / "glasgow.jsonl", level)
    dossier = DossierScreen(stage, Routes(stage).play_of(session), "forest")
    dossier.shows_past = True
    stage.show(dossier)
    stage.draw()
    _tab_to(stage, "notebook")
    _key(stage, pygame.K_END)
    (notes,) = [w for w in stage.view.root.walk() if w.key == "notebook"]
    assert isinstance(notes, Scroll)
    assert notes.offset == notes.hidden > 0
