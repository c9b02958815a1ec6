"""A played game: the log is the save, and survives whatever happens to the program."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.levels.finder import level_of_id
from game.levels.loader import Level
from game.negotiation.model.actions import Hold, NotAllowed, Offer, Probe, TalkPrivately, WorkAtHome
from game.negotiation.model.scenario import Slot, Term
from game.negotiation.model.serial import state_hash
from game.session.read_hints import keep_hints, read_hints
from game.session.save_files import delete_save, hints_of, picture_of
from game.session.save_list import list_saves
from game.session.session import SaveRefused, Session
from game.texts import Texts

COAL = Slot("coal_at_home", "china")
TRADE = Slot("trade", "usa")
ACTIONS = (
    Probe("china", COAL),
    Offer("china", (Term(COAL, 1), Term(TRADE, 2)), 40),
    WorkAtHome("industry_states"),
    Hold(),
    TalkPrivately("china"),
)


def _played(level: Level, folder: Path) -> Session:
    session = Session.start(level, seed=7, folder=folder)
    for action in ACTIONS:
        session.submit(action)
    return session


def _log(session: Session) -> Path:
    """Return the log of a game, which is left."""
    session.close()
    assert session.path is not None
    return session.path


def _with_header(log: Path, **changes: object) -> None:
    """Write a log anew in its first form, which has no check values, with another header."""
    header, *actions = [json.loads(line) for line in log.read_text().splitlines()]
    plain = [{k: v for k, v in line.items() if k not in ("n", "check")} for line in actions]
    del header["check"]
    lines = [{**header, "format": 1, **changes}, *plain]
    log.write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_a_game_in_which_nothing_was_done_leaves_nothing_on_the_disk(
    tianjin: Level, saves: Path
) -> None:
    session = Session.start(tianjin, seed=7, folder=saves)
    with pytest.raises(NotAllowed):
        session.submit(Offer("china", ()))
    assert session.path is None
    assert not saves.exists()
    session.submit(ACTIONS[0])
    assert Session.resume(_log(session), tianjin).state == session.state


def test_two_games_begun_in_one_second_have_a_log_each(tianjin: Level, saves: Path) -> None:
    games = [Session.start(tianjin, seed, folder=saves) for seed in (1, 2)]
    for each in games:
        each.submit(Hold())
    assert len({_log(each) for each in games}) == 2
    for each in games:
        assert Session.resume(_log(each), tianjin).state == each.state


@pytest.mark.parametrize("done", [0, 2], ids=["the first action", "a later one"])
def test_an_action_that_a_full_disk_cuts_short_is_not_done_and_can_be_done_again(
    tianjin: Level, saves: Path, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    session = Session.start(tianjin, seed=7, folder=saves)
    for action in ACTIONS[:done]:
        session.submit(action)
    before, write = session.state, os.write
    with monkeypatch.context() as full:

        def some(descriptor: int, raw: bytes) -> int:
            if len(raw) < 40:
                raise OSError(28, "No space left on device")
            return write(descriptor, raw[:25])

        full.setattr(os, "write", some)
        with pytest.raises(OSError, match="No space"):
            session.submit(ACTIONS[done])
    assert session.state == before
    assert len(list(saves.iterdir())) == min(done, 1)
    for action in ACTIONS[done:]:
        session.submit(action)
    assert Session.resume(_log(session), tianjin).state == session.state


def test_a_resumed_game_stands_where_it_was_left_and_goes_on(tianjin: Level, saves: Path) -> None:
    left = _played(tianjin, saves)
    back = Session.resume(_log(left), tianjin)
    assert back.state == left.state
    assert [turn.events for turn in back.turns] == [turn.events for turn in left.turns]
    back.submit(Hold())
    back.close()
    again = Session.resume(_log(left), tianjin)
    assert again.state == back.state


def test_a_refused_action_is_not_in_the_log(tianjin: Level, saves: Path) -> None:
    session = _played(tianjin, saves)
    before = _log(session).read_bytes()
    with pytest.raises(NotAllowed):
        session.submit(Offer("china", ()))
    assert _log(session).read_bytes() == before


def test_a_last_line_cut_short_is_dropped_and_the_rest_kept(tianjin: Level, saves: Path) -> None:
    session = _played(tianjin, saves)
    path = _log(session)
    whole = path.read_bytes()
    last_line = whole.rstrip(b"\n").rfind(b"\n") + 1
    for cut in range(last_line + 1, len(whole) - 1):
        path.write_bytes(whole[:cut])
        back = Session.resume(path, tianjin)
        assert len(back.turns) == len(ACTIONS)
        assert path.read_bytes() == whole[:last_line]
        back.submit(ACTIONS[-1])
        assert back.state == session.state
        assert path.read_bytes() == whole
        back.close()


def test_a_game_killed_in_the_middle_is_on_disk_to_the_last_action(
    tianjin: Level, saves: Path
) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from game.levels.loader import load_level\n"
        "from game.negotiation.model.actions import Hold, WorkAtHome\n"
        "from game.session.session import Session\n"
        f"level, saves = load_level(Path({str(tianjin.path)!r})), Path({str(saves)!r})\n"
        "s = Session.start(level, 3, folder=saves)\n"
        "s.submit(WorkAtHome('climate_first')); s.submit(Hold()); s.submit(Hold())\n"
        "print('ready', flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    (path,) = saves.glob("*.jsonl")
    back = Session.resume(path, tianjin)
    assert back.state.round == 2
    assert len(back.turns) == 4


def test_a_game_killed_at_any_moment_can_be_gone_on_with(tianjin: Level, saves: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from game.levels.loader import load_level\n"
        "from game.negotiation.model.actions import Hold, TalkPrivately\n"
        "from game.session.session import Session\n"
        f"level = load_level(Path({str(tianjin.path)!r}))\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        f"    s = Session.start(level, 3, folder=Path({str(saves)!r}))\n"
        "    for _ in range(3):\n"
        "        for _ in range(3): s.submit(TalkPrivately('china'))\n"
        "        s.submit(Hold())\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    while len(list(saves.glob("*.jsonl"))) <= 3:
        time.sleep(0.05)
    process.kill()
    process.wait()
    process.stdout.close()
    entries = list_saves(saves, level_of_id)
    assert len(entries) > 3
    unfinished = [entry for entry in entries if not entry.finished]
    assert len(unfinished) <= 1
    for entry in unfinished:
        assert entry.problem is None or entry.actions == 0


def test_a_save_that_cannot_be_written_to_is_refused_with_a_sentence_and_stays(
    tianjin: Level, saves: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _log(_played(tianjin, saves))
    with path.open("ab") as file:
        file.write(b'{"kind":')  # a kill in the middle of a line
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("game.session.log_writer.os.truncate", refuse)
    with pytest.raises(SaveRefused) as refused:
        Session.resume(path, tianjin, texts)
    assert str(refused.value) == texts(
        "save.not_writable", file=path.name, reason="Permission denied"
    )
    assert path.read_bytes() == before


def test_a_save_of_a_changed_level_is_refused_with_a_sentence(
    tianjin: Level, saves: Path, texts: Texts
) -> None:
    path = _log(_played(tianjin, saves))
    _with_header(path, level_hash="0" * 64)
    with pytest.raises(SaveRefused) as refused:
        Session.resume(path, tianjin)
    assert str(refused.value) == texts("save.level_changed", level="tianjin")


def test_a_save_of_other_rules_is_refused_with_a_sentence(
    tianjin: Level, saves: Path, texts: Texts
) -> None:
    path = _log(_played(tianjin, saves))
    _with_header(path, rules_version=999)
    with pytest.raises(SaveRefused) as refused:
        Session.resume(path, tianjin)
    assert str(refused.value) == texts("save.rules_changed")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe\n",
        b"[]\n",
        b"{}\n",
        b'{"format": 1}\n',
        b"[" * 100_000 + b"\n",
        b'{"format": 2, "seed": 1}\n',
        b'{"format": 1, "rules_version": true, "level_id": "tianjin", "level_hash": "x",'
        b' "seed": 1, "seat": "usa", "started": ""}\n',
        b"NaN\n",
    ],
)
def test_a_hostile_log_is_refused_with_a_sentence(
    content: bytes, tianjin: Level, saves: Path
) -> None:
    saves.mkdir()
    path = saves / "hostile.jsonl"
    path.write_bytes(content)
    with pytest.raises(SaveRefused, match=r"hostile\.jsonl"):
        Session.resume(path, tianjin)


@pytest.mark.parametrize(
    "line",
    [
        '{"kind": "offer"}',
        '{"kind": "offer", "delegation": "china", "terms": [1], "predicted_percent": null}',
        '{"kind": "nothing"}',
        '{"kind": "offer", "delegation": 5, "terms": []}',
        '{"kind": "work_at_home", "faction": "climate_first", "extra": 1}',
        '{"kind": "tie_hands", "slot": {"issue": "trade", "giver": "usa"}, "option": 1.5}',
        '{"kind": "work_at_home", "faction": "nobody"}',
        '"hold"',
    ],
)
def test_a_hostile_action_is_refused_with_its_line(line: str, tianjin: Level, saves: Path) -> None:
    session = Session.start(tianjin, seed=1, folder=saves)
    session.submit(ACTIONS[0])
    path = _log(session)
    _with_header(path)
    with path.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(SaveRefused, match="line 3"):
        Session.resume(path, tianjin)


def test_a_huge_log_is_refused_without_reading_it(tianjin: Level, saves: Path) -> None:
    path = _log(_played(tianjin, saves))
    with path.open("a") as file:
        file.truncate(50_000_000)
    with pytest.raises(SaveRefused, match="MB"):
        Session.resume(path, tianjin)


def test_saves_are_listed_newest_first_and_unusable_ones_with_their_reason(
    tianjin: Level, saves: Path
) -> None:
    older, newer = _log(_played(tianjin, saves)), _log(_played(tianjin, saves))
    assert older != newer
    os.utime(older, (1_000_000_000, 1_000_000_000))
    (saves / "broken.jsonl").write_text("nothing of ours\n")
    os.utime(saves / "broken.jsonl", (900_000_000, 900_000_000))
    entries = list_saves(saves, level_of_id)
    assert [entry.path for entry in entries] == [newer, older, saves / "broken.jsonl"]
    assert [entry.problem is None for entry in entries] == [True, True, False]
    assert entries[0].round == 1


def test_each_level_that_saves_name_is_read_once_and_no_other(tianjin: Level, saves: Path) -> None:
    for _ in range(3):
        _played(tianjin, saves)
    asked: list[str] = []

    def find(level_id: str) -> Level | None:
        asked.append(level_id)
        return tianjin

    assert len(list_saves(saves, find)) == 3
    assert asked == ["tianjin"]


def test_a_deleted_game_takes_what_lies_beside_it_along_and_nothing_else(
    tianjin: Level, saves: Path
) -> None:
    gone, stays = _log(_played(tianjin, saves)), _log(_played(tianjin, saves))
    for log in (gone, stays):
        picture_of(log).write_bytes(b"a picture")
        keep_hints(log, ["sit_down"])
    delete_save(gone)
    assert sorted(saves.iterdir()) == sorted([stays, picture_of(stays), hints_of(stays)])
    delete_save(gone)  # which somebody else has deleted meanwhile


def test_hints_read_in_a_game_are_on_disk_to_the_last_whole_line(saves: Path) -> None:
    saves.mkdir()
    log = saves / "game.jsonl"
    assert read_hints(log) == frozenset()
    keep_hints(log, ["sit_down", "ask"])
    keep_hints(log, ["give"])
    assert read_hints(log) == {"sit_down", "ask", "give"}
    whole = hints_of(log).read_bytes()
    hints_of(log).write_bytes(whole[:-2])
    assert read_hints(log) == {"sit_down", "ask"}


@pytest.mark.parametrize("content", [b"\xff\xfe\n", b"x" * 200_000 + b"\n", b""])
def test_a_strange_file_of_hints_is_read_as_none(saves: Path, content: bytes) -> None:
    saves.mkdir()
    hints_of(saves / "game.jsonl").write_bytes(content)
    assert read_hints(saves / "game.jsonl") == frozenset()


def test_the_same_actions_give_the_same_hash_in_another_process(
    tianjin: Level, saves: Path
) -> None:
    session = _played(tianjin, saves)
    for seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "game", "replay", str(_log(session)), "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["state_hash"] == state_hash(session.state)


def test_a_preview_changes_nothing_and_agrees_with_the_signature(tianjin: Level) -> None:
    session = Session(tianjin, seed=7)
    terms = (Term(COAL, 1), Term(TRADE, 3))
    before = session.state
    preview = session.preview(terms)
    assert session.state == before
    session.submit(Offer("china", terms))
    if session.view.party("china").agreed == terms:
        assert session.now.projection is preview.projection
