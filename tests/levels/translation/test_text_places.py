"""What can be told in another language follows from the marks on the fields of a level."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel, StringConstraints

from game.levels.schema.fields import LevelField
from game.levels.schema.shape import models_in
from game.levels.schema.values import Shown, SourceField
from game.levels.translation.text_places import text_places
from tests.sharing import shipped_level

NOT_TOLD_AGAIN = {"author", "licence", "version"}  # and what sources are called


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        for inner, _ in models_in(info.annotation):
            yield from _models(inner)


def _is_prose(part: object) -> bool:
    """Whether a type, or what stands in it, is a text of a limited length: no id, no day."""
    if isinstance(part, StringConstraints) and part.max_length is not None:
        return True
    parts = part if isinstance(part, list) else get_args(part)
    return not list(models_in(part)) and any(map(_is_prose, parts))


def test_every_text_of_a_level_is_marked_unless_it_stays_as_it_is() -> None:
    unmarked = {
        name
        for model in _models(LevelField)
        if model is not SourceField
        for name, info in model.model_fields.items()
        if _is_prose([*info.metadata, info.annotation])
        if not any(isinstance(mark, Shown) for mark in info.metadata)
    }
    assert unmarked == NOT_TOLD_AGAIN


def test_paths_are_by_id_and_lists_without_ids_by_place() -> None:
    places = text_places(shipped_level("tianjin").field)
    assert places["rounds", "second_day", "title"] == ("rounds", 1, "title")
    assert places["issues", "trade", "options", "ease"][-1] == "label"
    assert places["delegations", "china", "red_lines", 0][-1] == "said"
    assert places["briefing", 0] == ("briefing", 0)
    assert not any("sources" in keys for keys in places)
