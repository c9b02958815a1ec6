"""Every sentence the code asks for is there with the fields it needs, and none is idle."""

from functools import cache
from pathlib import Path

from tests.catalogue import Named, fields_of, fits, keys_in_code, sentences_in_catalogue


@cache
def _named(root: Path) -> Named:
    return keys_in_code(root / "game")


@cache
def _english(root: Path) -> dict[str, tuple[str, ...]]:
    return sentences_in_catalogue(root / "assets" / "translations" / "en")


def test_every_text_asked_for_is_there(project_root: Path) -> None:
    english = _english(project_root)
    asked = _named(project_root).asked
    assert {key: places for key, places in asked.items() if key not in english} == {}


def test_every_key_chosen_before_it_is_asked_for_is_there(project_root: Path) -> None:
    english = _english(project_root)
    rooms = {key.split(".")[0] for key in english}
    mentioned = _named(project_root).mentioned
    missing = {
        key: places
        for key, places in mentioned.items()
        if key not in english and key.split(".")[0] in rooms
    }
    assert missing == {}


def test_every_text_gets_the_fields_it_names(project_root: Path) -> None:
    english = _english(project_root)
    lacking = [
        f"{place}: {key} needs {', '.join(sorted(needed - given))}"
        for key, place, given in _named(project_root).filled
        for sentence in english.get(key, ())
        if (needed := fields_of(sentence)) - given
    ]
    assert lacking == []


def test_every_built_key_can_become_a_text(project_root: Path) -> None:
    english = _english(project_root)
    built = _named(project_root).built
    barren = {
        template: places
        for template, places in built.items()
        if not any(fits(key, template) for key in english)
    }
    assert barren == {}


def test_no_text_is_idle(project_root: Path) -> None:
    named = _named(project_root)
    idle = [
        key
        for key in _english(project_root)
        if key not in named.asked
        and key not in named.mentioned
        and not any(fits(key, template) for template in named.built)
    ]
    assert idle == []
