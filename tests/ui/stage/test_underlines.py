"""Underlined words: where they stand, how they are reached, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desk.glossary import WORDS, forms_of
from game.texts import Texts, available_languages
from game.ui.input.keys import Meaning
from game.ui.paint.canvas import Canvas
from game.ui.paint.fonts import Fonts, Role
from game.ui.paint.theme import THEMES, ThemeName
from game.ui.screens.round.hub_screen import HubScreen
from game.ui.screens.shell.glossary_screen import WordsScreen
from game.ui.screens.shell.title_screen import TitleScreen
from game.ui.screens.table.table_screen import TableScreen
from game.ui.stage import phrase_finder
from game.ui.stage.phrase_finder import Finder
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from game.ui.widgets.mention import Mention
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.widget import Look, Widget
from tests.pseudo import lengthened
from tests.ui.driving import Driver

CREDIBILITY = "look/word/credibility"
LANGUAGES = {language: Texts.load(language) for language in available_languages()}
PHRASES = {
    form: word for texts in LANGUAGES.values() for word in WORDS for form in forms_of(word, texts)
}
FILLING = [
    "the",
    "of",
    "it,",
    "«",
    "»",
    "une",
    "más",
    "（",
    "）。",
    "排放",
    "代表团",
    "\n",
    "  ",
    "supercalifragilistic",
    *map(lengthened, ("red line", "offer")),
]
SENTENCES = st.lists(st.sampled_from([*PHRASES, *FILLING]), max_size=30).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)
FINDER = Finder({**PHRASES, **{lengthened(form): word for form, word in PHRASES.items()}})


class Writing(Canvas):
    """Keeps what is written on it and where."""

    def text(self, text: str, at: tuple[int, int], *more: object) -> pygame.Rect:
        box = super().text(text, at, *more)  # type: ignore[arg-type]
        self.written.append((text, box))  # type: ignore[attr-defined]
        return box


def _canvas(language: str) -> Writing:
    pygame.font.init()
    canvas = Writing(pygame.Surface((900, 900)), THEMES[ThemeName.NIGHT], Fonts(1, 1, language))
    canvas.written = []  # type: ignore[attr-defined]
    return canvas


def _drawn(text: str, width: int, align: str, language: str) -> tuple[Label, Writing]:
    canvas = _canvas(language)
    label = Label(text, Role.BODY, align=align)
    label.mentions = tuple(
        Mention(each.start, each.end, lambda: None, key=str(place))
        for place, each in enumerate(FINDER(text))
    )
    label.place(canvas, pygame.Rect(40, 30, width, label.height_for(canvas, width)))
    label.draw(canvas, Look(None, None, False))
    return label, canvas


@settings(deadline=None, max_examples=60)
@given(
    SENTENCES,
    st.integers(40, 700),
    st.sampled_from(["left", "center", "right"]),
    st.sampled_from(["en", "zh_Hans"]),
)
def test_every_letter_is_written_once_in_order_inside_the_place(
    text: str, width: int, align: str, language: str
) -> None:
    label, canvas = _drawn(text, width, align, language)
    written: list[tuple[str, pygame.Rect]] = canvas.written  # type: ignore[attr-defined]
    assert "".join("".join(line.split()) for line, _ in written) == "".join(text.split())
    assert [box.y for _, box in written] == sorted({box.y for _, box in written})
    assert all(label.rect.inflate(2, 2).contains(box) for _, box in written if box.width)


@settings(deadline=None, max_examples=60)
@given(
    SENTENCES,
    st.integers(40, 700),
    st.sampled_from(["left", "center", "right"]),
    st.sampled_from(["en", "zh_Hans"]),
)
def test_an_underline_lies_below_its_own_letters_and_no_others(
    text: str, width: int, align: str, language: str
) -> None:
    label, canvas = _drawn(text, width, align, language)
    font = canvas.fonts[Role.BODY]
    lines = {box.y: (line, box.x) for line, box in canvas.written}  # type: ignore[attr-defined]
    boxes: list[pygame.Rect] = []
    for mention in label.mentions:
        covered = ""
        for box in mention.boxes:
            assert label.rect.inflate(2, 2).contains(box)
            line, x = lines[box.y]
            ends = {x + font.size(line[:at])[0]: at for at in range(len(line), -1, -1)}
            low = min(ends, key=lambda end: abs(end - box.left))
            high = min(ends, key=lambda end: abs(end - box.right))
            assert abs(low - box.left) <= 1
            assert abs(high - box.right) <= 1
            covered += line[ends[low] : ends[high]]
        said = text[mention.start : mention.end]
        assert "".join(covered.split()) == "".join(said.split())
        boxes += mention.boxes
    for place, box in enumerate(boxes):
        assert all(box.clip(other).width <= 1 for other in boxes[:place])


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("colour", ["text", "muted", "bad"])
def test_an_underline_has_the_colour_of_its_letters(theme: ThemeName, colour: str) -> None:
    pygame.font.init()
    canvas = Canvas(pygame.Surface((400, 60)), THEMES[theme], Fonts(1, 1))
    canvas.surface.fill(canvas.theme.card)
    label = Label("A red line", Role.BODY, colour)
    label.mentions = (Mention(2, 10, lambda: None, key="line"),)
    label.place(canvas, pygame.Rect(10, 10, 380, 40))
    label.draw(canvas, Look(None, None, False))
    box = label.mentions[0].boxes[0]
    ink = getattr(canvas.theme, colour)
    rows = [
        [tuple(canvas.surface.get_at((x, y)))[:3] for x in range(box.left, box.right)]
        for y in range(box.top, box.bottom)
    ]
    assert any(row.count(ink) >= box.width // 4 for row in rows)


def _to_the_round(driver: Driver) -> None:
    settings_now = driver.app.stage.settings
    driver.app.stage.change_settings(replace(settings_now, hints=False, text_scale=1.0))
    for letter in ("p", "1", "r", "r"):
        driver.letter(letter)
    assert isinstance(driver.screen, HubScreen)


def _step_words_to(driver: Driver, key: str) -> None:
    for _ in range(60):
        driver.key(pygame.K_F3)
        if driver.app.stage.view.focus_key == key:
            return
    raise AssertionError(f"F3 never came to {key!r}")


def _words(driver: Driver) -> list[Mention]:
    return [w for w in driver.app.stage.view.root.walk() if isinstance(w, Mention)]


def _mention(driver: Driver, key: str) -> Mention:
    return next(word for word in _words(driver) if word.key == key)


def _in_sight(driver: Driver, entry: str) -> bool:
    view = driver.app.stage.view
    found = next(widget for widget in view.root.walk() if widget.key == entry)
    around = [s for s in view.root.walk() if isinstance(s, Scroll) and found in s.child.walk()]
    return all(scroll.rect.contains(found.rect) for scroll in around)


@pytest.mark.parametrize("open_key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_word_opens_by_keys_and_escape_comes_back_to_it(driver: Driver, open_key: int) -> None:
    _to_the_round(driver)
    screen = driver.screen
    _step_words_to(driver, CREDIBILITY)
    driver.key(open_key)
    assert isinstance(driver.screen, WordsScreen)
    assert _in_sight(driver, "word/credibility")
    driver.key(pygame.K_ESCAPE)
    assert driver.screen is screen
    assert driver.app.stage.view.focus_key == CREDIBILITY


def test_a_word_opens_by_a_click_on_its_letters_alone(driver: Driver) -> None:
    _to_the_round(driver)
    screen = driver.screen
    box = _mention(driver, CREDIBILITY).boxes[0]
    driver.click_at((box.right + 30, box.centery))
    assert driver.screen is screen
    driver.click_at(box.center)
    assert isinstance(driver.screen, WordsScreen)
    assert _in_sight(driver, "word/credibility")
    driver.click("back")
    assert driver.screen is screen
    assert driver.app.stage.view.focus_key == CREDIBILITY


def test_tab_comes_to_the_words_in_reading_order_after_all_else(driver: Driver) -> None:
    _to_the_round(driver)
    driver.letter("1")
    assert isinstance(driver.screen, TableScreen)
    order = driver.app.stage.view.focusable()
    words = _words(driver)
    assert words
    assert order[-len(words) :] == words
    driver.tab_to(words[-1].key)
    driver.key(pygame.K_TAB)
    assert driver.app.stage.view.focused is order[0]


def test_the_arrows_pass_the_words_by(driver: Driver) -> None:
    _to_the_round(driver)
    driver.letter("1")
    view = driver.app.stage.view
    view._focus(next(w for w in view.focusable() if not w.is_aside))
    for _ in range(30):
        if not view._move_focus(Meaning.DOWN):
            break
        assert isinstance(view.focused, Widget)
        assert not view.focused.is_aside
    assert isinstance(view.focused, Button)


@pytest.mark.parametrize("by", ["keys", "mouse"])
def test_coming_back_finds_everything_scrolled_as_it_was(driver: Driver, by: str) -> None:
    _to_the_round(driver)
    stage = driver.app.stage
    stage.change_settings(replace(stage.settings, text_scale=2.0))
    driver.letter("1")
    assert isinstance(driver.screen, TableScreen)
    last = _words(driver)[-1].key
    _step_words_to(driver, last)
    offsets, rect = dict(stage.offsets), _mention(driver, last).rect
    assert any(offsets.values())
    if by == "keys":
        driver.key(pygame.K_RETURN)
        driver.key(pygame.K_ESCAPE)
    else:
        driver.click_at(_mention(driver, last).boxes[0].center)
        assert isinstance(driver.screen, WordsScreen)
        driver.click("back")
    assert isinstance(driver.screen, TableScreen)
    assert {key: at for key, at in stage.offsets.items() if at} == {
        key: at for key, at in offsets.items() if at
    }
    assert _mention(driver, last).rect == rect
    assert stage.view.focus_key == last


def test_an_answer_that_came_meanwhile_is_taken_on_coming_back(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_the_round(driver)
    driver.letter("1")
    driver.key(pygame.K_F1)
    taken: list[TableScreen] = []
    monkeypatch.setattr(TableScreen, "on_answer", lambda screen: taken.append(screen))
    driver.key(pygame.K_ESCAPE)
    assert taken == [driver.screen]


def test_a_question_over_a_screen_is_come_back_to(driver: Driver) -> None:
    _to_the_round(driver)
    driver.letter("u")
    asked = driver.screen
    assert asked.behind is not None
    _step_words_to(driver, "look/word/backer")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.screen, WordsScreen)
    assert driver.screen.sourced
    driver.key(pygame.K_ESCAPE)
    assert driver.screen is asked


def test_the_words_opened_from_the_words_are_the_same_page(driver: Driver) -> None:
    driver.key(pygame.K_F1)
    screen = driver.screen
    assert isinstance(screen, WordsScreen)
    driver.key(pygame.K_F1)
    assert driver.screen is screen
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.screen, TitleScreen)


def test_the_key_of_the_words_does_nothing_where_there_are_none(driver: Driver) -> None:
    driver.key(pygame.K_F1)
    driver.key(pygame.K_F3)
    assert driver.app.stage.view.focus_key == "back"


def test_a_panel_with_words_alone_can_still_be_scrolled_by_keys() -> None:
    canvas = _canvas("en")
    label = Label("A red line. " * 40)
    label.mentions = (Mention(2, 10, lambda: None, key="line"),)
    for child, takes in ((label, True), (Column([label, Button("On", lambda: None)]), False)):
        scroll = Scroll(child, {}, key="panel")
        scroll.place(canvas, pygame.Rect(0, 0, 200, 100))
        assert scroll.hidden
        assert scroll.takes_focus == takes


def test_a_word_shows_what_it_means_as_a_tip(driver: Driver, texts: Texts) -> None:
    _to_the_round(driver)
    assert _mention(driver, CREDIBILITY).tip == texts("glossary.credibility.meaning")


def test_nothing_is_looked_for_again_when_a_screen_is_drawn_again(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_the_round(driver)
    driver.letter("1")
    looked: list[str] = []
    monkeypatch.setattr(phrase_finder, "_places", lambda text, _: looked.append(text) or iter(()))
    for _ in range(3):
        driver.app.stage.refresh()
        driver.app.stage.draw()
    assert looked == []
    assert _words(driver)
