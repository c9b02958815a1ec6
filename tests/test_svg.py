"""Pictures for paper: text that fits its place, and fills told apart without colour."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.svg import COLOURS, PATTERNS, Svg, lines_of, width_of
from tests.sharing import shipped_level

LONG = "Alliance of Small Island States"


def test_a_long_name_takes_several_lines_and_loses_nothing() -> None:
    lines = lines_of(LONG, 160)
    assert len(lines) == 2
    assert " ".join(lines) == LONG
    assert all(width_of(line) <= 160 for line in lines)


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), max_size=60), st.integers(60, 300))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int) -> None:
    lines = lines_of(text, room)
    assert all(width_of(line) <= room or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_name_without_spaces_is_broken_where_it_must_be() -> None:
    assert all(width_of(line) <= 100 for line in lines_of("一带一路" * 10 + "x" * 50, 100))


def test_every_bloc_of_the_world_is_told_apart_in_grey() -> None:
    blocs = shipped_level("glasgow").world.blocs
    assert len(PATTERNS) >= len(blocs) - 3  # ships, planes and the rest take no wedge
    assert len(set(PATTERNS)) == len(PATTERNS)
    svg = Svg("grey", 100, 100, "title", "about")
    fills = []
    for number in range(len(PATTERNS)):
        before = len(svg.root)
        svg.box(0, 0, 10, 10, number)
        found = [part.get("fill", "") for part in list(svg.root)[before:] if part.tag == "polygon"]
        fills.append(found[-1] if len(found) > 1 else "plain")
    assert len(set(fills)) == len(PATTERNS)


@pytest.mark.parametrize("number", range(len(COLOURS)))
def test_white_patterns_are_seen_on_every_colour(number: int) -> None:
    red, green, blue = (int(COLOURS[number][i : i + 2], 16) for i in (1, 3, 5))
    grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert grey < 140
    assert re.fullmatch("#[0-9a-f]{6}", COLOURS[number])
