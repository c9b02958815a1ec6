"""Pictures that are drawn once are kept as long as there is room for them."""

import pygame

from game.ui.paint.canvas import Kept

SIDE = 10
EACH = SIDE * SIDE * 4


def picture() -> pygame.Surface:
    return pygame.Surface((SIDE, SIDE), pygame.SRCALPHA, 32)


def test_a_picture_is_drawn_once() -> None:
    kept, drawn = Kept(10 * EACH), []
    for _ in range(3):
        kept.get(("a",), lambda: drawn.append(1) or picture())
    assert len(drawn) == 1


def test_the_picture_not_used_for_longest_makes_room() -> None:
    kept = Kept(2 * EACH)
    for name in ("a", "b", "a", "c"):
        kept.get((name,), picture)
    assert list(kept.pictures) == [("a",), ("c",)]
    assert kept.bytes == 2 * EACH


def test_a_picture_larger_than_all_the_room_is_kept_until_the_next() -> None:
    kept = Kept(EACH // 2)
    first = kept.get(("large",), picture)
    assert kept.get(("large",), picture) is first
    kept.get(("next",), picture)
    assert list(kept.pictures) == [("next",)]
