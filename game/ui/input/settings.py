"""What a player has set: picture, sound, help, keys. Kept in the user's folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from game.texts import system_language
from game.ui.input.keys import COMMANDS
from game.ui.paint.theme import ThemeName
from game.writing import write_whole

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
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
    keys: tuple[tuple[str, int], ...] = ()

    def larger(self) -> Settings:
        """The next larger text."""
        return self._scaled(1)

    def smaller(self) -> Settings:
        """The next smaller text."""
        return self._scaled(-1)

    def other_theme(self) -> Settings:
        """The next theme."""
        names = list(ThemeName)
        return replace(self, theme=names[(names.index(self.theme) + 1) % len(names)])

    @property
    def step_of_scale(self) -> int:
        """The place of the size of text among those offered: of the nearest, where it is none."""
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - self.text_scale))
        return TEXT_SCALES.index(nearest)

    def _scaled(self, step: int) -> Settings:
        place = max(0, min(self.step_of_scale + step, len(TEXT_SCALES) - 1))
        return replace(self, text_scale=TEXT_SCALES[place])


def load_settings(folder: Path) -> Settings:
    """The settings kept in a folder; what is missing or not understood is as at first."""
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        kept = {}
    first = Settings(language=system_language())
    if not isinstance(kept, dict):
        return first
    scale = kept.get("text_scale")
    theme, language = kept.get("theme"), kept.get("language")
    return Settings(
        theme=ThemeName(theme) if theme in list(ThemeName) else first.theme,
        text_scale=scale if scale in TEXT_SCALES else first.text_scale,
        language=language if isinstance(language, str) else first.language,
        full_screen=kept.get("full_screen") is True,
        reduce_motion=kept.get("reduce_motion") is True,
        sound=kept.get("sound") is not False,
        volume=_share(kept.get("volume"), first.volume),
        ambience=kept.get("ambience") is not False,
        captions=kept.get("captions") is True,
        hints=kept.get("hints") is not False,
        hints_seen=_names(kept.get("hints_seen")),
        keys=_keys(kept.get("keys")),
    )


def save_settings(settings: Settings, folder: Path) -> None:
    """Write the settings, whole. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE_NAME, (json.dumps(asdict(settings), indent=1) + "\n").encode())


def _share(kept: object, otherwise: float) -> float:
    is_number = isinstance(kept, int | float) and not isinstance(kept, bool)
    return float(kept) if is_number and 0 <= kept <= 1 else otherwise  # type: ignore[operator,arg-type]


def _keys(kept: object) -> tuple[tuple[str, int], ...]:
    """Pairs of a known command and a key; the rest is left out."""
    if not isinstance(kept, list):
        return ()
    pairs = [pair for pair in kept if isinstance(pair, list) and len(pair) == 2]
    found = {
        command: code
        for command, code in pairs
        if command in COMMANDS and type(code) is int and 0 < code <= LAST_KEY_CODE
    }
    return tuple(sorted(found.items()))


def _names(kept: object) -> tuple[str, ...]:
    return tuple(each for each in kept if isinstance(each, str)) if isinstance(kept, list) else ()
