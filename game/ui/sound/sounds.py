"""Plays cues at the player's volume, and the background sound if it is on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from game.ui.input.settings import Settings
from game.ui.sound.ambience import ambience
from game.ui.sound.cues import Cue, Wave, in_turn
from game.ui.sound.device import Device, open_device

FADE_MS = 2500


class Sounds:
    """Opens the sound device on first use, and follows the settings.

    opens: how the loudspeaker is found; None in its answer is silence
    """

    def __init__(
        self, settings: Settings, opens: Callable[[], Device | None] = open_device
    ) -> None:
        self._settings, self._opens = settings, opens
        self._device: Device | None = None
        self._has_begun = False
        self._room: Wave | None = None
        self._making: threading.Thread | None = None
        self._room_plays = False
        self._is_away = False

    def begin(self) -> None:
        """Find the loudspeaker; once, after the first frame, so that the window never waits."""
        if not self._has_begun and self._settings.sound:
            self._has_begun = True
            self._device = self._opens()
            self.follow(self._settings)

    def play(self, cues: Sequence[Cue]) -> None:
        """Play these cues, one after the other."""
        if self._device is not None and cues and self._settings.sound and self._settings.volume:
            self._device.play(in_turn(cues), self._settings.volume)

    def follow(self, settings: Settings) -> None:
        """Take new settings."""
        self._settings = settings
        if not self._has_begun:
            return
        if self._device is not None:
            self._follow_room(self._device, settings)

    def leave(self) -> None:
        """Pause while the player is in another window: the room waits, cues play out."""
        self._is_away = True
        if self._device is not None and self._room_plays:
            self._device.pause_round()

    def come_back(self) -> None:
        """Resume the background sound, from where it paused or from its start."""
        self._is_away = False
        if self._device is not None:
            if self._room_plays:
                self._device.resume_round()
            self._follow_room(self._device, self._settings)

    def tick(self) -> None:
        """Between frames: open what was turned on, let the room begin once it has been made."""
        if not self._has_begun:
            self.begin()
        if self._device is None or self._making is None or self._making.is_alive():
            return
        self._making = None
        self._follow_room(self._device, self._settings)

    def end(self) -> None:
        """Give the loudspeaker back."""
        if self._making is not None:
            self._making.join()
        if self._device is not None:
            self._device.close()
            self._device = None

    def _follow_room(self, device: Device, settings: Settings) -> None:
        if not settings.sound:
            device.hush()
            self._room_plays = False
        elif not (settings.ambience and settings.volume):
            device.stop_round(FADE_MS // 4)
            self._room_plays = False
        elif self._is_away:
            pass  # nothing begins while nobody is here; coming back follows anew
        elif self._room_plays:
            device.set_round_volume(settings.volume)
        elif self._room is not None:
            device.play_round(self._room, settings.volume, FADE_MS)
            self._room_plays = True
        elif self._making is None:
            self._making = threading.Thread(target=self._make_room, daemon=True)
            self._making.start()

    def _make_room(self) -> None:
        self._room = ambience()
