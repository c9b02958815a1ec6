"""What a person got wrong ends with 2, what is bad with 1, what is our fault with 3."""

import errno
import os
from pathlib import Path

import pytest

from game.paths import climate_dir
from tests.commands.asking import Ask
from tests.copying import copy_file

RECORDING = Path(__file__).parent.parent / "replays" / "tianjin.jsonl"
BOT = ("--bot", "random", "--games", "1")
WRONG = (
    (),
    ("nothing",),
    ("levels", "x"),
    ("simulate", "tianjin"),
    ("simulate", "nowhere", *BOT),
    ("simulate", "folder", *BOT),
    ("simulate", "circle", *BOT),
    ("simulate", "a\0b", *BOT),
    ("simulate", "tianjin", *BOT, "--jobs", "0"),
    ("simulate", "tianjin", *BOT, "--seed", "-1"),
    ("simulate", "tianjin", "--bot", "nobody", "--games", "1"),
    ("balance", "nowhere"),
    ("balance", "tianjin", "--games", "x"),
    ("balance", "tianjin", "--out", "folder"),
    ("balance", "tianjin", "--out", "nowhere/x.md"),
    ("duel", "nowhere"),
    ("duel", "folder"),
    ("duel", "circle"),
    ("duel", "empty/x"),
    ("duel", "a\0b"),
    ("duel", "empty", "--rounds", "0"),
    ("project", "nowhere"),
    ("project", "folder"),
    ("project", "circle"),
    ("project", "empty", "--members", "0"),
    ("replay", "nowhere"),
    ("replay", "folder"),
    ("replay", "circle"),
    ("replay", "empty/x"),
    ("replay", "a\0b"),
    ("replay", "log", "--level", "nowhere"),
    ("report", "nowhere", "--level", "tianjin", "--out", "x.html"),
    ("report", "log", "--out", "folder"),
    ("report", "log", "--out", "log"),
    ("report", "log", "--out", "x.html", "--lang", "xx"),
    ("check", "nowhere"),
    ("check", "folder"),
    ("check", "empty"),
    ("check", "circle"),
    ("check", "a\0b"),
    ("new-level", "a b"),
    ("new-level", "tianjin"),
    ("new-level", "mine", "--from", "nowhere"),
    ("new-level", "mine", "--dir", "empty"),
    ("screenshot", "nothing", "--out", "x.png"),
    ("screenshot", "hub", "--out", "folder"),
    ("screenshot", "hub", "--out", "x.png", "--scale", "nan"),
    ("screenshot", "hub", "--level", "tianjin", "--log", "nowhere", "--out", "x.png"),
    ("play", "nowhere"),
    ("play", "tianjin", "--seat", "nobody"),
)
BAD = (
    ("simulate", "broken", *BOT),
    ("balance", "broken"),
    ("duel", "empty"),
    ("duel", "bytes"),
    ("project", "empty"),
    ("project", "bytes"),
    ("replay", "empty"),
    ("replay", "bytes"),
    ("replay", "log", "--level", "glasgow"),
    ("replay", "log", "--level", "broken"),
    ("report", "bytes", "--out", "x.html"),
    ("check", "broken"),
    ("new-level", "mine", "--from", "broken"),
    ("screenshot", "hub", "--log", "bytes", "--out", "x.png"),
    ("play", "broken"),
)
READERS = (("duel", "d"), ("project", "d"), ("replay", "d"), ("report", "d", "--out", "x.html"))


@pytest.fixture(autouse=True)
def _a_folder_of_odd_things(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    copy_file(RECORDING, tmp_path / "log")
    (tmp_path / "empty").touch()
    (tmp_path / "bytes").write_bytes(b"\x80\x81 no text\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "level.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "circle").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "circle")


def _written(arguments: tuple[str, ...]) -> str:
    return " ".join(arguments).replace("\0", "NUL") or "an empty name"


@pytest.mark.parametrize("arguments", WRONG, ids=_written)
def test_what_was_asked_wrongly_ends_with_two(ask: Ask, arguments: tuple[str, ...]) -> None:
    answer = ask(*(arguments or ("",)))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("arguments", BAD, ids=_written)
def test_what_is_there_and_bad_ends_with_one(ask: Ask, arguments: tuple[str, ...]) -> None:
    answer = ask(*arguments)
    assert answer.code == 1
    assert (answer.out + answer.err).strip()
    assert "Traceback" not in answer.err


def _refuse(monkeypatch: pytest.MonkeyPatch, number: int, only: str) -> None:
    """Let the system refuse to open the files of a name."""
    openly = Path.open

    def refused(path: Path, *how: object, **more: object) -> object:
        if path.name == only:
            raise OSError(number, os.strerror(number), str(path))
        return openly(path, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
@pytest.mark.parametrize("arguments", READERS, ids=_written)
def test_a_file_that_the_system_keeps_to_itself_is_bad(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], number: int
) -> None:
    Path("d").touch()
    _refuse(monkeypatch, number, only="d")
    answer = ask(*arguments)
    assert (answer.code, answer.out) == (1, "")
    assert "d cannot be read" in answer.err


def test_a_file_of_the_games_own_that_cannot_be_read_is_our_fault(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    header = "year,co2_ffi_gtco2,co2_afolu_gtco2,ch4_mtch4,n2o_mtn2o\n"
    Path("p.csv").write_text(header + "2022,37,4,380,11\n2100,0,0,300,10\n", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _refuse(monkeypatch, errno.EIO, only=next(climate_dir().glob("history.csv")).name)
    answer = ask("project", "p.csv")
    assert (answer.code, answer.out) == (3, "")
    assert "not your fault" in answer.err
    (report,) = tmp_path.glob("*fault*")
    assert str(report) in answer.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("command", ["project", "duel"])
def test_utf_16_is_named_with_a_mark_and_without(ask: Ask, command: str, encoding: str) -> None:
    Path("wide").write_bytes("year,co2_ffi_gtco2\n2022,37\n".encode(encoding))
    answer = ask(command, "wide")
    assert (answer.code, answer.out) == (1, "")
    assert "UTF-16" in answer.err
