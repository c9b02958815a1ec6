"""Loads a level folder: every problem at once, in line order, or a playable level."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from game.climate.world import World
from game.levels.checks.drawable_texts import check_texts_drawable
from game.levels.checks.field_errors import Contents, misfits
from game.levels.checks.goals_in_reach import check_reach
from game.levels.checks.level_passes import check_level
from game.levels.checks.playable import check_playable
from game.levels.checks.rule_laws import check_laws
from game.levels.checks.world_file_checks import check_world
from game.levels.compile import scenario_of
from game.levels.findings import Finding, Severity, error, warning
from game.levels.problems import LevelBroken, Problem, report
from game.levels.schema.fields import LEVEL_FILE, LevelField
from game.levels.translation.translate import told
from game.levels.world_file import WorldField, world_of, world_path
from game.levels.yaml_document import Document, Unreadable, read_document
from game.negotiation.model.scenario import Scenario
from game.paths import builtin_levels_dir
from game.texts import Texts


@dataclass(frozen=True)
class Level:
    """A level fit to play.

    hash: SHA-256 over the level file and its world file, however their lines end; a save belongs
        to one hash
    warnings: problems that do not keep it from being played
    as_written: of a level told in another language, the level as its own file has it
    """

    id: str
    path: Path
    hash: str
    field: LevelField
    world: World
    warnings: tuple[Problem, ...]
    as_written: Level | None = None

    @property
    def title(self) -> str:
        """The title of the level."""
        return self.field.title

    @property
    def seats(self) -> tuple[str, ...]:
        """Delegations a player can sit for."""
        return tuple(party.id for party in self.field.delegations)

    def scenario(self, seat: str | None = None) -> Scenario:
        """Return the scenario with the player in a seat; ValueError if there is no such seat."""
        chosen = seat or self.field.you
        if chosen not in self.seats:
            raise ValueError(chosen)
        if chosen not in self._scenarios:
            self._scenarios[chosen] = scenario_of(self.field, chosen, self.world)
        return self._scenarios[chosen]

    @property
    def original(self) -> Level:
        """The level as its own file has it; the rules play this one in every language."""
        return self.as_written or self

    def in_language(self, language: str) -> Level:
        """Return the same level in a language, as far as its translation goes."""
        written = self.original
        if language not in written._told:
            field = told(written.field, written.path, language)
            is_new = field is not written.field
            level = replace(written, field=field, as_written=written) if is_new else written
            written._told[language] = level
        return written._told[language]

    @cached_property
    def _told(self) -> dict[str, Level]:
        return {}

    @cached_property
    def _scenarios(self) -> dict[str, Scenario]:
        return {}


def load_level(folder: Path, texts: Texts | None = None, *, is_tried: bool = False) -> Level:
    """Load the level in a folder. Raises LevelBroken with every problem found.

    is_tried: also run the climate model, as play will: 80 ms that a start can do without
    """
    reader = _Reader(folder, texts or Texts.load())
    try:
        return reader.load(is_tried)
    except OSError as problem:
        raise reader.refused(problem) from None


class _Reader:
    """One pass over one level folder."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        self.folder, self.texts = folder, texts
        self.file = folder / LEVEL_FILE
        self.problems: list[Problem] = []

    def load(self, is_tried: bool) -> Level:
        document = self._document(self.file)
        field = self._fields(document)
        world, world_bytes = self._world(field, document)
        if field is not None:
            self._add(document, check_level(field, world, self.folder.resolve().name))
        self._add(document, check_texts_drawable(document.data))
        self._add(document, document.cautions)
        self._require_sound()
        if field is None or world is None:
            raise self._broken()
        self._add(document, check_laws(field, world))
        self._require_sound()
        self._add(document, check_reach(field, world))
        self._add(document, check_playable(field, world) if is_tried else ())
        self._require_sound()
        warnings = tuple(sorted(self.problems))
        digest = _digest(self.file.read_bytes(), world_bytes)
        return Level(field.id, self.folder, digest, field, world, warnings)

    def refused(self, problem: OSError) -> LevelBroken:
        """Return the level as one that the system does not let us read."""
        reason = {"reason": problem.strerror or str(problem)}
        self._add(Document(self.file), [Finding((), "level.yaml.unreadable", reason)])
        return self._broken()

    def _broken(self) -> LevelBroken:
        return LevelBroken(self.folder, tuple(sorted(self.problems)))

    def _require_sound(self) -> None:
        """Raise LevelBroken where an error has been found so far."""
        if any(problem.severity == Severity.ERROR for problem in self.problems):
            raise self._broken()

    def _document(self, file: Path) -> Document:
        if file.is_symlink() or self.folder.is_symlink():
            self._add(Document(file), [Finding((), "level.yaml.link")])
            raise self._broken()
        try:
            return read_document(file)
        except Unreadable as broken:
            self._add(broken.document, broken.findings)
            raise self._broken() from None

    def _fields(self, document: Document) -> LevelField | None:
        try:
            return LevelField.model_validate(document.data)
        except ValidationError as wrong:
            errors = wrong.errors(include_url=False)
            self._add(document, misfits(errors, Contents(document.data)))
            return None

    def _world(self, field: LevelField | None, document: Document) -> tuple[World | None, bytes]:
        """Return the world a level names.

        Beside the level, or among those that ship with the game.
        """
        if field is None:
            return None, b""
        for levels_dir in (self.folder.parent, builtin_levels_dir()):
            path = world_path(levels_dir, field.world)
            if path.is_file():
                world = self._read_world(path)
                return world, path.read_bytes() if world is not None else b""
        self._add(document, [error(("world",), "no_world", {"world": field.world})])
        return None, b""

    def _read_world(self, path: Path) -> World | None:
        """Return a world, or none and what is wrong with its file, with the places in that file."""
        try:
            document = read_document(path)
        except Unreadable as broken:
            self._add(broken.document, broken.findings)
            return None
        try:
            field = WorldField.model_validate(document.data)
        except ValidationError as wrong:
            contents = Contents(document.data, WorldField, path.name)
            self._add(document, misfits(wrong.errors(include_url=False), contents))
            return None
        found = [*check_world(field, path.name), *check_texts_drawable(document.data)]
        self._add(document, found)
        self._warn_of_a_hidden_world(path, document)
        is_broken = any(finding.severity == Severity.ERROR for finding in found)
        return None if is_broken else world_of(field)

    def _warn_of_a_hidden_world(self, path: Path, document: Document) -> None:
        """Warn of a world of one's own that takes the place of another one that ships."""
        shipped = world_path(builtin_levels_dir(), path.stem)
        if path == shipped or not shipped.is_file():
            return
        if _digest(shipped.read_bytes()) != _digest(path.read_bytes()):
            self._add(document, [warning(("id",), "world_hides_shipped", {"world": path.stem})])

    def _add(self, document: Document, findings: Iterable[Finding]) -> None:
        self.problems += (report(finding, document, self.texts) for finding in findings)


def _digest(*files: bytes) -> str:
    """Return the same on a system whose lines end in two characters."""
    alike = (contents.replace(b"\r\n", b"\n") for contents in files)
    return hashlib.sha256(b"\0".join(alike)).hexdigest()
