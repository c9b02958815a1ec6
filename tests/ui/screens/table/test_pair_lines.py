"""Lines on the deal table: between terms that count together for the player's own side."""

import pygame
import pytest

from game.desk.linked_pairs import own_pairs
from game.desk.term_keys import term_key
from game.levels.loader import Level
from game.negotiation.model.scenario import Slot
from game.session.session import Session
from game.texts import Texts
from game.ui.charts.ties import End, Tie, Ties
from game.ui.gallery.gallery import screen_named
from game.ui.input.settings import Settings
from game.ui.paint.theme import ThemeName
from game.ui.screens.routes import Routes
from game.ui.screens.table.pair_notes import note_key
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage.stage import Stage
from game.ui.stage.view import View
from game.ui.widgets.boxes import Column, Row, Spacer, card
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Widget
from tests.sharing import shipped_level

PATH, TRADE = Slot("china_path", "china"), Slot("trade", "usa")


@pytest.fixture(scope="module")
def glasgow() -> Level:
    return shipped_level("glasgow")


def _stage(
    monkeypatch: pytest.MonkeyPatch, texts: Texts, settings: Settings, size: tuple[int, int]
) -> Stage:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    return Stage(pygame.display.set_mode(size), texts, settings, Routes)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> Stage:
    return _stage(monkeypatch, texts, Settings(), (1280, 720))


def _ties(stage: Stage) -> Ties | None:
    found = [w for w in stage.view.root.walk() if isinstance(w, Ties)]
    return found[0] if found else None


def _of_key(stage: Stage, key: str) -> Widget:
    return next(w for w in stage.view.root.walk() if w.key == key)


def _picture(stage: Stage) -> bytes:
    stage.draw()
    return pygame.image.tobytes(stage.canvas.surface, "RGB")


def test_a_seat_that_links_nothing_has_no_lines(stage: Stage, glasgow: Level) -> None:
    stage.show(screen_named("table", stage, glasgow))
    assert _ties(stage) is None


def test_every_pair_that_the_seat_links_has_a_line_with_its_words_at_both_ends(
    stage: Stage, glasgow: Level
) -> None:
    screen = screen_named("linked", stage, glasgow)
    assert isinstance(screen, TableScreen)
    stage.show(screen)
    pairs = own_pairs(screen.session.view, tuple(screen.draft.agreed))
    ties = _ties(stage)
    assert ties is not None
    assert len(ties.ties) == len(pairs) == 2
    for link in pairs:
        for term in (link.first, link.second):
            assert _of_key(stage, note_key(link, term.slot)).rect.height > 0


def test_a_line_is_whole_and_its_notes_are_checked_once_both_its_terms_are_far_enough(
    stage: Stage, glasgow: Level
) -> None:
    screen = screen_named("linked", stage, glasgow)
    assert isinstance(screen, TableScreen)
    for option, expected, sign in ((1, False, "pending"), (2, True, "check")):
        screen._set(TRADE, option)
        stage.show(screen)
        ties = _ties(stage)
        assert ties is not None
        assert ties.ties[0].holds is expected
        note = _of_key(stage, ties.ties[0].ends[1].at)
        assert [w.name for w in note.walk() if isinstance(w, Icon)] == [sign]


def test_the_line_of_the_term_that_has_the_keyboard_stands_out(
    stage: Stage, glasgow: Level
) -> None:
    stage.show(screen_named("linked", stage, glasgow))
    ties = _ties(stage)
    assert ties is not None
    stepper = next(w for w in _of_key(stage, term_key(PATH)).walk() if w.takes_focus)
    stage.view._focus(stepper)
    tie = next(t for t in ties.ties if term_key(PATH) in {e.part_of for e in t.ends})
    spot = ties._spots[next(e.at for e in tie.ends if e.part_of == term_key(PATH))]
    beside = pygame.Rect(spot.panel.rect.x - 14, spot.widget.rect.centery - 20, 14, 40)
    stage.draw()
    lit = pygame.image.tobytes(stage.canvas.surface.subsurface(beside), "RGB")
    stage.view.focused = None
    stage.draw()
    assert pygame.image.tobytes(stage.canvas.surface.subsurface(beside), "RGB") != lit


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_lines_are_drawn_wherever_the_panels_are_scrolled_to(
    monkeypatch: pytest.MonkeyPatch,
    texts: Texts,
    glasgow: Level,
    size: tuple[int, int],
    scale: float,
    theme: ThemeName,
) -> None:
    stage = _stage(monkeypatch, texts, Settings(theme, scale), size)
    stage.show(screen_named("linked", stage, glasgow))
    ties = _ties(stage)
    assert ties is not None
    stage.view.reveal(ties.ties[0].ends[0].at)
    with_lines = _picture(stage)
    kept, ties.ties = ties.ties, []
    assert _picture(stage) != with_lines
    ties.ties = kept
    for scroll in [w for w in stage.view.root.walk() if isinstance(w, Scroll)]:
        scroll._to(scroll.hidden)
        stage.view._settle()
        stage.draw()


@pytest.mark.parametrize("below", [False, True], ids=["beside", "below"])
def test_two_ends_on_one_panel_are_joined_as_well(stage: Stage, below: bool) -> None:
    left = card(Column([Row([], key="a"), Spacer(60), Row([], key="b"), Spacer(60)], key="of"))
    middle = card(Column([Spacer(40), Label("both", key="both")]))
    sides = Row([left, card(Label("other"))], gap=14)
    body = Column([sides, middle], gap=14) if below else Row([left, middle], gap=14)
    ends = End("a", "of", holds=True), End("b", "of", holds=True)
    ties = Ties(body, [Tie(ends, "both", "good")], gap=14)
    view = View(ties, stage.canvas, stage.canvas.surface.get_rect(), "")
    view.draw()
    gap = left.rect.right + stage.canvas.px(7)
    halfway = (ties._spots["a"].level()[0] + ties._spots["b"].level()[0]) // 2
    assert stage.canvas.surface.get_at((gap, halfway))[:3] == stage.canvas.theme.good


def test_a_term_that_is_on_another_table_leaves_its_end_out(stage: Stage, glasgow: Level) -> None:
    session = Session(glasgow, 1, "china")
    stage.show(TableScreen(stage, Routes(stage).play_of(session), "india"))
    ties = _ties(stage)
    assert ties is not None
    assert [len(ties._here(tie)) for tie in ties.ties] == [1, 1]
    stage.draw()
