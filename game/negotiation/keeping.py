"""Parts that are made anew only when something they rest on is another object than last time."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeVar

Part = TypeVar("Part")


class Kept:
    """The newest part under each name. States are frozen, so the same object is the same fact."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[tuple[object, ...], Any]] = {}

    def unless_changed(
        self, name: str, rests_on: tuple[object, ...], make: Callable[[], Part]
    ) -> Part:
        """The part made last time where all it rests on is the same object as then."""
        kept = self._parts.get(name)
        if kept is None or any(map(operator.is_not, kept[0], rests_on)):
            kept = self._parts[name] = rests_on, make()
        part: Part = kept[1]
        return part
