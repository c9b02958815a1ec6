"""Whatever a file holds, people see letters they can see, in a length they can read."""

import os
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.visible import (
    NAME_MOST,
    TEXT_MOST,
    WORD_MOST,
    for_terminal,
    has_hidden,
    shown,
    shown_text,
)

ANYTHING = st.text(st.characters(), max_size=60)  # lone surrogates among them
INKLESS = ["\u200b", "\u00ad", "\u2060\u2060", "\ufeff", "\u3164", "\u2800", "\u0301", "\ufe0f"]


def _has_ink(word: str) -> bool:
    return any(
        unicodedata.category(letter)[0] in "LNPSM" and unicodedata.category(letter) != "Mn"
        for letter in word
    )


def test_a_path_that_is_no_utf_8_shows_its_byte() -> None:
    assert shown(os.fsdecode(b"/home/andr\xe9")) == "/home/andr\\xe9"


@pytest.mark.parametrize(
    ("foreign", "seen"),
    [
        ("a\0b", "a\\x00b"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines", "two\\x0alines"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("lone \ud800", "lone \\ud800"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("   ", "\\x20\\x20\\x20"),
        ("\u0301accent", "\\u0301accent"),
        ("Québec, Qu\u00e9bec, 格拉斯哥, مرحبا", "Québec, Québec, 格拉斯哥, مرحبا"),
        ("", ""),
    ],
)
def test_what_has_no_letter_of_its_own_is_spelt_out(foreign: str, seen: str) -> None:
    assert shown(foreign) == seen


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    seen = shown("begin" + "x" * 20_000 + "end.jsonl", 40)
    assert len(seen) == 40
    assert seen.startswith("begin")
    assert seen.endswith("end.jsonl")


@given(ANYTHING, st.integers(10, 200))
@example("\u200b" * 300, 60)
@example("e" + "\u0301" * 50, 60)
def test_a_name_is_one_line_of_visible_letters_that_any_terminal_can_write(
    foreign: str, most: int
) -> None:
    seen = shown(foreign, most)
    assert len(seen) <= most
    assert seen.encode("utf-8").decode() == seen
    assert seen.splitlines() in ([], [seen])
    assert bool(seen) == bool(foreign)
    assert all(
        _has_ink(word) or unicodedata.category(word[0]) in ("Co", "Cn") for word in seen.split()
    )


@given(ANYTHING)
@example("word \u200b word")
@example("\u00ad")
def test_every_word_of_a_text_has_something_to_draw(foreign: str) -> None:
    seen = shown_text(foreign)
    assert seen.encode("utf-8").decode() == seen
    assert set("\0\t\r\x0b\x0c\x1b\x85\u2028\u2029").isdisjoint(seen)
    assert all(
        _has_ink(word) or {unicodedata.category(letter) for letter in word} & {"Co", "Cn"}
        for word in seen.split()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Two lines,\nas they were written.",
        "می\u200cخواهم",  # Persian parts two letters so
        "क्\u200dष",
        "Emissions\u00adhandel",
        "❤\ufe0f",
        "a\u0302\u0301",
    ],
)
def test_what_a_script_needs_stays_in_a_text(text: str) -> None:
    assert shown_text(text) == text
    assert not has_hidden(text)


@pytest.mark.parametrize("word", INKLESS)
def test_a_word_without_ink_is_seen_and_can_be_found(word: str) -> None:
    assert "\\u" in shown_text(f"before {word} after") or "\\x" in shown_text(
        f"before {word} after"
    )
    assert has_hidden(f"before {word} after")


def test_words_and_texts_without_end_are_cut_at_once() -> None:
    start = time.perf_counter()
    seen = shown_text("x" * 5_000_000 + " " + "é" * 5_000_000)
    assert len(seen) <= TEXT_MOST
    assert max(map(len, seen.split())) <= WORD_MOST
    assert len(shown("\ud800" * 5_000_000)) <= NAME_MOST
    assert time.perf_counter() - start < 1


def test_a_terminal_obeys_nothing_that_a_level_or_a_log_says() -> None:
    said = for_terminal("a\x1b[2Jb\x9bc\u202ed\n\te é中")
    assert said == "a\\x1b[2Jb\\x9bc\\u202ed\n\te é中"
