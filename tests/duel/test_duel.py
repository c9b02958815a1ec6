"""Two computer seats at a bare domain: what they end with, and what they can know."""

import hashlib
import random
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.duel import package_space as outlook
from game.duel.domain import DuelSide
from game.duel.domain_json import domain_from_json
from game.duel.duel import Ended, duel
from game.duel.duel_seat import Seat
from tests.duel.duel_figures import measure
from tests.duel.random_domains import KINDS, Document, Judge, Kind, document, random_domain
from tests.examples import examples

seeds = st.integers(0, 10**9)


def any_domain(seed: int) -> Document:
    """1 to 5 issues of 1 to 4 options in hundredths: ties, dead options and hopeless cases too."""
    chance = random.Random(seed)
    lengths = [chance.randint(1, 4) for _ in range(chance.randint(1, 5))]
    top = chance.choice((1, 3, 40))
    one, other = (
        [[chance.randint(0, top) / 100 for _ in range(length)] for length in lengths]
        for _ in range(2)
    )
    return document(one, other, *(chance.randint(0, top * 3) / 100 for _ in range(2)))


def _exact(domain: Document, party: int, options: tuple[int, ...]) -> Fraction:
    """Return what a package is worth by the figures as they stand in the file."""
    rows = domain["parties"][party]["weights"].values()
    return sum(
        (Fraction(repr(row[option])) for row, option in zip(rows, options, strict=True)),
        Fraction(0),
    )


def _reserved(domain: Document, party: int) -> Fraction:
    return Fraction(repr(domain["parties"][party]["reservation"]))


@given(seeds, st.integers(1, 12), st.booleans())
@settings(max_examples=examples(3000), deadline=None)
def test_no_deal_is_below_a_reservation(seed: int, rounds: int, chair: bool) -> None:
    domain = any_domain(seed)
    ended = duel(domain_from_json(domain), rounds, seed, chair=chair)
    assert 1 <= ended.rounds_used <= rounds
    if ended.options is not None:
        for party in (0, 1):
            assert _exact(domain, party, ended.options) >= _reserved(domain, party)


@given(seeds, st.integers(1, 12))
@settings(max_examples=examples(1000), deadline=None)
def test_with_a_chair_they_agree_exactly_if_both_can_live_with_anything(
    seed: int, rounds: int
) -> None:
    domain = any_domain(seed)
    lengths = [range(issue["options"]) for issue in domain["issues"]]
    possible = any(
        all(_exact(domain, party, package) >= _reserved(domain, party) for party in (0, 1))
        for package in product(*lengths)
    )
    ended = duel(domain_from_json(domain), rounds, seed)
    assert (ended.options is not None) == possible


@given(seeds)
@settings(max_examples=examples(300), deadline=None)
def test_with_a_chair_nothing_better_for_both_is_left(seed: int) -> None:
    domain = any_domain(seed)
    ended = duel(domain_from_json(domain), 8, seed)
    if ended.options is not None:
        assert Judge(domain).quality(ended.options).on_frontier


def test_the_usual_domain_ends_in_a_fair_deal_on_the_frontier() -> None:
    for rounds in (8, 20):
        got = measure(KINDS["usual"], rounds, chair=True)
        assert (got.agreed, got.below) == (1.0, 0)
        assert got.on_frontier >= 0.99
        assert got.nash >= 0.95
        assert got.distance <= 0.05


def test_without_a_chair_the_two_find_most_of_it_themselves() -> None:
    got = measure(KINDS["usual"], 8, chair=False)
    assert got.agreed >= 0.99
    assert got.on_frontier >= 0.9
    assert got.nash >= 0.93
    assert got.distance <= 0.06


@pytest.mark.parametrize("name", KINDS)
def test_no_kind_of_domain_is_beyond_them(name: str) -> None:
    got = measure(KINDS[name], 8, chair=True, domains=40)
    assert (got.agreed, got.on_frontier, got.below) == (1.0, 1.0, 0)
    assert got.nash >= 0.85


@given(seeds, st.booleans())
@settings(max_examples=examples(200), deadline=None)
def test_a_seat_says_what_it_says_from_its_own_figures_and_what_it_hears(
    seed: int, chair: bool
) -> None:
    """A seat that has never met the other, told the same, speaks the same words."""
    kind = list(KINDS.values())[seed % len(KINDS)]
    domain = domain_from_json(random_domain(kind, seed))
    ended = duel(domain, 8, seed, chair=chair)
    for number, side in enumerate(domain.sides):
        _sits_through(Seat(side), number, ended)


def _sits_through(seat: Seat, number: int, ended: Ended) -> None:
    for at in range(ended.rounds_used):
        seat.begin_round(1.0 if at == 7 else at / 7)
        for said in ended.offers:
            if said.round != at + 1:
                continue
            if said.speaker == number:
                assert seat.propose() == said.offer
                if not said.taken:
                    seat.note_refusal(said.offer)
            else:
                assert seat.hear(said.offer) == said.taken


