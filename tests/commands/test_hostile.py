"""Odd files, places and numbers: a sentence and an exit code, and nothing is lost."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.levels.finder import find_levels
from game.levels.schema.fields import LEVEL_FILE
from game.paths import builtin_levels_dir
from game.session.log import lines_of, read_log
from game.texts import Texts
from tests.commands.asking import Ask
from tests.copying import copy_file
from tests.levels.breaking import copy_of_tianjin

RECORDING = Path(__file__).parent.parent / "replays" / "tianjin.jsonl"
HEADER = "year,co2_ffi_gtco2,co2_afolu_gtco2,ch4_mtch4,n2o_mtn2o\n"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev and Unix signals")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return copy_file(RECORDING, tmp_path / "own.jsonl")


@pytest.mark.parametrize("command", [("report",), ("screenshot", "hub", "--log")])
def test_a_log_is_never_written_over_by_what_is_made_of_it(
    ask: Ask, log: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    link = tmp_path / "link"
    link.symlink_to(log)
    for out in (log, link):
        answer = ask(*command, log, "--out", out)
        assert answer.code == 2
        assert str(out) in answer.err
    assert log.read_bytes() == RECORDING.read_bytes()


@ON_LINUX
def test_what_is_no_plain_file_stays_what_it_is(ask: Ask, log: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for arguments in (("report", log), ("screenshot", "hub"), ("balance", "tianjin")):
        answer = ask(*arguments, "--out", pipe)
        assert answer.code == 2
        assert answer.code == 2
    assert pipe.is_fifo()


def test_a_link_is_followed(ask: Ask, log: Path, tmp_path: Path) -> None:
    link, target = tmp_path / "link.html", tmp_path / "report.html"
    link.symlink_to(target)
    assert ask("report", log, "--out", link).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("<!")


def test_a_picture_is_a_png_whatever_it_is_called(ask: Ask, tmp_path: Path) -> None:
    assert ask("screenshot", "title", "--out", tmp_path / "x.gif").code == 0
    assert (tmp_path / "x.gif").read_bytes().startswith(b"\x89PNG")


@ON_LINUX
@pytest.mark.parametrize("command", ["duel", "project"])
def test_what_never_ends_is_not_read_to_its_end(ask: Ask, command: str) -> None:
    answer = ask(command, "/dev/zero")
    assert answer.code == 1
    assert "20 MB" in answer.err


def test_a_key_given_twice_among_very_many_is_found(ask: Ask, tmp_path: Path) -> None:
    keys = ",".join(f'"k{number}":1' for number in range(150_000))
    (tmp_path / "d.json").write_text(f'{{{keys},"k149999":2}}', encoding="utf-8")
    answer = ask("duel", tmp_path / "d.json")
    assert answer.code == 1
    assert "k149999" in answer.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("--games", "100000000000"), ("--games", "1_0"), ("--games", "٣"), ("--seed", "9" * 4300)],
)
def test_a_number_that_is_none_or_too_large_is_refused(ask: Ask, name: str, value: str) -> None:
    arguments = {"--games": "2", "--seed": "0"} | {name: value}
    flat = [part for pair in arguments.items() for part in pair]
    answer = ask("simulate", "tianjin", "--bot", "random", *flat)
    assert answer.code == 2
    assert name in answer.err
    assert len(answer.err) < 700


@pytest.mark.parametrize("arguments", [("replay",), ("check",), ("simulate",), ("project",)])
def test_a_name_too_long_for_the_system_is_told_shortly(
    ask: Ask, arguments: tuple[str, ...]
) -> None:
    more = ("--bot", "random", "--games", "1") if arguments == ("simulate",) else ()
    answer = ask(*arguments, "a" * 5000, *more)
    assert answer.code == 2
    assert "not your fault" not in answer.err
    assert answer.err.strip()


def test_a_path_that_sucks_the_air_empty_is_refused_with_its_year(ask: Ask, tmp_path: Path) -> None:
    rows = "2022,37,4,380,11\n2030,37,0,380,11\n2050,-100,0,380,11\n2100,-250,0,300,10\n"
    (tmp_path / "p.csv").write_text(HEADER + rows, encoding="utf-8")
    answer = ask("project", tmp_path / "p.csv", "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert "p.csv: in 20" in answer.err
    assert "Warning" not in answer.err


def test_a_path_with_strong_removal_is_still_projected(ask: Ask, tmp_path: Path) -> None:
    rows = "2022,37,4,380,11\n2050,0,0,200,9\n2100,-15,-5,150,8\n"
    (tmp_path / "p.csv").write_text(HEADER + rows, encoding="utf-8")
    answer = json.loads(ask("project", tmp_path / "p.csv", "--format", "json").out)
    assert answer["warming_2100_c"]["p50"] < answer["peak_warming_c"]["p50"]


def test_a_log_of_a_level_that_is_not_here_says_so_to_scripts_too(ask: Ask, log: Path) -> None:
    whole = read_log(log, Texts.load())
    gone = replace(whole.header, level_id="gone")
    log.write_bytes(lines_of(gone, whole.actions)[0])
    answer = ask("replay", log, "--format", "json")
    assert answer.code == 1
    assert json.loads(answer.out)["ok"] is False
    assert "--level" in answer.err


def test_a_level_is_found_by_its_file_too(ask: Ask) -> None:
    file = builtin_levels_dir() / "tianjin" / LEVEL_FILE
    answer = ask("simulate", file, "--bot", "random", "--games", "1", "--format", "json")
    assert json.loads(answer.out)["level"] == "tianjin"


@ON_LINUX
def test_a_process_that_is_killed_ends_the_games_with_a_sentence() -> None:
    command = [sys.executable, "-m", "game", "simulate", "glasgow", "--bot", "planner"]
    command += ["--games", "4000", "--jobs", "2"]
    game = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        os.kill(_worker_of(game.pid), signal.SIGKILL)
        out, said = game.communicate(timeout=60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(game.pid, signal.SIGKILL)
    assert (game.returncode, out) == (2, "")
    assert "--jobs" in said
    assert "Traceback" not in said


def _worker_of(pid: int) -> int:
    """Wait for a process that plays games for another, and return its id."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        time.sleep(0.05)
    raise AssertionError("no process was started")


