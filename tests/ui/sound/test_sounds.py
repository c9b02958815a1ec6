"""What is heard: quiet, smooth, the same every time; and silence where there is no loudspeaker."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import numpy as np
import pygame
import pytest

from game.texts import Texts
from game.ui.input.settings import Settings
from game.ui.sound.ambience import ambience
from game.ui.sound.captions import CaptionLine, caption_of
from game.ui.sound.cues import PEAK, RATE, SCORE, Cue, Wave, in_turn, wave_of
from game.ui.sound.device import open_device
from game.ui.sound.sounds import Sounds
from tests.ui.driving import Driver


class FakeDevice:
    """Keeps what it is told to play."""

    def __init__(self) -> None:
        self.played: list[tuple[Wave, float]] = []
        self.round: float | None = None
        self.paused = False
        self.closed = False

    def play(self, wave: Wave, volume: float) -> None:
        self.played.append((wave, volume))

    def play_round(self, wave: Wave, volume: float, fade_ms: int) -> None:
        self.round, self.paused = volume, False

    def pause_round(self) -> None:
        self.paused = True

    def resume_round(self) -> None:
        self.paused = False

    def set_round_volume(self, volume: float) -> None:
        self.round = volume

    def stop_round(self, fade_ms: int) -> None:
        self.round = None

    def hush(self) -> None:
        self.round = None

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_smooth_and_never_louder_than_half_of_full_scale(cue: Cue) -> None:
    wave = wave_of(cue)
    assert np.isfinite(wave).all()
    assert np.max(np.abs(wave)) == pytest.approx(PEAK, abs=1e-6)
    assert abs(wave[0]) < 1e-3
    assert abs(wave[-1]) < 1e-3
    assert abs(float(np.mean(wave))) < 0.01
    assert 0.1 < wave.size / RATE < 1.6


def test_all_cues_are_about_equally_loud() -> None:
    loudness_db = [20 * np.log10(np.sqrt(np.mean(wave_of(cue) ** 2))) for cue in Cue]
    assert max(loudness_db) - min(loudness_db) < 6


def test_a_cue_is_the_same_every_time() -> None:
    first = {cue: wave_of(cue).copy() for cue in Cue}
    wave_of.cache_clear()
    assert all(np.array_equal(first[cue], wave_of(cue)) for cue in Cue)


def test_no_two_cues_have_the_same_notes() -> None:
    outlines = {cue: [(note.start_s, note.timbre) for note in SCORE[cue]] for cue in Cue}
    assert [pair for pair in combinations(Cue, 2) if outlines[pair[0]] == outlines[pair[1]]] == []


def test_cues_in_turn_do_not_overlap() -> None:
    both = in_turn([Cue.SENT, Cue.YES])
    assert both.size > wave_of(Cue.SENT).size + wave_of(Cue.YES).size
    assert np.max(np.abs(both)) <= PEAK + 1e-6


def test_the_quiet_room_is_quiet_and_repeats_without_a_seam() -> None:
    room = ambience()
    steps = np.abs(np.diff(room))
    assert np.isfinite(room).all()
    assert np.max(np.abs(room)) < PEAK / 3
    assert abs(float(room[0] - room[-1])) <= float(np.max(steps))
    assert np.array_equal(room, ambience())


def test_without_a_loudspeaker_there_is_silence_and_not_a_word_on_stderr() -> None:
    code = (
        "from game.ui.input.settings import Settings\n"
        "from game.ui.sound.cues import Cue\n"
        "from game.ui.sound.sounds import Sounds\n"
        "sounds = Sounds(Settings())\n"
        "sounds.begin()\n"
        "for cue in Cue: sounds.play([cue])\n"
        "sounds.tick()\n"
        "sounds.leave()\n"
        "sounds.come_back()\n"
        "sounds.end()\n"
        "assert sounds._device is None\n"
    )
    for driver in ("alsa", "nothing_of_that_name"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"SDL_AUDIODRIVER": driver, "ALSA_CONFIG_PATH": "/dev/null", "HOME": "/"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.returncode == 0


def test_stderr_speaks_again_once_the_loudspeaker_was_looked_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nothing_of_that_name")
    assert open_device() is None
    print("here", file=sys.stderr)
    assert capfd.readouterr().err == "here\n"


def test_a_loudspeaker_that_keeps_what_it_hears_plays_every_cue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sounds = Sounds(Settings(ambience=False))
    sounds.begin()
    assert sounds._device is not None
    for cue in Cue:
        sounds.play([cue])
    sounds.end()


def test_volume_and_mute_are_followed_at_once() -> None:
    device = FakeDevice()
    sounds = Sounds(Settings(volume=0.3, ambience=False), lambda: device)  # type: ignore[arg-type,return-value]
    sounds.begin()
    sounds.play([Cue.YES])
    sounds.follow(Settings(volume=0.8, ambience=False))
    sounds.play([Cue.YES])
    sounds.follow(Settings(sound=False))
    sounds.play([Cue.YES])
    assert [volume for _, volume in device.played] == [0.3, 0.8]
    sounds.end()
    assert device.closed


def test_the_quiet_room_comes_and_goes_with_its_setting() -> None:
    device = FakeDevice()
    on = Settings(volume=0.5)
    sounds = Sounds(on, lambda: device)  # type: ignore[arg-type,return-value]
    sounds.begin()
    assert sounds._making is not None
    sounds._making.join()
    sounds.tick()
    assert device.round == 0.5
    sounds.follow(replace(on, ambience=False))
    assert device.round is None
    sounds.follow(on)
    assert device.round == 0.5
    sounds.follow(replace(on, sound=False))
    assert device.round is None


def _room_made(sounds: Sounds) -> None:
    sounds.tick()
    assert sounds._making is not None
    sounds._making.join()
    sounds.tick()


def test_the_quiet_room_waits_while_the_player_is_in_another_window() -> None:
    device = FakeDevice()
    sounds = Sounds(Settings(volume=0.5), lambda: device)  # type: ignore[arg-type,return-value]
    _room_made(sounds)
    sounds.leave()
    sounds.leave()
    assert device.paused
    sounds.play([Cue.YES])
    assert len(device.played) == 1, "what tells something is still heard"
    sounds.come_back()
    assert (device.paused, device.round) == (False, 0.5)


def test_nothing_begins_while_the_player_is_away_and_all_follows_once_back() -> None:
    device = FakeDevice()
    on = Settings(volume=0.5)
    sounds = Sounds(on, lambda: device)  # type: ignore[arg-type,return-value]
    sounds.leave()
    sounds.tick()
    assert sounds._making is None
    sounds.come_back()
    sounds.leave()
    _room_made(sounds)
    assert device.round is None
    sounds.come_back()
    assert device.round == 0.5
    sounds.leave()
    sounds.follow(replace(on, ambience=False))
    assert device.round is None
    sounds.follow(on)
    assert device.round is None
    sounds.come_back()
    assert (device.round, device.paused) == (0.5, False)


def test_the_window_tells_when_it_loses_and_gains_the_keyboard(driver: Driver) -> None:
    device = FakeDevice()
    driver.app._sounds = Sounds(Settings(), lambda: device)  # type: ignore[arg-type,return-value]
    _room_made(driver.app._sounds)
    for kind, paused in (
        (pygame.WINDOWFOCUSLOST, True),
        (pygame.WINDOWFOCUSGAINED, False),
        (pygame.WINDOWMINIMIZED, True),
        (pygame.WINDOWFOCUSGAINED, False),
    ):
        pygame.event.post(pygame.event.Event(kind))
        driver.app.step()
        assert device.paused is paused


def test_a_real_channel_goes_on_with_the_room_where_it_was_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sounds = Sounds(Settings())
    _room_made(sounds)
    room = pygame.mixer.Channel(0).get_sound()
    sounds.leave()
    sounds.come_back()
    assert room is not None
    assert pygame.mixer.Channel(0).get_sound() is room
    sounds.end()


def test_a_silent_game_never_looks_for_a_loudspeaker() -> None:
    looked: list[int] = []
    sounds = Sounds(Settings(sound=False), lambda: looked.append(1))  # type: ignore[arg-type,func-returns-value]
    sounds.tick()
    assert looked == []


def test_every_cue_has_a_caption_of_its_own(texts: Texts) -> None:
    said = [caption_of(texts, [cue]) for cue in Cue]
    assert len(set(said)) == len(said)
    assert "2" in caption_of(texts, [Cue.JOIN, Cue.JOIN])


def test_a_caption_goes_once_it_has_been_read() -> None:
    line = CaptionLine()
    line.say("A yes")
    assert not line.tick(1_000)
    assert line.text == "A yes"
    assert line.tick(20_000)
    assert line.text == ""


def test_what_is_heard_while_playing_is_written_at_the_foot(driver: Driver) -> None:
    heard: list[tuple[Cue, ...]] = []
    stage = driver.app.stage
    stage.play_cues = lambda cues: heard.append(tuple(cues))
    stage.change_settings(replace(stage.settings, captions=True))
    for key in ("play", "level0", "start", "open", "hold", "hold"):
        driver.click(key)
    assert heard == [(Cue.ROUND, Cue.NEWS)] or heard == [(Cue.NEWS, Cue.ROUND)]
    assert stage._caption.text == caption_of(stage.texts, heard[0])
    assert stage.view.area.bottom < stage.canvas.surface.get_height()
