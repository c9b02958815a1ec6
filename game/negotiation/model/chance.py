"""Chance without state: a draw depends only on the seed, the turn and its purpose."""

from __future__ import annotations

import hashlib
from functools import lru_cache


@lru_cache(maxsize=4096)
def draw(seed: int, turn: int, purpose: str) -> int:
    """Return a whole number from 0 to 999, the same on every machine."""
    digest = hashlib.sha256(f"{seed}/{turn}/{purpose}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 1000


def drawn_between(seed: int, purpose: str, most: int) -> int:
    """Return a whole number from -most to most, fixed for a whole game.

    One of a thousand values evenly spread over that range, each as likely, rounded down to a whole.
    """
    return most * (2 * draw(seed, 0, purpose) - 999) // 999 if most else 0


def happens(seed: int, turn: int, purpose: str, odds: int) -> bool:
    """Return True if something with odds in thousandths comes true."""
    return draw(seed, turn, purpose) < odds
