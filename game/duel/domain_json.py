"""Reads a bare domain from JSON, and names each mistake by its place."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

from game.duel.domain import PARTS, BareDomain, DuelSide

MOST_ISSUES = 200
MOST_OPTIONS = 1_000
MOST_OPTIONS_IN_ALL = 20_000
LARGEST_FIGURE = 1_000
LONGEST_SHOWN = 40


class DomainUnreadable(ValueError):
    """Text that is no domain. what: the sentence's key is `cli.domain.<what>`; where: the place."""

    def __init__(self, what: str, where: str = "", **more: object) -> None:
        super().__init__(f"{what} at {where}")
        self.what, self.where, self.more = what, where, more


def read_domain(text: str) -> BareDomain:
    """Return the domain a JSON text holds. Raises DomainUnreadable."""
    try:
        data = json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_number)
    except DomainUnreadable:
        raise
    except json.JSONDecodeError as problem:
        line, column = problem.lineno, problem.colno
        raise DomainUnreadable("not_json", line=line, column=column) from None
    except RecursionError:
        raise DomainUnreadable("too_deep") from None
    except ValueError:  # Python reads no whole number of thousands of digits
        raise DomainUnreadable("too_many_digits") from None
    return domain_from_json(data)


def domain_from_json(data: object) -> BareDomain:
    """Return the domain of a JSON document. Raises DomainUnreadable."""
    if not isinstance(data, dict):
        raise DomainUnreadable("not_an_object")
    options = _issues(_field(data, "issues", ""))
    parties = _field(data, "parties", "")
    if not isinstance(parties, list) or len(parties) != 2:
        raise DomainUnreadable("not_two_parties", "parties")
    first, second = (_side(party, f"parties[{n}]", options) for n, party in enumerate(parties))
    if first.id == second.id:
        raise DomainUnreadable("same_id", "parties[1].id", id=shown(second.id))
    return BareDomain(tuple(options), (first, second))


def shown(name: str) -> str:
    """Return a name out of a file as it can be shown in a sentence.

    Short, and nothing a terminal obeys.
    """
    plain = "".join(sign if sign.isprintable() else "?" for sign in name[: LONGEST_SHOWN + 1])
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "..."


def _issues(given: object) -> dict[str, int]:
    if not isinstance(given, list) or not 0 < len(given) <= MOST_ISSUES:
        raise DomainUnreadable("no_issues", "issues", most=MOST_ISSUES)
    options: dict[str, int] = {}
    for number, issue in enumerate(given):
        where = f"issues[{number}]"
        id_ = _id_of(issue, where)
        count = _field(issue, "options", where)
        if not isinstance(count, int) or isinstance(count, bool) or not 0 < count <= MOST_OPTIONS:
            raise DomainUnreadable("no_options", f"{where}.options", most=MOST_OPTIONS)
        if id_ in options:
            raise DomainUnreadable("same_id", f"{where}.id", id=shown(id_))
        options[id_] = count
    if sum(options.values()) > MOST_OPTIONS_IN_ALL:
        raise DomainUnreadable("too_many_options", "issues", most=MOST_OPTIONS_IN_ALL)
    return options


def _side(given: object, where: str, options: Mapping[str, int]) -> DuelSide:
    id_ = _id_of(given, where)
    weights = _field(given, "weights", where)
    if not isinstance(weights, dict):
        raise DomainUnreadable("no_weights", f"{where}.weights")
    for issue in options:
        if issue not in weights:
            raise DomainUnreadable("issue_missing", f"{where}.weights", issue=shown(issue))
    for issue in weights:
        if issue not in options:
            raise DomainUnreadable("issue_unknown", f"{where}.weights", issue=shown(issue))
    exact = [
        _figures(weights[issue], count, f"{where}.weights.{shown(issue)}")
        for issue, count in options.items()
    ]
    reservation = _figure(_field(given, "reservation", where), f"{where}.reservation")
    worth = tuple(tuple(round(figure) for figure in figures) for figures in exact)
    return DuelSide(id_, worth, _least(exact, reservation))


def _least(exact: list[list[Decimal]], reservation: Decimal) -> int:
    """Return the reservation in whole parts.

    Where all figures have no more than twelve decimals nothing was rounded, and this is exact. With
    more (as a division leaves them) a package reaches the reservation if it does so within what
    rounding can add up to, one part for each issue; else the best outcome of figures that were
    divided by their sum might fail to reach a reservation of 1.
    """
    rounded = any(figure != round(figure) for figures in exact for figure in figures)
    return math.ceil(reservation) - (len(exact) if rounded or reservation % 1 else 0)


def _figures(given: object, count: int, where: str) -> list[Decimal]:
    if not isinstance(given, list) or len(given) != count:
        found = len(given) if isinstance(given, list) else 0
        raise DomainUnreadable("wrong_count", where, expected=count, found=found)
    return [_figure(figure, f"{where}[{number}]") for number, figure in enumerate(given)]


def _figure(given: object, where: str) -> Decimal:
    """Return a number of the file in parts, to the last decimal that stands there."""
    if not isinstance(given, int | float) or isinstance(given, bool):
        raise DomainUnreadable("not_a_number", where)
    if not -LARGEST_FIGURE <= given <= LARGEST_FIGURE:  # false for what is no number, too
        raise DomainUnreadable("out_of_range", where, most=LARGEST_FIGURE)
    return Decimal(repr(given)) * PARTS


def _id_of(given: object, where: str) -> str:
    if not isinstance(given, dict):
        raise DomainUnreadable("no_object", where)
    id_ = _field(given, "id", where)
    if not isinstance(id_, str) or not id_:
        raise DomainUnreadable("no_id", f"{where}.id")
    return id_


def _field(given: object, name: str, where: str) -> object:
    if not isinstance(given, dict) or name not in given:
        raise DomainUnreadable("field_missing", where or "$", field=name)
    return given[name]


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, times in counts.items() if times > 1)
        raise DomainUnreadable("key_twice", key=shown(twice))
    return found


def _no_number(name: str) -> NoReturn:
    raise DomainUnreadable("no_number", constant=name)
