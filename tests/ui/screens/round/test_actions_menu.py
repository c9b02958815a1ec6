"""The menus of the round: they list nothing that the rules refuse, and Escape goes back a step."""

import random
from collections.abc import Callable

import pygame
import pytest

from game.bots.roster import BOTS
from game.negotiation.model.actions import Action, Hold, NotAllowed, PressInPublic, TieHands
from game.negotiation.model.events import Event
from game.negotiation.model.scenario import Slot
from game.negotiation.seats.public_level import legal_for
from game.session.session import Session
from game.ui.screens.common.choose import Choose
from game.ui.screens.common.play import GameScreen
from game.ui.screens.round import actions_menu as ways
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.routes import Routes
from game.ui.stage.stage import Stage
from game.ui.widgets.controls import Button
from tests.sharing import shipped_level

MENUS: tuple[Callable[[GameScreen], None], ...] = (
    ways.probe,
    ways.talk,
    ways.press,
    ways.seek_backing,
    ways.tie_hands,
)


def _hub(stage: Stage, level_id: str = "glasgow", seed: int = 1) -> HubScreen:
    session = Session(shipped_level(level_id), seed=seed)
    hub = HubScreen(stage, Routes(stage).play_of(session))
    stage.show(hub)
    stage.draw()
    return hub


class _Trial:
    """Stands in for submitting: the rules are asked, the position stays."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.refused: list[Action] = []
        self.allowed = 0

    def submit(self, action: Action) -> tuple[Event, ...]:
        try:
            self.session.rules.apply(self.session.state, self.session.seat, action)
        except NotAllowed:
            self.refused.append(action)
            raise
        self.allowed += 1
        raise NotAllowed("no_actions_left")  # nothing came of it, so nothing changes


def _try_all(hub: HubScreen, menu: Callable[[GameScreen], None]) -> None:
    """Take every choice that is on, down to the last step."""

    def go(path: tuple[int, ...]) -> None:
        hub.stage.show(hub)
        menu(hub)
        for step in path:
            asked = hub.stage.screen
            assert isinstance(asked, Choose)
            asked.choices[step].take()
        asked = hub.stage.screen
        if isinstance(asked, Choose):
            for i, choice in enumerate(asked.choices):
                if not choice.why_not:
                    go((*path, i))

    go(())


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow"])
def test_nothing_is_listed_that_the_rules_refuse(
    stage: Stage, level_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = _hub(stage, level_id)
    session = hub.session
    player, rng = BOTS["random"](), random.Random(5)
    legal = legal_for(session.scenario, session.seat)
    allowed = 0
    while not session.finished:
        if session.view.actions_left:
            trial = _Trial(session)
            monkeypatch.setattr(hub.session, "submit", trial.submit)
            for menu in MENUS:
                _try_all(hub, menu)
            monkeypatch.undo()
            assert trial.refused == []
            allowed += trial.allowed
        for _ in range(3):
            try:
                session.submit(player.act(session.view, legal, rng))
            except NotAllowed:
                session.submit(Hold())
            if session.finished:
                break
    assert allowed > 10


def test_what_is_off_says_why(stage: Stage) -> None:
    hub = _hub(stage)
    session = hub.session
    session.submit(TieHands(Slot("methane", "usa"), 0))
    session.submit(PressInPublic("china", "china_path"))
    ways.tie_hands(hub)
    asked = stage.screen
    assert isinstance(asked, Choose)
    off = [choice for choice in asked.choices if choice.why_not]
    assert [choice.text for choice in off] == [session.scenario.issue("methane").title]
    stage.show(hub)
    ways.press(hub)
    asked = stage.screen
    assert isinstance(asked, Choose)
    india = next(choice for choice in asked.choices if choice.text == "India")
    assert india.why_not  # its issue opens later


@pytest.mark.parametrize("menu", [ways.probe, ways.press, ways.seek_backing, ways.tie_hands])
def test_escape_goes_back_one_step(stage: Stage, menu: Callable[[GameScreen], None]) -> None:
    hub = _hub(stage)
    menu(hub)
    first = stage.screen
    assert isinstance(first, Choose)
    next(choice for choice in first.choices if not choice.why_not).take()
    assert isinstance(stage.screen, Choose)
    assert stage.screen is not first
    escape = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode="", scancode=0)
    stage.handle(escape)
    assert stage.screen is first
    stage.draw()
    on = [w for w in stage.view.focusable() if isinstance(w, Button) and not w.why_not]
    assert len(on) > 1
    stage.handle(escape)
    assert stage.screen is hub
