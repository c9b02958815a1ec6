"""Lines of text: where they may end, in scripts with spaces and without."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.paint.fonts import Fonts, Role
from game.ui.paint.wrapping import cut_at_lines, line_starts, pieces, wrapped


class OneEach:
    """A font in which every letter is one pixel wide."""

    def size(self, text: str, /) -> tuple[int, int]:
        return len(text), 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("hello brave new world", 9, ("hello", "brave new", "world")),
        ("unbreakable", 4, ("unbr", "eaka", "ble")),
        ("a\n\nb", 9, ("a", "", "b")),
        ("", 9, ("",)),
        ("中国的煤炭", 3, ("中国的", "煤炭")),
        ("中国，煤炭", 2, ("中", "国，", "煤炭")),
        ("中国（煤炭）", 3, ("中国", "（煤", "炭）")),
        ("到2030年。", 6, ("到2030", "年。")),
        ("他说：“好”。", 4, ("他说：", "“好”。")),
        ("升温1.5 °C", 6, ("升温", "1.5 °C")),
        ("to 1.5 °C", 6, ("to", "1.5 °C")),
        ("in /data/a/levels", 9, ("in /data/", "a/levels")),
        (r"C:\data\ann\levels", 10, ("C:\\data\\", "ann\\levels")),
        ("it and/or", 7, ("it", "and/or")),
        ("off 3 GtCO₂e", 9, ("off", "3 GtCO₂e")),
        ("prix\u00a0: 5", 6, ("prix\u00a0:", "5")),
    ],
)
def test_a_line_ends_where_the_script_allows(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrapped(OneEach(), text, width) == lines


@given(st.text("ab 中国，。（）“”°%\n", max_size=40), st.integers(1, 12))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(OneEach(), text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line.strip(" ")) <= width for line in lines)


@given(st.text("ab 中国，。（）“”°%\n", max_size=40), st.integers(1, 12), st.data())
def test_a_stretch_of_a_text_is_found_again_on_its_lines(
    text: str, width: int, data: st.DataObject
) -> None:
    lines = wrapped(OneEach(), text, width)
    starts = line_starts(text, lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cuts = cut_at_lines(lines, starts, start, end)
    assert all(text.startswith(line, begins) for line, begins in zip(lines, starts, strict=True))
    assert [place for place, _, _ in cuts] == sorted({place for place, _, _ in cuts})
    found = "".join(lines[place][low:high] for place, low, high in cuts)
    assert "".join(found.split()) == "".join(text[start:end].split())


@given(st.text("ab 中国，。（）“”°%", max_size=40))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


def test_a_line_is_as_high_in_chinese_as_in_english() -> None:
    pygame.font.init()
    face = Fonts(1.0, 1.0, "zh_Hans")[Role.BODY]
    heights = {
        face.render(text, True, (0, 0, 0)).get_height() for text in ("Coal", "煤炭", "CO₂煤")
    }
    assert len(heights) == 1


def test_letters_of_both_scripts_are_drawn_and_measured_alike() -> None:
    pygame.font.init()
    for role in Role:
        face = Fonts(1.0, 1.25, "zh_Hans")[role]
        for text in ("2030年全球排放", "GtCO₂e", "“面子”……", "Noé → 中"):
            assert face.render(text, True, (9, 9, 9)).get_width() == pytest.approx(
                face.size(text)[0], abs=1
            )
