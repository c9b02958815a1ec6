"""Where files live: the game's own (checkout, editable install or wheel) and the user's."""

import os
from importlib.resources import files
from pathlib import Path

HOME_VARIABLE = (
    "ROAD_TO_GLASGOW_HOME"  # holds the user's folder instead of the system's usual place
)


def _data_root() -> Path:
    """Return the folder that holds `assets/` and `levels/`.

    A wheel carries them inside the package as `game/_data`; in a checkout they stand beside it.
    """
    package = Path(str(files("game")))
    packed = package / "_data"
    return packed if packed.is_dir() else package.parent


def assets_dir() -> Path:
    """Return fonts, icons, sounds, climate figures and translations that ship with the game."""
    return _data_root() / "assets"


def builtin_levels_dir() -> Path:
    """Return the levels that ship with the game."""
    return _data_root() / "levels"


def is_own(path: str) -> bool:
    """Return True if a file ships with the game: its code, or what it cannot do without."""
    package = Path(str(files("game")))
    return any(Path(path).is_relative_to(own) for own in (package, assets_dir()))


def climate_dir() -> Path:
    """Return the calibrated ensemble and the record of emissions it lives through."""
    return assets_dir() / "climate"


def user_dir() -> Path:
    """Return the user's own folder, where saves and own levels live; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    import platformdirs  # only a start that reads or writes the user's files needs it

    return platformdirs.user_data_path("road-to-glasgow", appauthor=False)


def user_levels_dir() -> Path:
    """Return the levels a player wrote or was given; it may not exist yet."""
    return user_dir() / "levels"


def saves_dir() -> Path:
    """Return the logs of games begun, which are the saves; it may not exist yet."""
    return user_dir() / "saves"
