"""`game report`: what it writes, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from tests.commands.asking import Ask
from tests.debrief.games import played


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = played("tianjin", "trader", tmp_path_factory.mktemp("log")).path
    assert path is not None
    return path


def test_it_writes_the_page_and_says_where(ask: Ask, log: Path, tmp_path: Path) -> None:
    out = tmp_path / "debrief.html"
    answer = ask("report", log, "--out", out)
    assert (answer.code, answer.err) == (0, "")
    assert str(out) in answer.out
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_same_log_gives_the_same_page(ask: Ask, log: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    assert [ask("report", log, "--out", page).code for page in pages] == [0, 0]
    assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: [],
        lambda lines: ["not json", *lines[1:]],
        lambda lines: [json.dumps({**json.loads(lines[0]), "level_hash": "0" * 64}), *lines[1:]],
        lambda lines: [json.dumps({**json.loads(lines[0]), "rules_version": 0}), *lines[1:]],
        lambda lines: [*lines, lines[1]],
    ],
    ids=["empty", "not json", "another level", "other rules", "an action after the end"],
)
def test_a_log_that_does_not_replay_is_bad_and_nothing_is_written(
    ask: Ask, log: Path, tmp_path: Path, spoil
) -> None:
    bad = tmp_path / "bad.jsonl"
    lines = spoil(log.read_text(encoding="utf-8").splitlines())
    bad.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    answer = ask("report", bad, "--out", tmp_path / "x.html")
    assert answer.code == 1
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert not (tmp_path / "x.html").exists()


def test_wrong_use_is_answered_with_a_sentence(ask: Ask, log: Path, tmp_path: Path) -> None:
    for arguments in (
        (log,),
        (tmp_path / "none.jsonl", "--out", tmp_path / "x.html"),
        (log, "--out", tmp_path),
        (log, "--out", tmp_path / "no" / "such" / "folder.html"),
        (log, "--out", tmp_path / "x.html", "--lang", "xx"),
        (log, "--out", tmp_path / "x.html", "--level", "nolevel"),
    ):
        answer = ask("report", *arguments)
        assert answer.code == 2, arguments
        assert answer.err.strip()
        assert "Traceback" not in answer.err
    assert list(tmp_path.iterdir()) == []
