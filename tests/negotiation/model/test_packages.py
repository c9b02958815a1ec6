"""A package has one written form, and its verbs say what reading its terms would say."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from game.negotiation.model.packages import NO_TERMS, Package, Slot, Term

slots = st.builds(Slot, st.sampled_from("abc"), st.sampled_from("xy"))
terms = st.builds(Term, slots, st.integers(0, 3))
term_lists = st.lists(terms, max_size=8)


@given(term_lists, terms)
def test_its_verbs_agree_with_the_terms_it_was_made_of(made_of: list[Term], other: Term) -> None:
    package = Package(made_of)
    deepest = {t.slot: max(u.option for u in made_of if u.slot == t.slot) for t in made_of}
    assert package.options == {slot: option for slot, option in deepest.items() if option}
    assert package.option(other.slot) == deepest.get(other.slot, 0)
    assert package.holds(other) == (deepest.get(other.slot, 0) >= other.option)
    assert package.with_(other) == Package([*made_of, other])
    assert package.with_(other).holds(other)
    assert other.slot not in package.without(other.slot).slots
    assert package.by("x").beyond(package) == NO_TERMS
    assert Package([*package.by("x"), *package.by("y")]) == package


@given(term_lists, term_lists)
def test_what_goes_beyond_another_package_is_what_that_lacks(
    one: list[Term], other: list[Term]
) -> None:
    beyond = Package(one).beyond(Package(other))
    assert Package([*other, *beyond]) == Package([*other, *one])
    assert not any(Package(other).holds(term) for term in beyond)


@given(term_lists)
def test_it_is_sorted_equals_its_bare_terms_and_is_the_same_however_it_is_made(
    made_of: list[Term],
) -> None:
    package = Package(made_of)
    assert package == tuple(sorted(package)) == Package(reversed(made_of))
    assert hash(package) == hash(tuple(package))
    assert Package(package) is package
    assert pickle.loads(pickle.dumps(package)) == package
    for part in (package.by("x"), package.without(Slot("a", "x")), package.beyond(NO_TERMS)):
        assert type(part) is Package
