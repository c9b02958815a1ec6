"""A bare bargaining domain: issues with options, and what each option is worth to two parties."""

from __future__ import annotations

import math
from dataclasses import dataclass

MICRO = 1_000_000  # worth is counted in whole millionths, so that it adds up alike everywhere
MOST_ISSUES = 200
MOST_OPTIONS = 1_000
LARGEST_WEIGHT = 1_000.0


@dataclass(frozen=True)
class Side:
    """One party. worth: per issue, per option, millionths; reservation: millionths."""

    id: str
    worth: tuple[tuple[int, ...], ...]
    reservation: int


@dataclass(frozen=True)
class BareDomain:
    """Two parties and the issues between them; any option of any issue can be chosen."""

    issues: tuple[str, ...]
    sides: tuple[Side, Side]


class DomainUnreadable(ValueError):
    """JSON that is no domain. what: key of the sentence, `domain.<what>`; where: the place."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} at {where}")
        self.what, self.where = what, where


def domain_from_json(data: object) -> BareDomain:
    """The domain of a JSON document. Raises DomainUnreadable."""
    if not isinstance(data, dict):
        raise DomainUnreadable("not_an_object", "$")
    options = _issues(data.get("issues"))
    parties = data.get("parties")
    if not isinstance(parties, list) or len(parties) != 2:
        raise DomainUnreadable("not_two_parties", "parties")
    first, second = (_side(party, n, options) for n, party in enumerate(parties))
    if first.id == second.id:
        raise DomainUnreadable("same_name", "parties[1].id")
    return BareDomain(tuple(options), (first, second))


def _issues(given: object) -> dict[str, int]:
    if not isinstance(given, list) or not 0 < len(given) <= MOST_ISSUES:
        raise DomainUnreadable("no_issues", "issues")
    options: dict[str, int] = {}
    for number, issue in enumerate(given):
        where = f"issues[{number}]"
        if not isinstance(issue, dict) or not isinstance(issue.get("id"), str):
            raise DomainUnreadable("no_name", where)
        count = issue.get("options")
        if not isinstance(count, int) or isinstance(count, bool) or not 0 < count <= MOST_OPTIONS:
            raise DomainUnreadable("no_options", f"{where}.options")
        if issue["id"] in options:
            raise DomainUnreadable("same_name", f"{where}.id")
        options[issue["id"]] = count
    return options


def _side(given: object, number: int, options: dict[str, int]) -> Side:
    where = f"parties[{number}]"
    if not isinstance(given, dict) or not isinstance(given.get("id"), str):
        raise DomainUnreadable("no_name", where)
    weights = given.get("weights")
    if not isinstance(weights, dict) or set(weights) != set(options):
        raise DomainUnreadable("not_all_issues", f"{where}.weights")
    worth = []
    for issue, count in options.items():
        figures = weights[issue]
        if not isinstance(figures, list) or len(figures) != count:
            raise DomainUnreadable("wrong_count", f"{where}.weights.{issue}")
        worth.append(tuple(_micro(figure, f"{where}.weights.{issue}") for figure in figures))
    reservation = _micro(given.get("reservation", 0.0), f"{where}.reservation", up=True)
    return Side(given["id"], tuple(worth), reservation)


def _micro(figure: object, where: str, *, up: bool = False) -> int:
    """Millionths; a reservation is rounded up, so that no deal falls short of it."""
    if not isinstance(figure, int | float) or isinstance(figure, bool):
        raise DomainUnreadable("not_a_number", where)
    if not math.isfinite(figure) or abs(figure) > LARGEST_WEIGHT:
        raise DomainUnreadable("out_of_range", where)
    return math.ceil(figure * MICRO - 1e-6) if up else round(figure * MICRO)