def test_a_reader_who_goes_early_does_not_change_what_the_answer_is(tmp_path: Path) -> None:
    (tmp_path / LEVEL_FILE).write_text("a: [", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "game", "check", str(tmp_path)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("scale", ["0.5", "1.1", "3"])
def test_the_settings_are_drawn_at_sizes_between_those_they_offer(
    ask: Ask, tmp_path: Path, scale: str
) -> None:
    answer = ask("screenshot", "settings", "--scale", scale, "--out", tmp_path / "s.png")
    assert (answer.code, answer.err) == (0, "")


def test_a_log_that_is_not_there_is_named_also_where_the_report_is(ask: Ask, log: Path) -> None:
    answer = ask("report", log.with_name("gone.jsonl"), "--out", log)
    assert answer.code == 2
    assert "gone.jsonl" in answer.err


def test_links_in_a_circle_are_no_place_to_write(ask: Ask, log: Path, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    answer = ask("report", log, "--out", tmp_path / "a")
    assert answer.code == 2
    assert "not your fault" not in answer.err


def test_a_folder_that_is_closed_to_us_is_a_broken_level_and_hides_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    look = Path.is_file

    def refused(path: Path) -> bool:
        if path.parent == closed:
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(Path, "is_file", refused)
    monkeypatch.setattr(Path, "is_symlink", refused)
    found = {entry.id: entry for entry in find_levels(tmp_path)}
    assert {"tianjin", "glasgow", "closed"} <= set(found)
    assert [problem.code for problem in found["closed"].problems] == ["unreadable"]


@pytest.fixture
def ctrl_c_is_heard() -> Iterator[None]:
    """Restore Ctrl-C: what a shell starts in the background inherits an ignored one."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@ON_LINUX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("ctrl_c_is_heard")
def test_whoever_stops_many_games_is_left_alone(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "game", "simulate", "glasgow", "--bot", "greedy"]
    command += ["--games", "4000", "--jobs", "2"]
    game = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        time.sleep(2.0)
        if number is signal.SIGINT:
            os.killpg(game.pid, number)  # as a terminal does: every process hears it
        else:
            game.send_signal(number)
        _, said = game.communicate(timeout=60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(game.pid, signal.SIGKILL)
    assert game.returncode in {128 + number, -number}  # the latter where it had not begun yet
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["levels", "check"])
def test_a_title_cannot_steer_the_terminal(ask: Ask, tmp_path: Path, command: str) -> None:
    place = copy_of_tianjin(tmp_path)
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("china", "ch\\e[2J\x1b[2J", 1), encoding="utf-8")
    answer = ask(command, *([place] if command == "check" else []))
    assert "\x1b" not in answer.out + answer.err
