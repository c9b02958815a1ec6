"""Spots for a card: what each would hide, how far it lies, and the one that is least bad."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.stage.card_placement import Spots

AREA = pygame.Rect(0, 0, 200, 120)


def rects() -> st.SearchStrategy[pygame.Rect]:
    """Anywhere in the area, of any size."""
    sides = st.integers(0, 110)
    return st.builds(pygame.Rect, sides, sides, sides, sides)


@given(anchor=rects(), parts=st.lists(rects(), max_size=5))
def test_every_spot_hides_what_its_rectangle_shares_and_lies_as_far_off(
    anchor: pygame.Rect, parts: list[pygame.Rect]
) -> None:
    spots = Spots.around(anchor, (40, 30), AREA, step=25)
    hidden, far = spots.hidden(parts), spots.apart(anchor)
    for x, left in enumerate(spots.lefts):
        for y, top in enumerate(spots.tops):
            place = pygame.Rect(int(left), int(top), 40, 30)
            assert AREA.contains(place)
            assert hidden[x, y] == sum(_shared(place, part) for part in parts)
            assert far[x, y] == _apart(place, anchor)


def test_the_first_harm_outweighs_any_amount_of_the_next() -> None:
    anchor, words = pygame.Rect(0, 0, 100, 120), pygame.Rect(100, 0, 100, 120)
    spots = Spots.around(anchor, (40, 30), AREA, step=10)
    harms, place = spots.least([spots.hidden([anchor]), spots.hidden([words])])
    assert harms == (0, 40 * 30)
    assert _shared(place, anchor) == 0


def _apart(one: pygame.Rect, other: pygame.Rect) -> int:
    """Pixels between two rectangles, across and down together."""
    across = max(one.left - other.right, other.left - one.right, 0)
    return across + max(one.top - other.bottom, other.top - one.bottom, 0)


def _shared(one: pygame.Rect, other: pygame.Rect) -> int:
    """Pixels that lie in both."""
    both = one.clip(other)
    return both.width * both.height
