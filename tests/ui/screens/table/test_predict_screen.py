"""The prediction before an answer: odds in the middle, words at both ends."""

import pygame
import pytest

from game.texts import Texts
from game.ui.gallery.gallery import screen_named
from game.ui.screens.table.predict_screen import PredictScreen
from game.ui.widgets.labels import Label
from tests.sharing import shipped_level
from tests.ui.driving import Driver


def _said(driver: Driver) -> list[str]:
    return [w.text for w in driver.app.stage.view.root.walk() if isinstance(w, Label)]


@pytest.mark.parametrize(
    ("key", "said", "percent"),
    [(pygame.K_END, "predict.certain", 100), (pygame.K_HOME, "predict.ruled_out", 0)],
)
def test_nothing_is_called_a_hundred_percent_likely(
    driver: Driver, texts: Texts, key: int, said: str, percent: int
) -> None:
    stage = driver.app.stage
    screen = screen_named("predict", stage, shipped_level("tianjin"))
    assert isinstance(screen, PredictScreen)
    stage.show(screen)
    driver.app.step()
    assert texts("predict.value", percent=50) in _said(driver)
    driver.key(key)
    assert screen.percent == percent
    assert texts(said) in _said(driver)
    assert texts("predict.value", percent=percent) not in _said(driver)
