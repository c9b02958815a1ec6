"""The sound device; without one the game stays silent and nothing fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import numpy as np
import pygame

from game.ui.sound.cues import RATE, Wave

SAMPLES_AT_ONCE = 1024
CUES_AT_ONCE = 4  # channels; the first is kept for what plays all the time
STDERR = 2


class Device:
    """Plays waves, several at once; made by `open_device`."""

    def __init__(self) -> None:
        pygame.mixer.set_num_channels(1 + CUES_AT_ONCE)
        pygame.mixer.set_reserved(1)

    def play(self, wave: Wave, volume: float) -> None:
        """Once, beside what plays already; not at all where too much does."""
        sound = _sound(wave)
        sound.set_volume(volume)
        sound.play()

    def play_round(self, wave: Wave, volume: float, fade_ms: int) -> None:
        """Again and again, softly begun, in the place of what went round before."""
        channel = pygame.mixer.Channel(0)
        channel.set_volume(volume)
        channel.play(_sound(wave), loops=-1, fade_ms=fade_ms)

    def set_round_volume(self, volume: float) -> None:
        """Set the volume of the looped wave, 0 to 1."""
        pygame.mixer.Channel(0).set_volume(volume)

    def stop_round(self, fade_ms: int) -> None:
        """Let the wave that goes round fade out."""
        pygame.mixer.Channel(0).fadeout(fade_ms)

    def pause_round(self) -> None:
        """Pause the looped wave; others play to their end."""
        pygame.mixer.Channel(0).pause()

    def resume_round(self) -> None:
        """Let it go on from there."""
        pygame.mixer.Channel(0).unpause()

    def hush(self) -> None:
        """At once, everything."""
        pygame.mixer.stop()

    def close(self) -> None:
        """Give the loudspeaker back."""
        pygame.mixer.quit()


def open_device() -> Device | None:
    """Return the sound device; None if there is none. Reports nothing in either case."""
    with _quiet_stderr():
        try:
            pygame.mixer.init(RATE, -16, 1, SAMPLES_AT_ONCE, allowedchanges=0)
        except RuntimeError:  # pygame.error for no device; its parent for a build without a mixer
            return None
    return Device()


@contextmanager
def _quiet_stderr() -> Iterator[None]:
    """While it holds, what libraries in C write to stderr is lost: ALSA tells all it tries."""
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    try:
        kept = os.dup(STDERR)
    except OSError:  # a program without a stderr
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STDERR)
        yield
    finally:
        os.dup2(kept, STDERR)
        os.close(nowhere)
        os.close(kept)


def _sound(wave: Wave) -> pygame.mixer.Sound:
    whole = np.round(np.clip(wave, -1.0, 1.0) * 32_767).astype("<i2")
    return pygame.mixer.Sound(buffer=whole.tobytes())
