"""Run commands in this process and look at what they print."""

import pytest

from game.cli import main
from tests.commands.asking import Answer, Ask


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """`ask("levels", "--format", "json")`: exit code, stdout and stderr of a command."""
    monkeypatch.setattr("sys.argv", ["road-to-glasgow"])

    def run(*arguments: object) -> Answer:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run
