"""The list of saved games: pictures where there are some, quick however many there are."""

import time
from pathlib import Path

import pygame
import pytest

from game.negotiation.model.actions import Hold
from game.session.save_files import picture_of
from game.session.session import Session
from game.ui.input.settings import Settings
from game.ui.paint.canvas import Canvas
from game.ui.paint.saved_pictures import keep_picture, read_picture
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.round.round_map import portrait
from game.ui.screens.routes import Routes
from game.ui.screens.shell.saves_screen import AT_ONCE
from game.ui.stage.camera import Camera
from game.ui.stage.stage import Stage
from game.ui.widgets.labels import Label
from game.ui.widgets.thumbnail import Thumbnail
from tests.sharing import shipped_level
from tests.ui.checking import faults_of
from tests.ui.driving import Driver
from tests.ui.saved_games import recorded

GREEN = (0, 200, 0)
WAIT_S = 20.0


def _shown(stage: Stage) -> list[Thumbnail]:
    stage.draw()
    return [w for w in stage.view.root.walk() if isinstance(w, Thumbnail)]


def _keep_plain_picture(log: Path) -> None:
    picture = pygame.Surface((320, 180), depth=32)
    picture.fill(GREEN)
    keep_picture(picture, picture_of(log))


def _frame() -> pygame.Surface:
    return pygame.Surface((64, 36), depth=32)


def _wait_for(path: Path) -> None:
    until = time.monotonic() + WAIT_S
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.005)
    assert path.exists()


def test_a_game_is_listed_with_the_picture_of_its_last_round(driver: Driver) -> None:
    for key in ("play", "level0", "start"):
        driver.click(key)
    driver.key(pygame.K_ESCAPE)  # from the cable to the round
    assert isinstance(driver.screen, HubScreen)
    driver.letter("t")
    driver.letter("1")
    driver.key(pygame.K_ESCAPE)  # what came of it
    assert driver.screen.session.path is not None
    path = picture_of(driver.screen.session.path)
    _wait_for(path)
    assert read_picture(path) is not None
    driver.app.routes.to_saves()
    driver.app.step()
    (shown,) = [w for w in driver.app.stage.view.root.walk() if isinstance(w, Thumbnail)]
    assert shown.path == path
    assert shown.picture(driver.app.stage.canvas, (142, 79)) is not None


def test_a_folder_that_refuses_costs_the_picture_and_not_the_game(tmp_path: Path) -> None:
    camera = Camera()
    for moment in range(3):
        camera.take(tmp_path / "gone" / "game.jsonl", _frame, moment)
        time.sleep(0.02)
    camera.close()
    assert not (tmp_path / "gone").exists()


def test_a_moment_is_pictured_once(tmp_path: Path) -> None:
    camera, log = Camera(), tmp_path / "game.jsonl"
    camera.take(log, _frame, "round 1")
    _wait_for(tmp_path / "game.png")
    (tmp_path / "game.png").unlink()
    camera.take(log, _frame, "round 1")
    time.sleep(0.05)
    assert not (tmp_path / "game.png").exists()
    camera.take(log, _frame, "round 2")
    _wait_for(tmp_path / "game.png")
    camera.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_picture_of_a_game_has_its_map_and_no_words_of_the_screen(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    stage.change_settings(Settings(text_scale=scale))
    session = Session(shipped_level("glasgow"), seed=1)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    written: list[str] = []
    text = Canvas.text

    def writing(canvas: Canvas, said: str, *rest: object, **more: object) -> pygame.Rect:
        box: pygame.Rect = text(canvas, said, *rest, **more)  # type: ignore[arg-type]
        assert canvas.surface.get_rect().contains(box), said
        written.append(said)
        return box

    monkeypatch.setattr(Canvas, "text", writing)
    picture = portrait(hub)
    assert picture.get_width() * 9 == picture.get_height() * 16
    assert set(written) <= {party.name for party in session.view.parties} | {"You", "Ch", "EU"}


def test_a_broken_picture_leaves_the_seal_in_its_place(stage: Stage, project_root: Path) -> None:
    broken, whole, missing = recorded(3, project_root)
    picture_of(broken).write_bytes(b"\x89PNG\r\n\x1a\nnothing of the kind")
    _keep_plain_picture(whole)
    Routes(stage).to_saves()
    shown = {each.path.stem: each for each in _shown(stage)}
    room = (142, 79)
    assert shown[broken.stem].picture(stage.canvas, room) is None
    assert shown[missing.stem].picture(stage.canvas, room) is None
    assert shown[whole.stem].picture(stage.canvas, room) is not None
    surface = stage.canvas.surface
    red, green, blue, _ = surface.get_at(shown[whole.stem].rect.center)
    assert green > red + blue + 100
    assert surface.get_at(shown[broken.stem].rect.center)[:3] != stage.canvas.theme.sea


def test_only_pictures_in_view_are_read(
    stage: Stage, project_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for log in recorded(AT_ONCE, project_root):
        _keep_plain_picture(log)
    read: list[Path] = []

    def reading(path: Path) -> pygame.Surface | None:
        read.append(path)
        return read_picture(path)

    monkeypatch.setattr("game.ui.widgets.thumbnail.read_picture", reading)
    Routes(stage).to_saves()
    for _ in range(3):
        _shown(stage)
    assert 0 < len(read) <= AT_ONCE // 2
    assert len(set(read)) == len(read)


def test_of_two_hundred_games_the_newest_are_replayed_and_the_others_can_be_asked_for(
    stage: Stage, project_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(200, project_root)
    replayed: list[Path] = []
    replay = Session.replayed

    def counting(path: Path, *rest: object) -> Session:
        replayed.append(path)
        return replay(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "replayed", counting)
    Routes(stage).to_saves()
    assert len(_shown(stage)) == len(replayed) == AT_ONCE
    assert replayed[0].stem == "game-000"
    older = next(w for w in stage.view.focusable() if w.key == "older")
    stage.view._focus(older)
    stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    assert len(_shown(stage)) == 2 * AT_ONCE


def test_the_keyboard_comes_to_every_game_and_brings_it_into_view(
    stage: Stage, project_root: Path
) -> None:
    recorded(AT_ONCE, project_root)
    Routes(stage).to_saves()
    stage.draw()
    assert stage.view.focus_key == "save0"
    reached = set()
    for _ in range(2 * AT_ONCE + 4):
        stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
        stage.draw()
        scroll = next(w for w in stage.view.root.walk() if w.key == "saves")
        focused = next(w for w in stage.view.focusable() if w.key == stage.view.focus_key)
        if focused.key.startswith("save"):
            reached.add(focused.key)
            assert focused.key == "saves" or scroll.rect.contains(focused.rect)
    assert {f"save{at}" for at in range(AT_ONCE)} <= reached


def test_a_row_says_level_seat_round_and_how_it_goes(stage: Stage) -> None:
    Session.start(shipped_level("tianjin"), seed=1).submit(Hold())
    Routes(stage).to_saves()
    stage.draw()
    said = [w.text for w in stage.view.root.walk() if isinstance(w, Label)]
    for line in ("Twenty hours in Tianjin", "US climate envoy"):
        assert line in said
    assert any(line.startswith("Round 2 of 3") for line in said)
    assert "Deals so far: with 0 of 1 delegation" in said
    assert not faults_of(stage.view)
