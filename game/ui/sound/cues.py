"""Short sounds for what happens at the table, synthesised from a few notes.

Each cue has a shape of its own - up, down, there and back, ticks, knocks - so that it is told by
its outline and not by its pitch. Whatever a cue says, the screen says too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float32]  # one channel, -1 to 1

RATE = 44_100  # samples a second
PEAK = 0.5  # no cue goes beyond half of full scale
PAUSE_S = 0.12  # between cues that follow each other
ATTACK_S, RELEASE_S = 0.006, 0.03
HISS_SEED = 20_211_112


class Cue(StrEnum):
    """The meaning of a sound."""

    SENT = "sent"
    YES = "yes"
    NO = "no"
    COUNTER = "counter"
    DEAL = "deal"
    ROUND = "round"
    NEWS = "news"
    JOIN = "join"
    BLOCK = "block"
    ERROR = "error"


class Timbre(StrEnum):
    """The timbre of a note."""

    BELL = "bell"
    SOFT = "soft"
    WOOD = "wood"
    GONG = "gong"
    HISS = "hiss"


@dataclass(frozen=True)
class Note:
    """One sound within a cue: pitch in hertz, start and length in seconds, loudness 0-1."""

    hertz: float
    start_s: float
    length_s: float
    loudness: float = 1.0
    timbre: Timbre = Timbre.BELL


# Partials of each timbre: multiple of the pitch, share, and how many times a second it fades by e.
PARTIALS: dict[Timbre, tuple[tuple[float, float, float], ...]] = {
    Timbre.BELL: ((1.0, 1.0, 5.0), (2.0, 0.35, 8.0), (3.01, 0.15, 12.0), (4.2, 0.06, 18.0)),
    Timbre.SOFT: ((1.0, 1.0, 4.0), (2.0, 0.12, 6.0), (0.5, 0.15, 4.0)),
    Timbre.WOOD: ((1.0, 1.0, 26.0), (2.4, 0.4, 40.0), (5.2, 0.12, 60.0)),
    Timbre.GONG: ((1.0, 1.0, 2.6), (1.48, 0.4, 3.4), (2.03, 0.35, 4.2), (2.72, 0.2, 6.0)),
}

# Equal temperament, A4 = 440 Hz.
A2, D3, G3, A3, C4, G4, C5, D5, E5, G5, A5, C6 = (
    440.0 * 2.0 ** (steps / 12.0) for steps in (-24, -19, -14, -12, -9, -2, 3, 5, 7, 10, 12, 15)
)

SCORE: dict[Cue, tuple[Note, ...]] = {
    Cue.SENT: (Note(900.0, 0.0, 0.22, 1.0, Timbre.HISS), Note(C5, 0.06, 0.2, 0.35, Timbre.SOFT)),
    Cue.YES: (Note(E5, 0.0, 0.35), Note(A5, 0.11, 0.5)),
    Cue.NO: (Note(A3, 0.0, 0.4, 1.0, Timbre.SOFT), Note(D3, 0.16, 0.5, 1.0, Timbre.SOFT)),
    Cue.COUNTER: (Note(C5, 0.0, 0.3), Note(G4, 0.13, 0.3), Note(D5, 0.26, 0.45)),
    Cue.DEAL: (Note(C5, 0.0, 0.7), Note(E5, 0.1, 0.7), Note(G5, 0.2, 0.8), Note(C6, 0.3, 0.9)),
    Cue.ROUND: (Note(A2, 0.0, 1.3, 1.0, Timbre.GONG), Note(A3, 0.0, 1.0, 0.3, Timbre.GONG)),
    Cue.NEWS: tuple(
        Note(1318.5, start, 0.07, 0.8, Timbre.WOOD) for start in (0.0, 0.09, 0.18, 0.33, 0.42)
    ),
    Cue.JOIN: (Note(G4, 0.0, 0.35), Note(G5, 0.0, 0.35, 0.5)),
    Cue.BLOCK: (Note(G3, 0.0, 0.25, 1.0, Timbre.WOOD), Note(A2, 0.0, 0.3, 0.8, Timbre.SOFT)),
    Cue.ERROR: (
        Note(C4, 0.0, 0.14, 1.0, Timbre.WOOD),
        Note(C4, 0.15, 0.14, 1.0, Timbre.WOOD),
    ),
}


@cache
def wave_of(cue: Cue) -> Wave:
    """Return the sound of a cue, its loudest sample at PEAK."""
    notes = SCORE[cue]
    length = max(_samples(note.start_s + note.length_s) for note in notes)
    mixed = np.zeros(length)
    for note in notes:
        start = _samples(note.start_s)
        sound = _note(note)
        mixed[start : start + sound.size] += sound
    wave: Wave = (mixed * (PEAK / np.max(np.abs(mixed)))).astype(np.float32)
    wave.setflags(write=False)
    return wave


def in_turn(cues: Sequence[Cue]) -> Wave:
    """Several cues one after the other, with a short rest between them."""
    rest = np.zeros(_samples(PAUSE_S), dtype=np.float32)
    parts: list[Wave] = []
    for cue in cues:
        parts += [rest, wave_of(cue)] if parts else [wave_of(cue)]
    return np.concatenate(parts) if parts else rest[:0]


def _note(note: Note) -> NDArray[np.float64]:
    time_s = np.arange(_samples(note.length_s)) / RATE
    if note.timbre is Timbre.HISS:
        sound = _hiss(note, time_s)
    else:
        sound = np.zeros_like(time_s)
        for multiple, share, fading in PARTIALS[note.timbre]:
            sound += (
                share
                * np.exp(-fading * time_s)
                * np.sin(2.0 * np.pi * multiple * note.hertz * time_s)
            )
    return note.loudness * sound * _edges(time_s, note.length_s)


def _hiss(note: Note, time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a sheet of paper pushed across a table: noise, smoothed, that swells and goes."""
    noise = np.random.default_rng(HISS_SEED).standard_normal(time_s.size)
    width = max(2, round(RATE / note.hertz / 6))
    smooth = np.convolve(noise, np.hanning(width), mode="same")
    swell = np.sin(np.pi * time_s / note.length_s) ** 2
    hiss: NDArray[np.float64] = smooth * swell / np.max(np.abs(smooth))
    return hiss


def _edges(time_s: NDArray[np.float64], length_s: float) -> NDArray[np.float64]:
    """From silence and back to it, so that nothing clicks."""
    rise = np.clip(time_s / ATTACK_S, 0.0, 1.0)
    fall = np.clip((length_s - 1.0 / RATE - time_s) / RELEASE_S, 0.0, 1.0)
    return rise * fall


def _samples(seconds: float) -> int:
    return round(seconds * RATE)
