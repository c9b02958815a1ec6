"""The translatable texts of a level, each under a path of ids.

A path of ids stands still when a list is put in another order: the second sitting's title is
`rounds.second_day.title` in a file of translations, and `rounds[1].title` in the level. Red lines
and linkages have no ids; they are lists in the level's own order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from game.levels.findings import Path_
from game.levels.schema.fields import DelegationField, HomeField, IssueField, LevelField

Place = tuple[Path_, Path_]  # path of ids in a file of translations, path in the level's fields


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


def text_places(level: LevelField) -> dict[Path_, Path_]:
    """Every text of a level that is shown to players: path of ids -> path in the level.

    Sources are left out: what a source is called does not change with the reader's language.
    """
    places = [*_fields((), (), ("title", "teaches")), *_list((), (), "briefing", level.briefing)]
    for keys, path, _ in _each((), (), "rounds", level.rounds):
        places += _fields(keys, path, ("title", "place", "cable"))
    for keys, path, issue in _each((), (), "issues", level.issues):
        places += _issue(keys, path, issue)
    for keys, path, party in _each((), (), "delegations", level.delegations):
        places += _delegation(keys, path, party)
    for keys, path, _ in _each((), (), "news", level.news):
        places += _fields(keys, path, ("forecast", "text"))
    for keys, path, _ in _each((), (), "hints", level.hints):
        places += _fields(keys, path, ("text",))
    for deck, at, field in _each((), (), "decks", level.decks):
        for keys, path, _ in _each(deck, at, "cards", field.cards):
            places += _fields(keys, path, ("forecast", "text"))
    places += _fields(("debrief",), ("debrief",), ("really",))
    places += _list(("debrief",), ("debrief",), "questions", level.debrief.questions)
    return dict(places)


def _issue(keys: Path_, path: Path_, issue: IssueField) -> Iterator[Place]:
    yield from _fields(keys, path, ("title", "about"))
    for place, option in enumerate(issue.options):
        yield (*keys, "options", option.id), (*path, "options", place, "label")


def _delegation(keys: Path_, path: Path_, party: DelegationField) -> Iterator[Place]:
    yield from _fields(keys, path, ("name", "letters", "office", "interests"))
    for place in range(len(party.linkages)):
        yield (*keys, "linkages", place), (*path, "linkages", place, "because")
    for place in range(len(party.red_lines)):
        yield (*keys, "red_lines", place), (*path, "red_lines", place, "said")
    yield from _home((*keys, "home"), (*path, "home"), party.home)


def _home(keys: Path_, path: Path_, home: HomeField) -> Iterator[Place]:
    yield from _fields(keys, path, ("body",))
    for at, where, group in _each(keys, path, "factions", home.factions):
        yield from _fields(at, where, ("name",))
        for issue in group.because:
            yield (*at, "because", issue), (*where, "because", issue)
        if group.side_payment is not None:
            yield (*at, "side_payment"), (*where, "side_payment", "label")


def _fields(keys: Path_, path: Path_, names: Iterable[str]) -> Iterator[Place]:
    for name in names:
        yield (*keys, name), (*path, name)


def _list(keys: Path_, path: Path_, name: str, texts: Sequence[str]) -> Iterator[Place]:
    for place in range(len(texts)):
        yield (*keys, name, place), (*path, name, place)


def _each(
    keys: Path_, path: Path_, name: str, items: Iterable[Item]
) -> Iterator[tuple[Path_, Path_, Item]]:
    for place, item in enumerate(items):
        yield (*keys, name, item.id), (*path, name, place), item
