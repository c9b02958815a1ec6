"""A bare bargaining domain: issues with options, and what each option is worth to two parties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

PARTS = 10**12  # worth is counted in whole parts of so many, so that it adds up alike everywhere


@dataclass(frozen=True)
class DuelSide:
    """One party. worth: per issue, per option; reservation: what no deal is worth; in PARTS."""

    id: str
    worth: tuple[tuple[int, ...], ...]
    reservation: int

    @cached_property
    def best(self) -> int:
        """The worth of its best outcome."""
        return sum(max(figures) for figures in self.worth)

    def worth_of(self, options: tuple[int, ...]) -> int:
        """Return the worth of a package, given by the option of each issue."""
        return sum(figures[option] for figures, option in zip(self.worth, options, strict=True))


@dataclass(frozen=True)
class BareDomain:
    """Two parties and the issues between them; any option of any issue can be chosen."""

    issues: tuple[str, ...]
    sides: tuple[DuelSide, DuelSide]
