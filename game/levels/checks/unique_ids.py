"""Checks ids: unique in every list, and the level's id like its folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.levels.checks.level_index import LevelIndex
from game.levels.findings import Finding, Path_, error, unknown, warning


def check_ids(index: LevelIndex) -> Iterator[Finding]:
    """Yield every id that an earlier entry of its list has too."""
    level = index.level
    if level.id != index.folder_name:
        yield error(("id",), "id_not_folder", {"id": level.id, "folder": index.folder_name})
    if level.you not in index.parties:
        yield unknown(("you",), "delegation", level.you, index.parties)
    for key, entries in (
        ("rounds", level.rounds),
        ("issues", level.issues),
        ("delegations", level.delegations),
        ("news", level.news),
        ("decks", level.decks),
        ("hints", level.hints),
    ):
        yield from _twice([entry.id for entry in entries], (key,), ("id",))
    for i, issue in enumerate(level.issues):
        yield from _twice([o.id for o in issue.options], ("issues", i, "options"), ("id",))
        yield from _twice(issue.givers, ("issues", i, "givers"))
        yield from _twice(issue.to, ("issues", i, "to"))
    for i, party in enumerate(level.delegations):
        groups = [group.id for group in party.home.factions]
        yield from _twice(groups, ("delegations", i, "home", "factions"), ("id",))
    yield from _cards(index)
    yield from _looks_alike(index)


def _twice(ids: Sequence[str], at: Path_, below: Path_ = ()) -> Iterator[Finding]:
    for i, name in enumerate(ids):
        if name in ids[:i]:
            yield error((*at, i, *below), "id_twice", {"id": name})


def _cards(index: LevelIndex) -> Iterator[Finding]:
    """Cards share the names of all news, since saves tell them apart by these."""
    taken = [item.id for item in index.level.news]
    for i, deck in enumerate(index.level.decks):
        yield from _twice(deck.rounds, ("decks", i, "rounds"))
        for number, card in enumerate(deck.cards):
            if card.id in taken:
                yield error(("decks", i, "cards", number, "id"), "id_twice", {"id": card.id})
            taken.append(card.id)


def _looks_alike(index: LevelIndex) -> Iterator[Finding]:
    """Warn of two delegations that players cannot tell apart: by name, or on the map."""
    parties = index.level.delegations
    for i, party in enumerate(parties):
        for other in parties[:i]:
            fields = {"party": party.id, "other": other.id}
            if party.name == other.name:
                yield warning(("delegations", i, "name"), "same_name", fields)
            if party.bloc == other.bloc:
                yield warning(("delegations", i, "bloc"), "same_bloc", fields)
