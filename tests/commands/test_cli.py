"""The command line as a whole: help, wrong use, exit codes, faults."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.commands import project_command as project
from game.commands.not_built import PROMISED
from game.texts import Texts
from tests.commands.asking import Ask


def test_help_names_every_command_and_explains_it(ask: Ask) -> None:
    answer = ask("--help")
    assert answer.code == 0
    for command in ("project", *PROMISED):
        assert command in answer.out
    assert "cli." not in answer.out  # a key shown bare is a text that is missing


def test_the_version_is_said(ask: Ask) -> None:
    assert ask("--version").out.split()[-1] == __version__


@pytest.mark.parametrize("command", PROMISED)
def test_what_is_not_built_yet_says_so(ask: Ask, command: str) -> None:
    answer = ask(command, "somewhere", "--games", "3")
    assert (answer.code, answer.out) == (2, "")
    assert command in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [("no-such-command",), ("project",), ("project", "x.csv", "--nonsense"), ("--nonsense",)],
)
def test_wrong_use_ends_with_two_and_a_word_on_stderr(ask: Ask, arguments: tuple[str, ...]) -> None:
    answer = ask(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert arguments[-1] in answer.err or "PATHWAY" in answer.err


@pytest.mark.parametrize("members", ["0", "-3", "many", "1.5"])
def test_a_count_must_be_a_whole_number_from_one_up(ask: Ask, members: str) -> None:
    answer = ask("project", "x.csv", "--members", members)
    assert answer.code == 2
    assert f'"{members}" is not a whole number from 1 up' in answer.err


def test_a_fault_of_our_own_is_a_sentence_with_a_report_to_send(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down(args: argparse.Namespace, texts: Texts) -> int:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(project, "run", break_down)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = ask("project", "x.csv")
    assert (answer.code, answer.out) == (3, "")
    assert "Traceback" not in answer.err
    (report,) = tmp_path.iterdir()
    assert str(report) in answer.err
    assert "break_down" in report.read_text(encoding="utf-8")


def test_the_module_is_the_command(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "game", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == f"road-to-glasgow {__version__}\n"
    assert ended.stderr == ""
