"""The letters on seals: two that tell delegations apart, in every language."""

import pytest

from game.session.public_game import public_game
from game.texts import available_languages
from game.ui.screens.common.page import emblem, initials
from tests.sharing import shipped_level


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("level_id", ["tianjin", "glasgow"])
def test_no_two_delegations_share_their_letters(level_id: str, language: str) -> None:
    level = shipped_level(level_id)
    public = public_game(level if language == "en" else level.in_language(language))
    letters = [emblem(public, party.id).letters for party in public.delegations]
    assert len(set(letters)) == len(letters)
    assert all(1 <= len(each) <= 2 for each in letters)


def test_a_level_in_another_language_may_say_the_letters_of_a_seal() -> None:
    level = shipped_level("glasgow")
    for language, letters in (("en", "EU"), ("fr", "UE"), ("es", "UE")):
        told = level if language == "en" else level.in_language(language)
        assert emblem(public_game(told), "eu").letters == letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("European Union", "EU"),
        ("Union européenne", "UE"),
        ("Small island states", "SI"),
        ("Pays de la forêt", "PF"),
        ("New Zealand", "NZ"),
        ("China", "Ch"),
        ("中国", "中"),
    ],
)
def test_initials_are_those_of_the_first_two_words_that_are_not_little(
    name: str, letters: str
) -> None:
    assert initials(name) == letters
