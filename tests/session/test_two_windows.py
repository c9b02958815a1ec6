"""Two programs and one save: one plays it, the other is told; whatever happens, no game is lost."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.levels.finder import level_of_id
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, TalkPrivately, WorkAtHome
from game.session.read_hints import keep_hints, read_hints
from game.session.save_files import SaveInUse, delete_save
from game.session.save_list import list_saves
from game.session.session import SaveMoved, SaveRefused, Session
from game.texts import Texts

PLAYS = """
import sys
from pathlib import Path
from game.levels.loader import load_level
from game.negotiation.model.actions import TalkPrivately
from game.session.session import SaveRefused, Session
try:
    session = Session.resume(Path(sys.argv[1]), load_level(Path(sys.argv[2])))
except SaveRefused as refused:
    print("refused", refused, flush=True)
    sys.exit()
session.submit(TalkPrivately("china"))
print("playing", flush=True)
sys.stdin.readline()
"""


def _begun(level: Level, folder: Path) -> Session:
    session = Session.start(level, seed=3, folder=folder)
    session.submit(WorkAtHome("climate_first"))
    return session


def _path(session: Session) -> Path:
    assert session.path is not None
    return session.path


@contextmanager
def _other_window(path: Path, level: Level) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Another process that opens a save, and what it says of that."""
    process = subprocess.Popen(
        [sys.executable, "-c", PLAYS, str(path), str(level.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


def test_a_second_window_is_told_and_the_save_stays_whole(
    tianjin: Level, saves: Path, texts: Texts
) -> None:
    session = _begun(tianjin, saves)
    with _other_window(_path(session), tianjin) as (_, said):
        assert said.strip() == f"refused {texts('save.in_use', file=_path(session).name)}"
    session.submit(TalkPrivately("china"))
    session.close()
    assert Session.replayed(_path(session), tianjin).state == session.state


def test_a_kill_lets_the_save_go(tianjin: Level, saves: Path) -> None:
    session = _begun(tianjin, saves)
    session.close()
    with _other_window(_path(session), tianjin) as (process, said):
        assert said.strip() == "playing"
        with pytest.raises(SaveRefused, match="another window"):
            Session.resume(_path(session), tianjin)
        with pytest.raises(SaveInUse):
            delete_save(_path(session))
        process.kill()
        process.wait()
        back = Session.resume(_path(session), tianjin)
    assert len(back.actions) == 2


def test_a_game_that_was_left_can_be_played_in_the_other_window(
    tianjin: Level, saves: Path
) -> None:
    session = _begun(tianjin, saves)
    session.close()
    with _other_window(_path(session), tianjin) as (_, said):
        assert said.strip() == "playing"


def _replace(path: Path) -> None:
    other = path.with_suffix(".sync")
    other.write_bytes(path.read_bytes()[:-20])
    other.replace(path)


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b'{"kind":"hold"}\n')


@pytest.mark.parametrize(
    ("harmed", "harm"),
    [
        (Path.unlink, "deleted"),
        (lambda path: shutil.rmtree(path.parent), "deleted"),
        (lambda path: os.truncate(path, 0), "changed"),
        (lambda path: os.truncate(path, path.stat().st_size - 5), "changed"),
        (_replace, "changed"),
        (_grow, "changed"),
        (lambda path: path.write_bytes(path.read_bytes().swapcase()), "changed"),
    ],
    ids=["deleted", "folder deleted", "emptied", "shortened", "replaced", "grown", "same length"],
)
def test_a_log_harmed_while_it_is_played_costs_nothing_and_is_said(
    tianjin: Level, saves: Path, harmed: Callable[[Path], object], harm: str
) -> None:
    session = _begun(tianjin, saves)
    session.submit(Hold())
    before = session.state
    log = _path(session)
    harmed(log)
    left = log.read_bytes() if log.exists() else None
    with pytest.raises(SaveMoved) as moved:
        session.submit(TalkPrivately("china"))
    assert (moved.value.harm, session.path) == (harm, moved.value.path)
    assert session.state is before
    session.submit(TalkPrivately("china"))
    session.close()
    assert Session.replayed(_path(session), tianjin).state == session.state
    if left is not None:
        assert log.read_bytes() == left
        assert _path(session) != log


@pytest.mark.parametrize(
    "harmless",
    [
        lambda path: os.utime(path),
        lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
        lambda path: shutil.copy(path, path.with_suffix(".x")).replace(path),
    ],
    ids=["touched", "other line ends", "a copy put back"],
)
def test_a_log_that_says_the_same_is_gone_on_with(
    tianjin: Level, saves: Path, harmless: Callable[[Path], object]
) -> None:
    session = _begun(tianjin, saves)
    harmless(_path(session))
    session.submit(TalkPrivately("china"))
    session.close()
    assert Session.replayed(_path(session), tianjin).state == session.state
    assert len(list(saves.glob("*.jsonl"))) == 1


def test_hints_that_were_read_go_along_to_the_new_file(tianjin: Level, saves: Path) -> None:
    session = _begun(tianjin, saves)
    keep_hints(_path(session), ["sit_down"])
    os.truncate(_path(session), 0)
    with pytest.raises(SaveMoved) as moved:
        session.submit(Hold())
    assert read_hints(moved.value.path) == {"sit_down"}


def test_games_begun_at_once_by_many_threads_have_a_log_each(tianjin: Level, saves: Path) -> None:
    games = [Session.start(tianjin, seed, folder=saves) for seed in range(8)]
    threads = [threading.Thread(target=game.submit, args=(Hold(),)) for game in games]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({_path(game) for game in games}) == 8
    for game in games:
        game.close()
        assert Session.replayed(_path(game), tianjin).state == game.state
    assert all(entry.problem is None for entry in list_saves(saves, level_of_id))


def test_a_file_where_the_folder_of_saves_should_be_refuses_the_action_at_once(
    tianjin: Level, saves: Path
) -> None:
    saves.write_text("no folder\n", encoding="utf-8")
    session = Session.start(tianjin, 3, folder=saves)
    with pytest.raises(FileExistsError):
        session.submit(Hold())
    saves.unlink()
    session.submit(Hold())
    session.close()
    assert Session.replayed(_path(session), tianjin).state == session.state