@given(seeds)
@settings(max_examples=100, deadline=None)
def test_other_figures_behind_the_same_words_change_nothing(seed: int) -> None:
    """The other's first words are the same for any worth with the same best package."""
    domain = domain_from_json(random_domain(KINDS["usual"], seed))
    one, other = domain.sides
    best = tuple(figures.index(max(figures)) for figures in other.worth)
    rather = tuple(
        tuple(figure if option == top else figure * 2 // 3 for option, figure in enumerate(figures))
        for figures, top in zip(other.worth, best, strict=True)
    )
    changed = DuelSide(other.id, rather, other.reservation)
    said = []
    for side in (other, changed):
        seat, opposite = Seat(one), Seat(side)
        for party in (seat, opposite):
            party.begin_round(0.0)
        offer = opposite.propose()
        assert offer == best
        assert not seat.hear(offer) or seat.side.worth_of(offer) == seat.side.best
        seat.begin_round(0.5)
        said.append(seat.propose())
    assert said[0] == said[1]
    assert rather != other.worth


@given(seeds)
@settings(max_examples=100, deadline=None)
def test_a_scale_of_ones_own_changes_nothing(seed: int) -> None:
    kind = KINDS["usual"]
    given_ = random_domain(kind, seed)
    rows = [
        [[round(worth, 3) for worth in row] for row in party["weights"].values()]
        for party in given_["parties"]
    ]
    plain = duel(domain_from_json(document(*rows, 0.25, 0.25)), 9, seed)
    fourfold = [[worth * 4 for worth in row] for row in rows[1]]
    scaled = duel(domain_from_json(document(rows[0], fourfold, 0.25, 1.0)), 9, seed)
    assert scaled.options == plain.options


@pytest.mark.parametrize("chair", [True, False])
@pytest.mark.parametrize(
    ("one", "other", "reservations", "options"),
    [
        ([[1.0]], [[1.0]], (0.0, 0.0), (0,)),
        ([[1.0]], [[1.0]], (1.0, 1.0), (0,)),
        ([[0.0]], [[0.0]], (0.0, 0.0), (0,)),
        ([[1.0]], [[1.0]], (0.5, 1.1), None),
        ([[1.0, 0.0]], [[0.0, 1.0]], (0.5, 0.5), None),
        ([[1.0, 0.0]], [[0.0, 1.0]], (0.5, 0.0), (0,)),
        ([[0.7], [0.3, 0.0]], [[0.2], [0.0, 0.8]], (0.7, 0.5), (0, 1)),
        ([[0.5, 0.5], [0.5, 0.5]], [[0.1, 0.5], [0.5, 0.1]], (1.0, 1.0), (1, 0)),
        ([[1.0, 0.0]], [[1.0, 0.0]], (2.0, 2.0), None),
        ([[-1.0, -0.5]], [[-0.5, -1.0]], (-0.6, -1.0), (1,)),
    ],
)
def test_the_smallest_domains_end_as_they_must(
    one: list[list[float]],
    other: list[list[float]],
    reservations: tuple[float, float],
    options: tuple[int, ...] | None,
    chair: bool,
) -> None:
    domain = domain_from_json(document(one, other, *reservations))
    for seed in range(4):
        ended = duel(domain, 6, seed, chair=chair)
        assert ended.options == options
        if options is None:
            assert ended.worth == tuple(side.reservation for side in domain.sides)
            assert ended.rounds_used == 6


def test_the_seed_decides_who_speaks_first_and_nothing_else() -> None:
    domain = domain_from_json(random_domain(KINDS["usual"], 3))
    ended = [duel(domain, 8, seed) for seed in range(20)]
    by_speaker = {first: [one for one in ended if one.first == first] for first in (0, 1)}
    for first, alike in by_speaker.items():
        assert alike
        assert all(one == alike[0] for one in alike)
        assert alike[0].offers[0].speaker == first


def test_the_same_duels_end_alike_on_every_machine() -> None:
    """Recorded; when the seats are changed on purpose, record the new value with the reason."""
    digest = hashlib.sha256()
    for name, kind in KINDS.items():
        for seed in range(8):
            domain = domain_from_json(random_domain(kind, seed))
            for chair in (True, False):
                ended = duel(domain, 8, seed, chair=chair)
                digest.update(f"{name}/{ended.options}/{ended.rounds_used}".encode())
    assert digest.hexdigest()[:16] == "cdcfe5f60730b4ce"


def test_merged_frontiers_serve_as_well_as_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlook, "MOST_LISTED", 0)
    got = measure(KINDS["usual"], 8, chair=True, domains=60)
    assert (got.agreed, got.on_frontier, got.below) == (1.0, 1.0, 0)
    assert got.nash >= 0.94


@pytest.mark.parametrize("name", ["usual", "opposed", "zero-sum"])
def test_tens_of_billions_of_packages_are_no_obstacle(name: str) -> None:
    kind = KINDS[name]
    wide = Kind("wide", issues=12, options=8, in_order=kind.in_order, second=kind.second)
    domain = random_domain(wide, 1)
    ended = duel(domain_from_json(domain), 8, 0)
    assert ended.options is not None
    assert len(ended.options) == 12
    for party in (0, 1):
        assert _exact(domain, party, ended.options) > _reserved(domain, party)
