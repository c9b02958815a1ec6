"""What tests of every room share."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from game.cli import main
from game.paths import HOME_VARIABLE
from game.texts import Texts
from tests.commands.asking import Answer, Ask
from tests.sharing import share

# The test in a real window needs an X server without a screen. Where there is none the test is not
# collected at all, and the run's head says so.
TOOLS_OF_A_REAL_WINDOW = ("Xvfb", "xdotool")
IN_A_REAL_WINDOW = "tests/ui/test_real_window.py"
# The comparisons with another climate model and other bargainers need those: the extra `bench`.
AGAINST_FAIR = "tests/benchmarks/test_against_fair.py"
AGAINST_NEGMAS = "tests/benchmarks/test_against_negmas.py"
_missing = [tool for tool in TOOLS_OF_A_REAL_WINDOW if shutil.which(tool) is None]


def pytest_configure(config: pytest.Config) -> None:
    """Hold laws by what they say, not by the clock of a busy machine.

    What hypothesis remembers is kept outside a checkout that nobody may write to.
    """
    settings.register_profile("laws", deadline=None)
    settings.load_profile("laws")
    if not os.access(config.rootpath, os.W_OK):
        set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis-of-road-to-glasgow")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what cannot run here: a real window, a comparison with what is not installed."""
    left_out = {
        IN_A_REAL_WINDOW: bool(_missing),
        AGAINST_FAIR: find_spec("fair") is None,
        AGAINST_NEGMAS: find_spec("negmas") is None,
    }
    unwanted = [config.rootpath / path for path, is_out in left_out.items() if is_out]
    return True if collection_path in unwanted else None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process for benchmarks and for tests named one by one; else one a core."""
    alone = config.getoption("benchmark_only") or any("::" in arg for arg in config.args)
    return 0 if alone else None


def pytest_report_header() -> str:
    """Say at the head of every run whether the real window is part of it."""
    if _missing:
        return f"real window: left out, {' and '.join(_missing)} not installed"
    return "real window: part of the run, Xvfb and xdotool are installed"


def pytest_collection_finish() -> None:
    """Leave what all tests stand on, some 300,000 objects, out of every look for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _what_ships_is_shared(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read levels and the ensemble once for all tests; benchmarks measure every reading."""
    with pytest.MonkeyPatch.context() as patch:
        if not request.config.getoption("benchmark_only"):
            share(patch)
        yield


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Return the game's own English texts; a missing one is an error."""
    return Texts.load()


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the checkout's top folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _the_users_own_files_stay_untouched(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep saves and levels of tests in a folder of their own."""
    home = tmp_path_factory.getbasetemp() / f"home-{uuid4()}"
    monkeypatch.setenv(HOME_VARIABLE, str(home))


@pytest.fixture(autouse=True)
def _the_system_asks_for_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences are looked for in English, whatever the machine speaks."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


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
