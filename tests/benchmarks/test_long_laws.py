"""The laws of the rules and of the duel in their long form: all their examples."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.examples import LONG_FORM


@pytest.mark.parametrize("room", ["negotiation", "duel"])
def test_the_laws_hold_on_all_their_examples(
    room: str, project_root: Path, benchmark: BenchmarkFixture
) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/{room}"]
    environment = {**os.environ, LONG_FORM: "1"}

    def held() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=project_root, env=environment, capture_output=True, text=True, check=False
        )

    ended = benchmark.pedantic(held, rounds=1)
    assert ended.returncode == 0, ended.stdout
