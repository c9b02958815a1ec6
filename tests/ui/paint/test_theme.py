"""The look as written down: one place for each colour, told apart by every eye."""

from itertools import combinations

import numpy as np
import pytest

from game.ui.paint.theme import THEMES, Colour, Theme, contrast
from tests.ui.art_direction import FIGURE, PAGE, page_with_tables, swatches, unnamed

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB
DEUTERANOPE = np.array(
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]
)
PROTANOPE = np.array(
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]
)
TOLD_APART = 8.0  # CIE 1976 difference; about 2.3 can just be seen side by side


def test_the_page_on_art_direction_shows_the_colours_that_are_drawn() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page_with_tables(page) == page
    assert FIGURE.read_text(encoding="utf-8") == swatches()
    assert unnamed() == set()


def test_black_on_white_has_the_contrast_wcag_says() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(
    "eye", [np.eye(3), DEUTERANOPE, PROTANOPE], ids=["all", "deutan", "protan"]
)
def test_delegations_are_told_apart_by_every_eye(theme: Theme, eye: np.ndarray) -> None:
    seen = [_lab(colour, eye) for colour in theme.parties]
    too_near = [
        (theme.parties[a], theme.parties[b])
        for a, b in combinations(range(len(seen)), 2)
        if np.linalg.norm(seen[a] - seen[b]) < TOLD_APART
    ]
    assert too_near == []


def _lab(colour: Colour, eye: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of a colour as an eye sees it."""
    rgb = np.array(colour) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(eye @ linear, 0, 1)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    x, y, z = np.cbrt(to_xyz @ linear / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
