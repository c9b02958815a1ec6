"""Makes a new level: a playable copy of another, every field explained."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from game.climate.world import World
from game.levels.loader import Level
from game.levels.schema.commented import explained, left_out
from game.levels.schema.fields import LEVEL_FILE
from game.levels.schema.json_schema import schema
from game.levels.schema.values import ID_PATTERN
from game.levels.translation.outdated import title_of_copy
from game.levels.translation.translate import TEXTS_FOLDER
from game.levels.world_file import world_path
from game.levels.yaml_document import Unreadable, parse_document, top_scalars
from game.paths import builtin_levels_dir
from game.texts import Texts
from game.writing import write_whole

SCHEMA_FILE = "level.schema.json"
FOR_EDITORS = f"# yaml-language-server: $schema={SCHEMA_FILE}"  # read by editors with YAML support
LATE = 100  # place in the list: behind the tutorial


class NoNewLevel(Exception):
    """Why a level cannot be made: a sentence for the person who asked."""


def new_level(source: Level, level_id: str, into: Path, words: Texts) -> Path:
    """Copy a level into a folder of the new id within `into`; returns that folder.

    The copy is whole or not there at all. Raises NoNewLevel, OSError.
    """
    if re.match(ID_PATTERN, level_id) is None or level_id.endswith("\n"):
        raise NoNewLevel(words("level.new.bad_id", id=level_id))
    folder = into / level_id
    if folder.exists() or folder.is_symlink():
        raise NoNewLevel(words("level.new.is_there", folder=folder))
    if (builtin_levels_dir() / level_id).exists():
        raise NoNewLevel(words("level.new.is_ours", id=level_id))
    files = _files(source.original, level_id)
    world = _world_to_bring(source, into, words)
    into.mkdir(parents=True, exist_ok=True)
    if world is not None:
        _bring(world, world_path(into, source.field.world))
    unfinished = into / f".{level_id}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)  # of a copy that was cut short
    if unfinished.is_symlink():
        unfinished.unlink()
    unfinished.mkdir()  # and never what a link leads to
    try:
        for name, text in files.items():
            file = unfinished / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _files(source: Level, level_id: str) -> dict[str, str]:
    """Name and text of every file of the copy."""
    title = title_of_copy(level_id)
    files = {
        LEVEL_FILE: _level_text(source, level_id, title),
        SCHEMA_FILE: json.dumps(schema(), indent=2) + "\n",
    }
    for file in sorted((source.path / TEXTS_FOLDER).glob("*.yaml")):
        if file.is_file() and not file.is_symlink():
            text = _read(file)
            files[f"{TEXTS_FOLDER}/{file.name}"] = _with_values(text, {"title": title})
    return files


def _level_text(source: Level, level_id: str, title: str) -> str:
    """All of it in English, as the level and the comments on its fields are."""
    words = Texts.load()
    text = _read(source.path / LEVEL_FILE)
    text = _with_values(text, {"id": level_id, "title": title, "order": LATE})
    rest = left_out(source.field)
    about = [FOR_EDITORS, *_remarks(words("level.new.about", source=source.id))]
    if source.path.parent == builtin_levels_dir():
        about += _remarks(words("level.new.licence"))
    after = ["", *_remarks(words("level.new.left_out")), *rest] if rest else []
    after += ["", *_remarks(words("level.new.world", world=source.field.world))]
    after += _remarks("\n".join(_table_of(source.world)))
    return "\n".join([*about, "", _explained(text, source), *after]).rstrip("\n") + "\n"


def _table_of(world: World) -> list[str]:
    """Return what levels can name of a world.

    A row for each bloc, a column for each sector, GtCO2e.
    """
    sectors = [sector.id for sector in world.sectors]
    wide = max(map(len, world.blocs))
    in_2030 = world.baseline_gtco2e[2030 - int(world.years[0])]
    rows = [
        "  ".join(f"{figure:{len(name)}.2f}" for name, figure in zip(sectors, row, strict=True))
        for row in in_2030
    ]
    head = f"{'':{wide}}  {'  '.join(sectors)}"
    blocs = zip(world.blocs, rows, strict=True)
    return [head, *(f"{bloc:{wide}}  {row}" for bloc, row in blocs)]


def _explained(text: str, source: Level) -> str:
    """With comments, unless they would change what the file says."""
    commented = explained(text, source.field)
    try:
        is_same = parse_document(commented).data == parse_document(text).data
    except Unreadable:
        is_same = False
    return commented if is_same else text


def _with_values(text: str, values: dict[str, str | int]) -> str:
    """Return the text with other values at its top, where it has them; else untouched."""
    try:
        places = top_scalars(text)
    except Unreadable:
        return text
    for key in sorted(values.keys() & places.keys(), key=places.__getitem__, reverse=True):
        start, end = places[key]
        line_end = "\n" if text[start] in "|>" else ""  # text over several lines ends with one
        text = text[:start] + json.dumps(values[key], ensure_ascii=False) + line_end + text[end:]
    return text


def _remarks(said: str) -> list[str]:
    return [f"# {line}".rstrip() for line in said.split("\n")]


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")


def _world_to_bring(source: Level, into: Path, words: Texts) -> Path | None:
    """Return the world file that has to come along.

    One beside the source that the game does not bring.
    """
    name = source.field.world
    theirs, ours = world_path(source.path.parent, name), world_path(into, name)
    if not theirs.is_file() or theirs.parent == world_path(builtin_levels_dir(), name).parent:
        return None
    if not ours.is_file():
        return theirs
    if ours.read_bytes() != theirs.read_bytes():
        raise NoNewLevel(words("level.new.other_world", file=ours, world=name))
    return None


def _bring(world: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    write_whole(to, world.read_bytes())
