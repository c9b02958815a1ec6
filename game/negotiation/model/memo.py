"""Memo: make a part anew only when an input of it has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Part = TypeVar("Part")


class Memo:
    """Keep the newest part under each name. States are frozen: what is equal is the same fact."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[tuple[object, ...], Any]] = {}

    def unless_changed(
        self, name: str, rests_on: tuple[object, ...], make: Callable[[], Part]
    ) -> Part:
        """Return the part made last time where all it rests on equals what it rested on then."""
        kept = self._parts.get(name)
        if kept is None or kept[0] != rests_on:
            kept = self._parts[name] = rests_on, make()
        part: Part = kept[1]
        return part
