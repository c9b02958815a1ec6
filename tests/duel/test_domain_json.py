"""Bare domains read from JSON: exactly, or with the place that is wrong."""

import json
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.duel.domain import PARTS
from game.duel.domain_json import DomainUnreadable, domain_from_json, read_domain, shown
from tests.duel.random_domains import document
from tests.examples import examples


def _good() -> dict[str, Any]:
    return document([[0.0, 0.6], [0.4, 0.1]], [[0.7, 0.1], [0.0, 0.3]], 0.3, 0.2)


def test_figures_are_read_to_the_twelfth_decimal() -> None:
    domain = read_domain(json.dumps(document([[0.1, 0.123456789012]], [[1, 0]], 0.29, 0.7)))
    one, other = domain.sides
    assert one.worth == ((PARTS // 10, 123_456_789_012),)
    assert (one.reservation, other.reservation) == (29 * PARTS // 100, 7 * PARTS // 10)
    assert other.best == PARTS


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=30))
def test_a_best_outcome_of_divided_figures_reaches_a_reservation_of_one(raw: list[float]) -> None:
    rows = [[0.0, figure / sum(raw)] for figure in raw]
    domain = domain_from_json(document(rows, rows, 1.0, 1.0))
    assert all(side.best >= side.reservation for side in domain.sides)


@given(
    st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=6),
    st.integers(-(10**15), 10**15),
)
def test_twelve_decimals_are_exact_whatever_they_add_up_to(
    figures: list[int], reservation: int
) -> None:
    rows = [[figure / PARTS] for figure in figures]
    side = domain_from_json(document(rows, rows, reservation / PARTS, 0)).sides[0]
    exact = sum(Fraction(repr(row[0])) for row in rows)
    reaches = exact >= Fraction(repr(reservation / PARTS))
    assert (side.best >= side.reservation) == reaches


def _broken(path: str, value: Any) -> dict[str, Any]:
    """Return the good document with one thing put in another's place; Ellipsis takes it out."""
    data = _good()
    at: Any = data
    *before, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in before:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "what", "where"),
    [
        ("issues", ..., "field_missing", "$"),
        ("issues", [], "no_issues", "issues"),
        ("issues", [{"id": "a", "options": 2}] * 201, "no_issues", "issues"),
        ("issues/1", 7, "no_object", "issues[1]"),
        ("issues/1/id", "", "no_id", "issues[1].id"),
        ("issues/1/id", "issue_0", "same_id", "issues[1].id"),
        ("issues/1/options", ..., "field_missing", "issues[1]"),
        ("issues/0/options", True, "no_options", "issues[0].options"),
        ("issues/0/options", 0, "no_options", "issues[0].options"),
        ("issues/0/options", 10**400, "no_options", "issues[0].options"),
        ("parties", [], "not_two_parties", "parties"),
        ("parties", {"p": {}, "q": {}}, "not_two_parties", "parties"),
        ("parties/1", None, "no_object", "parties[1]"),
        ("parties/1/id", 3, "no_id", "parties[1].id"),
        ("parties/1/id", "one", "same_id", "parties[1].id"),
        ("parties/0/reservation", ..., "field_missing", "parties[0]"),
        ("parties/0/reservation", "high", "not_a_number", "parties[0].reservation"),
        ("parties/0/reservation", float("inf"), "out_of_range", "parties[0].reservation"),
        ("parties/1/weights", [1, 2], "no_weights", "parties[1].weights"),
        ("parties/1/weights/issue_0", ..., "issue_missing", "parties[1].weights"),
        ("parties/1/weights/more", [1], "issue_unknown", "parties[1].weights"),
        ("parties/1/weights/issue_0", [1], "wrong_count", "parties[1].weights.issue_0"),
        ("parties/1/weights/issue_0", "ab", "wrong_count", "parties[1].weights.issue_0"),
        ("parties/1/weights/issue_0/1", None, "not_a_number", "parties[1].weights.issue_0[1]"),
        ("parties/1/weights/issue_0/1", True, "not_a_number", "parties[1].weights.issue_0[1]"),
        ("parties/1/weights/issue_0/1", 10**400, "out_of_range", "parties[1].weights.issue_0[1]"),
        (
            "parties/1/weights/issue_0/1",
            float("nan"),
            "out_of_range",
            "parties[1].weights.issue_0[1]",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    path: str, value: Any, what: str, where: str
) -> None:
    with pytest.raises(DomainUnreadable) as refused:
        domain_from_json(_broken(path, value))
    assert (refused.value.what, refused.value.where) == (what, where)


def test_options_are_counted_over_all_issues() -> None:
    rows = [[0.0] * 1000] * 21
    with pytest.raises(DomainUnreadable, match="too_many_options"):
        domain_from_json(document(rows, rows, 0, 0))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "not_json"),
        ('{"issues": [}', "not_json"),
        ("[" * 200_000, "too_deep"),
        ('{"a":' * 200_000, "too_deep"),
        ("9" * 10_000, "too_many_digits"),
        ('{"issues": NaN}', "no_number"),
        ('{"issues": -Infinity}', "no_number"),
        ('{"issues": [], "issues": []}', "key_twice"),
        ("[1, 2]", "not_an_object"),
        ("null", "not_an_object"),
    ],
)
def test_text_that_is_no_document_is_refused(text: str, what: str) -> None:
    with pytest.raises(DomainUnreadable) as refused:
        read_domain(text)
    assert refused.value.what == what


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_places = [
    "issues",
    "issues/0",
    "issues/0/id",
    "issues/0/options",
    "parties",
    "parties/1",
    "parties/1/id",
    "parties/1/weights",
    "parties/1/weights/issue_1",
    "parties/1/weights/issue_1/0",
    "parties/1/reservation",
]


@given(st.sampled_from(_places), _anything)
@settings(max_examples=examples(500), deadline=None)
def test_anything_in_any_place_is_read_or_refused(path: str, value: Any) -> None:
    data = json.loads(json.dumps(_broken(path, value)))
    with suppress(DomainUnreadable):
        assert len(domain_from_json(data).sides) == 2


def test_a_name_is_shown_short_and_without_what_a_terminal_obeys() -> None:
    assert shown("coal") == "coal"
    assert shown("a\x1b[31m\n\ud800") == "a?[31m??"
    assert shown("x" * 1000) == "x" * 40 + "..."
