"""The gallery that people look at: pictures, a contact sheet, a page that shows them."""

from pathlib import Path

import pygame
import pytest

from tests.ui.draw_gallery import main


def test_the_gallery_holds_a_picture_of_each_screen_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    asked = ["--screens", "title", "table", "--levels", "tianjin", "--sizes", "1280x720"]
    asked += ["--scales", "1.0", "2.0", "--themes", "paper", "--languages", "en"]
    assert main(["--out", str(tmp_path), *asked]) == 0
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    pictures = [path for path in tmp_path.glob("*.png") if not path.name.startswith("sheet")]
    assert len(pictures) == 4
    assert all(path.name in page for path in pictures)
    assert len(list(tmp_path.glob("sheet_*.png"))) == 2
    sizes = {pygame.image.load(path).get_size() for path in pictures}
    assert sizes == {(1280, 720)}
    pygame.display.quit()
