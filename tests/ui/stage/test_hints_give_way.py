"""Hints give way: what is done, or past, is not taught; and no card lies on what it speaks of."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame
import pytest

from game.bots.roster import BOTS
from game.desk.hints import GENERAL, PLACES, Hint, HintBook
from game.desk.term_keys import stepper_key
from game.levels.loader import Level
from game.negotiation.model.actions import Action, Hold, NotAllowed, Probe, TalkPrivately
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.seats.public_level import legal_for
from game.session.session import Session
from game.texts import Texts
from game.ui.gallery.gallery import SCREENS, screen_named
from game.ui.input.settings import Settings
from game.ui.stage.hint_card import HintLayout
from game.ui.stage.stage import Stage
from tests.sharing import shipped_level
from tests.ui.staged import staged

COAL, TRADE = Slot("coal_abroad", "china"), Slot("trade", "usa")
_EVERY_KEY = {*PLACES.values(), stepper_key(COAL), stepper_key(TRADE)}


@dataclass
class _Place:
    """A screen as the book of hints sees it."""

    room: str

    def has_on_table(self, term: Term) -> bool:
        return False


@pytest.fixture
def stage(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    yield from staged(texts, monkeypatch, Settings())


def _passing(level: Level) -> Iterator[Session]:
    """Yield a game at every position of its in which the goals are met."""
    session, player, rng = Session(level, 0), BOTS["trader"](), random.Random(0)
    legal = legal_for(session.scenario, session.seat)
    while not session.finished:
        try:
            session.submit(player.act(session.view, legal, rng))
        except NotAllowed:
            session.submit(Hold())
        if session.score().passed:
            yield session


@pytest.mark.parametrize("name", ["tianjin", "glasgow"])
def test_once_the_goals_are_met_no_hint_asks_for_more(name: str) -> None:
    met = 0
    for session in _passing(shipped_level(name)):
        met += 1
        book = HintBook(session)
        for room in {where.split("_")[0] for where in PLACES}:
            hint = book.next(_Place(room), _EVERY_KEY, ())
            assert hint is None or hint.where in ("hub_hold", "plenary_verdict")
    assert met


@pytest.mark.parametrize(
    ("where", "action"),
    [("hub_probe", Probe("china", COAL)), ("hub_talk", TalkPrivately("china"))],
)
def test_what_was_done_in_a_round_is_not_taught_in_it_any_more(where: str, action: Action) -> None:
    session = Session(shipped_level("tianjin"), 0)
    while session.view.round < 1:
        session.submit(Hold())

    def taught() -> set[str]:
        book, found = HintBook(session), set()
        while (hint := book.next(_Place("hub"), _EVERY_KEY, ())) is not None:
            found.add(hint.where)
            book.read(hint)
        return found

    assert where in taught()
    session.submit(action)
    assert where not in taught()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720p", "1080p"])
def test_no_hint_of_a_level_without_its_own_lies_on_what_it_speaks_of(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    level, shown = shipped_level("glasgow"), set()
    stage.resize(pygame.display.set_mode(size))
    for name in SCREENS:
        screen = screen_named(name, stage, level)
        stage.change_settings(replace(stage.settings, hints=True))
        for place, where in enumerate(GENERAL, start=1):
            hint = Hint(f"general/{where}", where, 0, place, len(GENERAL))
            keys = {widget.key for widget in screen.build().walk()}
            if where.split("_")[0] != getattr(screen, "room", "") or hint.anchor_key not in keys:
                continue
            monkeypatch.setattr(screen, "next_hint", lambda here, hint=hint: hint)
            stage.show(screen)
            root = stage.view.root
            assert isinstance(root, HintLayout)
            assert not root.card_rect.colliderect(root.anchor), where
            shown.add(where)
    assert shown == set(GENERAL)
