"""The background sound: a low chord that breathes, looped without a seam."""

from __future__ import annotations

import numpy as np

from game.ui.sound.cues import RATE, Wave

LENGTH_S = 16
PEAK = 0.12  # far below the cues
CHORD_HERTZ = (110.0, 164.8, 220.0, 277.2, 329.6)  # A major, wide and low
CHORD_SHARES = (1.0, 0.7, 0.5, 0.25, 0.2)
AIR_BELOW_HERTZ, AIR_SHARE = 700.0, 0.25
SEED = 1_995


def ambience() -> Wave:
    """One turn of it. Every part goes round a whole number of times, so the end meets the start."""
    time_s = np.arange(LENGTH_S * RATE, dtype=np.float32) / np.float32(RATE)
    turn = 2.0 * np.pi * time_s
    sound = np.zeros_like(time_s)
    for place, (hertz, share) in enumerate(zip(CHORD_HERTZ, CHORD_SHARES, strict=True)):
        breath = 0.6 + 0.4 * np.sin(turn * (place + 1) / LENGTH_S + place)
        for detuned in (0, 2 + place):  # a second string a little sharp, so that it moves
            rounds = round(hertz * LENGTH_S) + detuned
            sound += np.float32(share) * breath * np.sin(turn * (rounds / LENGTH_S))
    sound /= np.max(np.abs(sound))
    sound += np.float32(AIR_SHARE) * _air(time_s.size)
    sound *= PEAK / np.max(np.abs(sound))
    return sound.astype(np.float32)


def _air(size: int) -> Wave:
    """Noise that goes round: made of whole turns alone, softer the higher they are."""
    chance = np.random.default_rng(SEED)
    hertz = np.arange(1, AIR_BELOW_HERTZ * LENGTH_S) / LENGTH_S
    spectrum = np.zeros(size // 2 + 1, dtype=np.complex128)
    phases = np.exp(2j * np.pi * chance.random(hertz.size))
    spectrum[1 : hertz.size + 1] = phases / np.maximum(hertz, 60.0)
    noise = np.fft.irfft(spectrum, size)
    air: Wave = (noise / np.max(np.abs(noise))).astype(np.float32)
    return air
