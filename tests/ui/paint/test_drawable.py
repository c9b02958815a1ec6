"""Text from any file can be measured, wrapped and drawn, in a bounded time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.paint.drawable import LINE_MOST, drawable, drawable_line
from game.ui.paint.fonts import Role
from game.ui.stage.stage import Stage
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.labels import Label
from tests.ui.placing import placed

HOSTILE = {
    "NUL": "a\x00b",
    "zero width": "\u200b\u200d",
    "soft hyphen": "\u00ad",
    "half a letter": "\ud800",
    "no UTF-8": "/home/andr\udce9",
    "a long word": "w" * 100_000,
    "a long word of accents": "é" * 100_000,
    "marks": "a" + "\u0301" * 5_000,
    "controls": "\x1b[31m\r\t\x7f",
    "long Chinese": "中" * 30_000,
    "a long path": "/folder" * 15_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_any_text_is_drawn_in_a_bounded_time(stage: Stage, text: str) -> None:
    began = time.perf_counter()
    whole = Column([Label(text), Label(f"{text}\n{text}", Role.QUOTE), Button(text, list)])
    placed(stage, whole, 400)
    stage.canvas.text(text, (0, 0))
    assert time.perf_counter() - began < 5.0


@given(st.text(max_size=40))
def test_what_is_drawable_stays_as_it_is(text: str) -> None:
    assert drawable(drawable(text)) == drawable(text)


def test_what_has_no_ink_is_shown_as_what_it_is() -> None:
    assert drawable("\u200b") == "\\u200b"


def test_a_long_chinese_text_loses_nothing() -> None:
    assert drawable("中" * 500) == "中" * 500


def test_a_line_longer_than_any_window_is_cut_with_an_ellipsis() -> None:
    line = drawable_line("word " * 1_000)
    assert len(line) == LINE_MOST
    assert line.endswith("…")


def test_a_fonts_measure_takes_what_it_cannot_draw(stage: Stage) -> None:
    assert stage.canvas.fonts[Role.BODY].size("a\x00b")[0] > 0
