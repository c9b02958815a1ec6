"""What has the keyboard but cannot be seen is not pressed blindly."""

import pygame

from game.ui.screens.common.window_screen import WindowScreen
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from tests.ui.driving import Driver

LAST = "39"


class Long(WindowScreen):
    """More buttons than a window holds; the last one has the focus at first."""

    first_focus = LAST
    pressed = 0

    def build(self) -> Widget:
        """One below the other."""
        buttons = [Button(str(n), self._press, key=str(n)) for n in range(int(LAST) + 1)]
        return Scroll(Column(buttons), self.stage.offsets, key="long")

    def _press(self) -> None:
        self.pressed += 1


def test_enter_brings_a_hidden_button_into_sight_before_it_presses_it(driver: Driver) -> None:
    stage = driver.app.stage
    screen = Long(stage)
    stage.show(screen)
    for _ in range(int(LAST)):
        stage.view.wheel(stage.view.area.center, 1)
    assert driver.widget(LAST).rect.top > stage.view.area.bottom
    driver.key(pygame.K_RETURN)
    assert screen.pressed == 0
    assert stage.view.area.contains(driver.widget(LAST).rect)
    driver.key(pygame.K_RETURN)
    assert screen.pressed == 1
