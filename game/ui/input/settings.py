"""The player's settings: picture, sound, help, keys. Stored in the user's folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter

from game.texts import system_language
from game.ui.input.keys import COMMANDS
from game.ui.paint.theme import ThemeName
from game.writing import write_whole

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
Switch = Literal[
    "full_screen", "reduce_motion", "sound", "ambience", "captions", "hints"
]  # the fields of Settings that are on or off
Keys = tuple[tuple[str, int], ...]
FILE_NAME = "settings.json"
LAST_KEY_CODE = (1 << 31) - 1  # SDL keeps a key's code in 32 bits with a sign


@dataclass(frozen=True)
class Settings:
    """A player's choices; any value out of range becomes the nearest that works.

    sound: whether anything is heard at all; volume: 0 to 1; ambience: a quiet room behind it
    captions: a line of text for each sound
    hints: whether hints are shown while playing
    hints_seen: of the hints that hold for every level, those read before
    keys: what the player has put on other keys, as pairs of a command and a key's code
    """

    theme: ThemeName = ThemeName.NIGHT
    text_scale: float = 1.0
    language: str = "en"
    full_screen: bool = False
    reduce_motion: bool = False
    sound: bool = True
    volume: float = 0.6
    ambience: bool = True
    captions: bool = False
    hints: bool = True
    hints_seen: tuple[str, ...] = ()
    keys: Keys = ()

    def larger(self) -> Settings:
        """Return the next larger text."""
        return self._scaled(1)

    def smaller(self) -> Settings:
        """Return the next smaller text."""
        return self._scaled(-1)

    def other_theme(self) -> Settings:
        """Return the next theme."""
        names = list(ThemeName)
        return replace(self, theme=names[(names.index(self.theme) + 1) % len(names)])

    @property
    def step_of_scale(self) -> int:
        """The place of the size of text among those offered: of the nearest, where it is none."""
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - self.text_scale))
        return TEXT_SCALES.index(nearest)

    def is_on(self, switch: Switch) -> bool:
        """Return whether a switch is on."""
        is_on: bool = getattr(self, switch)
        return is_on

    def turned(self, switch: Switch, is_on: bool) -> Settings:
        """Return the settings with a switch turned on or off."""
        changes: dict[str, Any] = {switch: is_on}
        return replace(self, **changes)

    def _scaled(self, step: int) -> Settings:
        place = max(0, min(self.step_of_scale + step, len(TEXT_SCALES) - 1))
        return replace(self, text_scale=TEXT_SCALES[place])


def load_settings(folder: Path) -> Settings:
    """Return the settings kept in a folder.

    What is missing is as at first, and so is each field that is not understood; the others stay.
    """
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        kept = {}
    first = Settings(language=system_language())
    if not isinstance(kept, dict):
        return first
    understood = {
        name: value
        for name, adapter in _FIELDS.items()
        if name in kept and (value := _read(adapter, kept[name])) is not None
    }
    return replace(first, **understood, keys=_keys(kept.get("keys")))


def save_settings(settings: Settings, folder: Path) -> None:
    """Write the settings, whole. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE_NAME, (json.dumps(asdict(settings), indent=1) + "\n").encode())


def _one_of_the_scales(scale: float) -> float:
    if scale not in TEXT_SCALES:
        raise ValueError(scale)
    return scale


_FIELDS: dict[str, TypeAdapter[Any]] = {
    "theme": TypeAdapter(ThemeName),
    "text_scale": TypeAdapter(Annotated[float, AfterValidator(_one_of_the_scales)]),
    "language": TypeAdapter(str),
    "volume": TypeAdapter(Annotated[float, Field(ge=0, le=1)]),
    "hints_seen": TypeAdapter(tuple[str, ...]),
    **{
        name: TypeAdapter(bool)
        for name in ("full_screen", "reduce_motion", "sound", "ambience", "captions", "hints")
    },
}
_PAIR: TypeAdapter[tuple[str, int]] = TypeAdapter(
    tuple[str, Annotated[int, Field(gt=0, le=LAST_KEY_CODE)]]
)


def _read(adapter: TypeAdapter[Any], kept: object) -> Any:
    """Return a value as the field has it; None if it is none such, not even nearly."""
    try:
        return adapter.validate_json(json.dumps(kept), strict=True)
    except (ValueError, RecursionError):  # pydantic's own error is a ValueError
        return None


def _keys(kept: object) -> Keys:
    """Return the pairs of a known command and a key; the rest is left out."""
    pairs = [_read(_PAIR, each) for each in kept] if isinstance(kept, list) else []
    return tuple(
        sorted({pair[0]: pair[1] for pair in pairs if pair and pair[0] in COMMANDS}.items())
    )
