"""The player's settings, and the texts in the language they name: in force now and on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.texts import Texts
from game.ui.input.settings import Settings, save_settings


class SettingsKeeper:
    """Puts changed settings into force and keeps them.

    folder: where they are kept; None keeps them for this run alone
    tell: called with every change
    """

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        folder: Path | None,
        tell: Callable[[Settings], None] | None,
    ) -> None:
        self.settings, self.texts = settings, texts
        self._folder, self._tell = folder, tell
        self._has_said_not_kept = False

    def change(self, settings: Settings) -> None:
        """Put settings into force, and load the texts where the language is another one."""
        if settings.language != self.settings.language:
            self.texts = Texts.load(settings.language, strict=self.texts.strict)
        self.settings = settings

    def announce(self) -> None:
        """Tell whoever follows the settings."""
        if self._tell is not None:
            self._tell(self.settings)

    def keep(self) -> str:
        """Write the settings to disk; return why that cannot be, the first time; else ""."""
        if self._folder is None:
            return ""
        try:
            save_settings(self.settings, self._folder)
        except OSError as problem:
            is_news, self._has_said_not_kept = not self._has_said_not_kept, True
            reason = f"{problem.strerror or problem} ({self._folder})"
            return self.texts("settings.not_kept.why", reason=reason) if is_news else ""
        return ""
