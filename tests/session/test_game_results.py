"""How games ended is kept beside the logs: once each, whatever happens to the program."""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from game.levels.loader import Level
from game.negotiation.model.actions import Hold
from game.negotiation.rules.scoring import Medal
from game.session.game_results import (
    FIGURES,
    FILE_NAME,
    OLD_NAME,
    Result,
    best_by_level,
    keep_result,
    read_results,
    result_of,
)
from game.session.session import Session

KEEPS_MANY = """
import sys
from pathlib import Path
from game.session.game_results import Result, keep_result
for number in range(100):
    name = f"{sys.argv[2]}{number}"
    keep_result(Path(sys.argv[1]), name, Result("tianjin", True, *[number] * 7))
"""
KEEPS_ON = """
import sys
from pathlib import Path
from game.session.game_results import Result, keep_result
folder = Path(sys.argv[1])
for number in range(10_000):
    keep_result(folder, f"log{number % 400}", Result("tianjin", True, *[number % 101] * 7))
    print(number, flush=True)
"""


def _result(total: int, *, passed: bool = True, level: str = "tianjin", **figures: int) -> Result:
    return Result(level, passed, total, **{name: figures.get(name, 50) for name in FIGURES})


def _finished(level: Level, folder: Path) -> Session:
    session = Session.start(level, seed=3, folder=folder)
    while not session.finished:
        session.submit(Hold())
    session.close()
    return session


def test_a_finished_game_is_put_down_with_its_score_card(tianjin: Level, saves: Path) -> None:
    session = _finished(tianjin, saves)
    assert session.path is not None
    assert read_results(saves) == {session.path.name: result_of("tianjin", session.score())}


def test_a_game_in_play_is_not_put_down(tianjin: Level, saves: Path) -> None:
    Session.start(tianjin, seed=3, folder=saves).submit(Hold())
    assert read_results(saves) == {}


def test_a_result_that_was_lost_comes_back_when_the_game_is_opened(
    tianjin: Level, saves: Path
) -> None:
    session = _finished(tianjin, saves)
    before = read_results(saves)
    (saves / FILE_NAME).unlink()
    assert session.path is not None
    Session.resume(session.path, tianjin)
    assert read_results(saves) == before
    assert len(before) == 1


def test_looking_at_a_finished_game_again_counts_it_once(tianjin: Level, saves: Path) -> None:
    session = _finished(tianjin, saves)
    assert session.path is not None
    for _ in range(3):
        Session.resume(session.path, tianjin).close()
    assert best_by_level(read_results(saves).values())["tianjin"].games == 1


def test_a_kill_while_results_are_written_leaves_all_that_were_there(tmp_path: Path) -> None:
    for attempt in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", KEEPS_ON, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(60):
                writer.stdout.readline()
            time.sleep(0.003 * attempt)
            writer.kill()
        assert len(read_results(tmp_path)) >= 60


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 9, "results": {}}', '{"format": 1, "results": [1]}', "[" * 100_000],
)
def test_a_file_that_cannot_be_read_is_no_result_and_can_be_written_anew(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert read_results(tmp_path) == {}
    keep_result(tmp_path, "log", _result(70))
    assert read_results(tmp_path) == {"log": _result(70)}


def test_one_bad_line_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    keep_result(tmp_path, "good", _result(70))
    bad = ['{"log": "bad", "level_id": 1}', "3", '{"log": "torn", "lev']
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write("\n".join(bad))
    keep_result(tmp_path, "better", _result(80))
    assert read_results(tmp_path) == {"good": _result(70), "better": _result(80)}


def test_results_of_older_games_are_read_and_lines_count_more(tmp_path: Path) -> None:
    old = {"a": asdict(_result(50)), "b": asdict(_result(60)), "bad": {"level_id": 1}}
    document = json.dumps({"format": 1, "results": old})
    (tmp_path / OLD_NAME).write_text(document, encoding="utf-8")
    keep_result(tmp_path, "b", _result(90))
    assert read_results(tmp_path) == {"a": _result(50), "b": _result(90)}
    assert (tmp_path / OLD_NAME).read_text(encoding="utf-8") == document


def test_what_two_programs_put_down_at_once_is_all_there(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", KEEPS_MANY, str(tmp_path), name]) for name in "ab"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(read_results(tmp_path)) == 200


def test_the_name_of_a_log_may_be_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"andr\xe9.jsonl")
    keep_result(tmp_path, name, _result(70))
    assert read_results(tmp_path) == {name: _result(70)}


def test_a_medal_takes_a_game_that_passed_a_figure_takes_any() -> None:
    results = [
        _result(62, warming=10),
        _result(95, passed=False, warming=90),
        _result(40, level="glasgow"),
    ]
    best = best_by_level(results)
    assert best["tianjin"].medal is Medal.SILVER
    assert best["tianjin"].figures["warming"] == 90
    assert best["tianjin"].games == 2
    assert best["glasgow"].medal is Medal.BRONZE
    assert best_by_level([_result(95, passed=False)])["tianjin"].medal is Medal.NONE
