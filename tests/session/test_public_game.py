"""What is public of a level says nothing of another party's mind, whatever that mind is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.levels.loader import Level
from game.levels.schema.fields import DelegationField, LinkageField, RedLineField
from game.levels.schema.homes import FactionField
from game.negotiation.model.actions import Offer
from game.negotiation.model.scenario import (
    Delegation,
    Faction,
    Linkage,
    Personality,
    Scenario,
    Slot,
    Term,
    Varies,
)
from game.negotiation.model.state import State
from game.session.public_game import DOOR_SHIFTS, public_game
from game.session.session import Session
from tests.sharing import shipped_level

PRIVATE_KINDS = (Scenario, State, Delegation, Faction, Linkage, Personality, Varies)
POINTS = st.floats(-90, 90, allow_nan=False).map(lambda points: round(points, 1))


@pytest.fixture(scope="module")
def glasgow() -> Level:
    return shipped_level("glasgow")


@st.composite
def _group(draw: st.DrawFn, group: FactionField) -> FactionField:
    def moved(votes: list[float]) -> list[float]:
        return [draw(POINTS) for _ in votes]

    terms = {i: {g: moved(v) for g, v in givers.items()} for i, givers in group.terms.items()}
    votes, seats = draw(st.floats(0, 9)), draw(st.floats(10, 99))
    return group.model_copy(update={"terms": terms, "votes": votes, "seats": seats})


@st.composite
def _mind(draw: st.DrawFn, party: DelegationField) -> DelegationField:
    """Draw everything that is the party's own business anew."""
    home = party.home
    lines: list[RedLineField] = []
    for line in party.red_lines:
        if line.kind == "hidden" and draw(st.booleans()):
            continue
        if line.kind == "hidden":
            lines.append(line.model_copy(update={"said": draw(st.text(min_size=1, max_size=9))}))
        else:
            kind = draw(st.sampled_from(("stated", "bluff")))
            lines.append(line.model_copy(update={"kind": kind}))
    links: list[LinkageField] = [
        link.model_copy(update={"points": draw(POINTS)})
        for link in party.linkages
        if draw(st.booleans())
    ]
    values = {
        issue: {giver: [draw(POINTS) for _ in points] for giver, points in givers.items()}
        for issue, givers in party.values.items()
    }
    patience = draw(st.floats(0.1, 9))
    return party.model_copy(
        update={
            "value_of_no_deal": draw(POINTS),
            "values": values,
            "red_lines": lines,
            "linkages": links,
            "home": home.model_copy(
                update={"factions": [draw(_group(each)) for each in home.factions]}
            ),
            "personality": party.personality.model_copy(update={"patience": patience}),
        }
    )


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_figure_of_another_mind_changes_what_is_public(glasgow: Level, data: Any) -> None:
    you = glasgow.field.you
    parties = [
        party if party.id == you else data.draw(_mind(party)) for party in glasgow.field.delegations
    ]
    twin = replace(glasgow, field=glasgow.field.model_copy(update={"delegations": parties}))
    assert repr(public_game(twin)) == repr(public_game(glasgow))


def _held(thing: object, seen: set[int]) -> Iterator[object]:
    """Yield a thing and everything that can be reached from it."""
    if id(thing) in seen or isinstance(thing, str | int | float | bool | type(None)):
        return
    seen.add(id(thing))
    yield thing
    inner: list[object] = []
    if isinstance(thing, Mapping):
        inner += [*thing.keys(), *thing.values()]
    elif isinstance(thing, tuple | list | set | frozenset):
        inner += thing
    inner += getattr(thing, "__dict__", {}).values()
    for each in inner:
        yield from _held(each, seen)


@pytest.mark.parametrize("level_id", ["tianjin", "glasgow"])
def test_nothing_private_can_be_reached_from_what_is_public(level_id: str) -> None:
    level = shipped_level(level_id)
    for seat in level.seats:
        public = Session(level, 3, seat).public
        for party in public.others:
            public.slots_between(public.you, party.id)
        held = list(_held(public, set()))
        assert len(held) > 100
        assert not [each for each in held if isinstance(each, PRIVATE_KINDS)]
        assert all(shift.kind in DOOR_SHIFTS for news in public.news for shift in news.shifts)


def test_what_is_public_agrees_with_the_level(glasgow: Level) -> None:
    scenario, public = glasgow.scenario(), public_game(glasgow)
    assert [party.id for party in public.others] == [party.id for party in scenario.others]
    for party in scenario.delegations:
        known = public.delegation(party.id)
        assert (known.name, known.bloc, known.office) == (party.name, party.bloc, party.office)
        assert known.said_lines == party.said_lines
        assert public.slots_between(public.you, party.id) == scenario.slots_between(
            scenario.you, party.id
        )
    for issue in scenario.issues:
        assert public.issue(issue.id) is issue


def test_words_on_a_red_line_are_public_once_an_answer_has_quoted_them(tianjin: Level) -> None:
    session = Session(tianjin, 1)
    own = tianjin.scenario().delegation("china").red_lines
    at = next(i for i, line in enumerate(own) if line.slot == Slot("coal_at_home", "china"))
    assert session.public.quote("china", at) == ""
    session.submit(Offer("china", (Term(own[at].slot, own[at].highest + 1),)))
    assert session.public.quote("china", at) == own[at].said
    assert session.public.quote("china", at + 1) == ""
    session.tell_in("fr")
    spoken = tianjin.in_language("fr").scenario().delegation("china").red_lines[at].said
    assert session.public.quote("china", at) == spoken != own[at].said


def test_a_branch_goes_its_own_way_and_leaves_no_trace(tianjin: Level, saves: Path) -> None:
    session = Session.start(tianjin, 1, folder=saves)
    before = session.state
    branch = session.branch()
    ask = Offer("china", (Term(Slot("coal_at_home", "china"), 3),))
    branch.submit(ask)
    assert branch.view.party("china").offers == (ask.terms,)
    assert session.state is before
    assert len(session.turns) == 1
    assert session.public.quotes == {}
    assert not saves.exists()
