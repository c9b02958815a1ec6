"""A hint never lies on what it speaks of: every hint of the first level, as a player meets it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
import pytest

from game.ui.input.settings import Settings
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.stage.geometry import in_sight, is_seen, panel_of
from game.ui.stage.hint_card import HintLayout
from game.ui.widgets.controls import Button, Stepper
from tests.ui.checking import faults_of
from tests.ui.driving import Driver

# What the words of each hint name: the keys of widgets.
NAMED = {
    "sit_down": ["table0"],
    "ask": ["coal_abroad/china"],
    "give": ["trade/usa"],
    "look": ["outcome"],
    "send": ["send", "coal_abroad/china", "trade/usa"],
    "guess": ["guess"],
    "reason": ["reason", "change0", "change1"],
    "counter": ["counter", "take"],
    "end_first": ["hold"],
    "listen": ["probe"],
    "without_cameras": ["talk", "press"],
    "door": ["coal_abroad/china", "coal_at_home/china"],
    "at_home": ["work", "probe", "talk"],
    "groups": ["groups"],
    "help": ["advice"],
}


@dataclass
class Shown:
    """A hint as it lay on its screen."""

    both: HintLayout
    faults: list[str]

    @property
    def id(self) -> str:
        """The level's name for it."""
        return self.both.hint.id

    def hides(self, parts: list[pygame.Rect]) -> bool:
        """Whether the card lies on any of them."""
        return any(self.both.card_rect.colliderect(part) for part in parts if part.width)

    def parts(self, keys: list[str]) -> list[pygame.Rect]:
        """Return what is in sight of some widgets: of a panel, what stands in it."""
        wanted = [w for w in self.both.root.walk() if w.key in keys]
        inside = {id(each) for w in wanted for each in w.walk() if w.takes_focus or is_seen(each)}
        return [part for each, part in self._in_sight() if id(each) in inside]

    @property
    def near(self) -> list[pygame.Rect]:
        """All that stands in the panel, or row of buttons, of what it speaks of."""
        panel = panel_of(self.both.root, self.both.anchor_key)
        inside = {id(each) for each in panel.walk() if is_seen(each)} if panel else set()
        return [part for each, part in self._in_sight() if id(each) in inside]

    @property
    def controls(self) -> list[pygame.Rect]:
        """All that one acts with."""
        return [part for each, part in self._in_sight() if isinstance(each, Button | Stepper)]

    def _in_sight(self) -> Iterator[tuple[object, pygame.Rect]]:
        area = self.both.rect.copy()
        if not self.both.card_rect.colliderect(self.both.root.rect):
            area = self.both.root.rect
        yield from in_sight(self.both.root, area)


class Walk:
    """A player who meets the hints of the first level one after the other."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.met = driver, {}  # type: tuple[Driver, dict[str, Shown]]

    def look(self) -> str:
        """Which hint is up."""
        view = self.driver.app.stage.view
        if not isinstance(view.root, HintLayout):
            return ""
        shown = Shown(view.root, faults_of(view))
        self.met[shown.id] = shown
        return shown.id

    def press(self, *keys: str | int) -> None:
        """Letters, or keys by their codes."""
        for key in keys:
            self.driver.letter(key) if isinstance(key, str) else self.driver.key(key)
            self.look()

    def read_all(self) -> None:
        """Put away the hints of a screen one by one."""
        while self.look():
            self.driver.key(pygame.K_F2)

    def to_hub(self) -> None:
        """Past whatever stands between two rounds."""
        while not isinstance(self.driver.screen, HubScreen):
            self.driver.letter("r")
        self.read_all()

    def end_round(self) -> None:
        """Whatever is left in it."""
        self.driver.letter("e")
        if any(w.key == "hold" for w in self.driver.app.stage.view.root.walk()):
            self.driver.click("hold")
        self.to_hub()

    def go(self) -> None:
        """All three rounds."""
        self.press("p", "1", "r", "r", "1")
        self.driver.tab_to("coal_abroad/china")
        self.press(pygame.K_RIGHT)
        self.driver.tab_to("trade/usa")
        self.press(pygame.K_RIGHT, pygame.K_F2, "s", pygame.K_RETURN, pygame.K_F2, "s")
        self.driver.click("anyway")
        self.press("r", "t", "1", pygame.K_ESCAPE, "t", "1", pygame.K_ESCAPE)
        self.end_round()
        self.press("1")
        self.read_all()
        self.press(pygame.K_ESCAPE)
        self.end_round()
        self.press("h")
        self.read_all()
        self.press(pygame.K_ESCAPE, "1")
        self.read_all()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720p", "1080p"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_hint_of_the_first_level_hides_what_it_speaks_of_or_what_stands_by_it(
    driver: Driver, size: tuple[int, int], scale: float
) -> None:
    stage = driver.app.stage
    stage.change_settings(Settings(text_scale=scale, reduce_motion=True))
    stage.resize(pygame.display.set_mode(size))
    walk = Walk(driver)
    walk.go()
    assert list(walk.met) == list(NAMED)
    for hint, shown in walk.met.items():
        assert shown.faults == [], hint
        assert shown.both.anchor.size != (0, 0), hint
        assert not shown.hides([shown.both.anchor]), hint
        assert not shown.hides(shown.parts(NAMED[hint])), hint
        assert not shown.hides(shown.near), hint
        assert not shown.hides(shown.controls), hint
