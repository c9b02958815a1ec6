"""The source of a statement about the real world."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """The source of a real-world statement."""

    name: str
    year: int
    figure: str = ""
