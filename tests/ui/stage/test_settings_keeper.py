from pathlib import Path

from game.texts import Texts
from game.ui.input.settings import Settings, load_settings
from game.ui.stage.settings_keeper import SettingsKeeper


def test_changed_settings_are_there_in_the_next_game(texts: Texts, tmp_path: Path) -> None:
    keeper = SettingsKeeper(Settings(), texts, tmp_path, None)
    keeper.change(Settings(text_scale=1.5))
    assert keeper.keep() == ""
    assert load_settings(tmp_path).text_scale == 1.5


def test_a_disk_that_refuses_is_said_once(texts: Texts, tmp_path: Path) -> None:
    file = tmp_path / "no_folder"
    file.write_text("", encoding="utf-8")
    keeper = SettingsKeeper(Settings(), texts, file, None)
    assert str(file) in keeper.keep()
    assert keeper.keep() == ""


def test_another_language_brings_its_texts_and_the_same_one_keeps_them(texts: Texts) -> None:
    keeper = SettingsKeeper(Settings(language=texts.language), texts, None, None)
    keeper.change(Settings(language=texts.language, text_scale=1.5))
    assert keeper.texts is texts
    keeper.change(Settings(language="fr"))
    assert keeper.texts.language == "fr"


def test_whoever_follows_the_settings_hears_of_a_change(texts: Texts) -> None:
    heard: list[Settings] = []
    keeper = SettingsKeeper(Settings(), texts, None, heard.append)
    keeper.change(Settings(sound=False))
    keeper.announce()
    assert heard == [Settings(sound=False)]
