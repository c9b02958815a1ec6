"""What never changes is read or worked out once for all tests of a process, and then shared.

Nothing here stands in for the game: each answer is the game's own, given again where the same is
asked.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

import pytest

from game.climate.ensemble import load_ensemble
from game.climate.world import World
from game.debrief import alternatives
from game.debrief.alternatives import Line
from game.debrief.replayed_positions import Position
from game.levels.loader import Level, load_level
from game.paths import builtin_levels_dir
from game.session.projector import ClimateDesk, open_desk
from game.session.session import Session
from game.texts import FALLBACK_LANGUAGE, Texts
from game.ui.gallery import posing

SHIPPED = builtin_levels_dir()
POSES = ("with_a_card", "with_a_condition", "refused_in_hope", "slighted", "play_to_the_end")

_read_texts = Texts.load
_desks: dict[int, ClimateDesk] = {}
_lines: dict[Hashable, tuple[Line, ...]] = {}
_kept: dict[int, object] = {}  # so that no other thing ever has the id of one


@functools.cache
def shipped_level(level_id: str) -> Level:
    """Return a level that ships with the game, with the same words for every test."""
    return load_level(SHIPPED / level_id)


def share(patch: pytest.MonkeyPatch) -> None:
    """Let the game share what it would read or work out anew for each game."""
    patch.setattr("game.session.projector.load_ensemble", functools.cache(load_ensemble))
    patch.setattr("game.session.session.open_desk", _shared_desk)
    patch.setattr("game.levels.finder.load_level", _shared_level)
    patch.setattr(Texts, "load", staticmethod(_shared_texts))
    patch.setattr("game.debrief.debrief.other_lines", _shared_lines)
    for name in POSES:
        patch.setattr(f"game.ui.gallery.gallery.{name}", _found_once(getattr(posing, name)))


def _shared_texts(
    language: str = FALLBACK_LANGUAGE, folder: Path | None = None, *, strict: bool = True
) -> Texts:
    """Return the texts that ship once for each language; a test's own are read every time."""
    if folder is not None:
        return _read_texts(language, folder, strict=strict)
    return _shipped_texts(language, strict)


@functools.cache
def _shipped_texts(language: str, strict: bool) -> Texts:
    return _read_texts(language, strict=strict)


def _shared_desk(world: World) -> ClimateDesk:
    """Return one desk for each world; it keeps its answers."""
    known_by = _id_of(world)
    if known_by not in _desks:
        _desks[known_by] = open_desk(world)
    return _desks[known_by]


def _shared_level(folder: Path, texts: Texts) -> Level:
    """Return a level that ships once for all; one of a test's own is read every time."""
    is_shipped = folder.parent == SHIPPED
    return shipped_level(folder.name) if is_shipped else load_level(folder, texts)


def _shared_lines(session: Session, positions: tuple[Position, ...]) -> tuple[Line, ...]:
    """Return the other lines of a game; two games of the same actions have the same ones."""
    game = _game_of(session)
    if game not in _lines:
        _lines[game] = alternatives.other_lines(session, positions)
    return _lines[game]


def _found_once(pose: Callable[..., Any]) -> Callable[..., Any]:
    """Return a pose that is searched for once for each position and then played straight away."""
    found: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def posed(session: Session, *asked: Any, **named: Any) -> Any:
        at = (_game_of(session), asked, tuple(sorted(named.items())))
        if at not in found:
            before = len(session.actions)
            answer = pose(session, *asked, **named)
            found[at] = (session.actions[before:], answer)
            return answer
        actions, answer = found[at]
        for action in actions:
            session.submit(action)
        return answer

    return posed


def _game_of(session: Session) -> Hashable:
    """Return what tells one game from another; the language it is told in is no part of it."""
    return _id_of(session.scenario), _id_of(session.desk), session.seed, session.actions


def _id_of(thing: object) -> int:
    _kept[id(thing)] = thing
    return id(thing)
