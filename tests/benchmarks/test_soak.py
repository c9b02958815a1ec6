"""Ten minutes of play by chance: memory stays small and level, and a still window costs nothing.

Level is what is left where nothing is played: on the title screen, in one size and language.

Run with `pytest tests/benchmarks/test_soak.py --benchmark-only -s`; SOAK_MINUTES sets how long.
"""

import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

import pygame
import pytest

from game.ui.app import App
from game.ui.input.settings import Settings
from game.ui.layout import DESIGN_SIZE

MINUTES = float(os.environ.get("SOAK_MINUTES", "10"))
SEED = 7
MOST_MB = 300
MOST_GROWTH_MB = 20  # at rest, from the first third of the time to its end
MOST_IDLE_SHARE = 0.05  # of one core
IDLE_S = 10.0
EVERY_S = 1.0
RESTS = 12
KEYS = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP),
    *(pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_PAGEUP, pygame.K_F1, pygame.K_F2, pygame.K_F6),
)
FRAMES_OF_A_FADE = 20
SIZES = ((960, 540), (1280, 720), (1920, 1080))


@dataclass
class Soak:
    """What was measured: memory in play and at rest, and the share of a core when still."""

    memory_mb: list[float] = field(default_factory=list)
    rested_mb: list[float] = field(default_factory=list)
    events: int = 0
    games: int = 0
    idle_share: float = 0.0

    @property
    def growth_mb(self) -> float:
        """At rest, from the first third, when everything has been seen, to the last."""
        third = max(len(self.rested_mb) // 3, 1)
        return mean(self.rested_mb[-third:]) - mean(self.rested_mb[:third])


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    app = App("Road to Glasgow")
    app.routes.to_title()
    yield app
    app._sounds.end()
    pygame.display.quit()


def test_memory_stays_small_and_level_and_a_still_window_rests(
    benchmark: Callable[..., Any], app: App
) -> None:
    soak = benchmark.pedantic(_soak, args=(app,), rounds=1)
    print(
        f"\n{MINUTES} minutes, {soak.events} events, {soak.games} screens of games:"
        f" {mean(soak.memory_mb):.0f} MB, at most {max(soak.memory_mb):.0f} MB;"
        f" at rest {', '.join(f'{mb:.0f}' for mb in soak.rested_mb)} MB;"
        f" still {100 * soak.idle_share:.1f} % of a core"
    )
    assert max(soak.memory_mb) <= MOST_MB
    assert soak.growth_mb <= MOST_GROWTH_MB
    assert soak.idle_share <= MOST_IDLE_SHARE


def _soak(app: App) -> Soak:
    soak, chance = Soak(), random.Random(SEED)
    end = time.monotonic() + MINUTES * 60
    look_at, rest_at = 0.0, time.monotonic() + MINUTES * 60 / RESTS
    while time.monotonic() < end:
        before = app.stage.screen
        _something(app, chance)
        app.step()
        soak.events += 1
        soak.games += app.stage.screen is not before and hasattr(app.stage.screen, "session")
        if not app.stage.running:  # left from the title screen: open again
            app.stage.running = True
            app.routes.to_title()
        if time.monotonic() > look_at:
            look_at = time.monotonic() + EVERY_S
            soak.memory_mb.append(_memory_mb())
        if time.monotonic() > rest_at:
            rest_at += MINUTES * 60 / RESTS
            _rest(app)
            soak.rested_mb.append(_memory_mb())
    soak.idle_share = _idle_share(app)
    return soak


def _rest(app: App) -> None:
    """Return the title screen, as a new player sees it in the smallest usual window."""
    pygame.event.clear()
    app.routes.to_title()
    app.stage.change_settings(Settings())
    w, h = DESIGN_SIZE
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=w, h=h, size=(w, h)))
    for _ in range(FRAMES_OF_A_FADE):
        app.step()


def _something(app: App, chance: random.Random) -> None:
    """Press a key or a letter, click, turn the wheel, or resize the window."""
    view, dice = app.stage.view, chance.random()
    if dice < 0.35:
        _key(chance.choice(KEYS))
    elif dice < 0.93 and view.focusable():
        widget = chance.choice(view.focusable())
        at = widget.rect.clip(view.area).center
        post = pygame.event.post
        post(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
        post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    elif dice < 0.99:
        pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, y=chance.choice((-1, 1)), x=0))
    else:
        w, h = chance.choice(SIZES)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=w, h=h, size=(w, h)))


def _key(code: int) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.event.Event(kind, key=code, mod=0, unicode="", scancode=0))


def _idle_share(app: App) -> float:
    """Processor time over time, while nothing happens."""
    for _ in range(60):
        app.step()
    began, used = time.monotonic(), time.process_time()
    while time.monotonic() - began < IDLE_S:
        app.step()
    return (time.process_time() - used) / (time.monotonic() - began)


def _memory_mb() -> float:
    """Return what the process holds in memory now; the most so far where only that can be known."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        pages = int(statm.read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
