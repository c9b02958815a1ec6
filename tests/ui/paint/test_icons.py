"""The icons are a closed set of names: each has a file, each file has a name."""

from typing import get_args

from game.paths import assets_dir
from game.ui.paint.icons import IconName

OF_THE_WINDOW = "app"  # the sign in the system's task bar


def test_the_names_of_icons_are_the_files_of_icons() -> None:
    files = {path.stem for path in (assets_dir() / "icons").glob("*.svg")}
    assert set(get_args(IconName)) == files - {OF_THE_WINDOW}
