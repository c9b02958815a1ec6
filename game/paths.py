"""Where the game's own files are: in a checkout, an editable install or an installed wheel."""

from importlib.resources import files
from pathlib import Path


def _data_root() -> Path:
    """The folder that holds `assets/` and `levels/`.

    A wheel carries them inside the package as `game/_data`; in a checkout they stand beside it.
    """
    package = Path(str(files("game")))
    packed = package / "_data"
    return packed if packed.is_dir() else package.parent


def assets_dir() -> Path:
    """Fonts, icons, sounds, climate figures and translations that ship with the game."""
    return _data_root() / "assets"


def builtin_levels_dir() -> Path:
    """The levels that ship with the game."""
    return _data_root() / "levels"


def climate_dir() -> Path:
    """The calibrated ensemble and the record of emissions it lives through."""
    return assets_dir() / "climate"
