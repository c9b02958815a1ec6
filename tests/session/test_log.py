"""A log is read as the game it is, or refused where it stops being one; its good part is kept."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.levels.finder import level_of_id
from game.levels.loader import Level
from game.negotiation.model.actions import Action, Hold, Offer, Probe, TalkPrivately, WorkAtHome
from game.negotiation.model.scenario import Slot, Term
from game.session.log import LogBroken, read_log
from game.session.save_list import list_saves
from game.session.session import SaveRefused, Session
from game.texts import Texts

COAL, TRADE = Slot("coal_at_home", "china"), Slot("trade", "usa")
ACTIONS: tuple[Action, ...] = (
    Probe("china", COAL),
    Offer("china", (Term(COAL, 1), Term(TRADE, 2)), 40),
    WorkAtHome("industry_states"),
    Hold(),
    TalkPrivately("china"),
    TalkPrivately("china"),
    Hold(),
)


@pytest.fixture
def log(tianjin: Level, saves: Path) -> Path:
    """Return the log of a game that was left."""
    session = Session.start(tianjin, seed=7, folder=saves)
    for action in ACTIONS:
        session.submit(action)
    session.close()
    assert session.path is not None
    return session.path


def _plain(raw: bytes) -> bytes:
    """Write a log as it was written before lines had numbers and check values."""
    lines = [json.loads(line) for line in raw.splitlines()]
    for line in lines:
        line.pop("n", None)
        line.pop("check", None)
    lines[0]["format"] = 1
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def _dropped(lines: list[bytes], rng: random.Random) -> list[bytes]:
    at = rng.randrange(1, len(lines) - 1)  # without its end a log is the same game, earlier
    return lines[:at] + lines[at + rng.randint(1, len(lines) - at - 1) :]


def _doubled(lines: list[bytes], rng: random.Random) -> list[bytes]:
    at = rng.randrange(len(lines))
    return lines[: at + 1] + lines[at:]


def _moved(lines: list[bytes], rng: random.Random) -> list[bytes]:
    one, other = rng.sample(range(len(lines)), 2)
    lines = list(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _cut(lines: list[bytes], rng: random.Random) -> list[bytes]:
    """Take some letters from the middle, line ends among them."""
    whole = b"".join(lines)
    start = rng.randrange(len(whole) - 2)
    end = rng.randrange(start + 1, len(whole) - 1)
    return [whole[:start] + whole[end:]]


def _altered(lines: list[bytes], rng: random.Random) -> list[bytes]:
    whole = bytearray(b"".join(lines))
    at = rng.randrange(len(whole) - 1)
    whole[at] = rng.choice(b'0123456789abcdefxyz{}",: \n')
    return [bytes(whole)]


@pytest.mark.parametrize("mutated", [_dropped, _doubled, _moved, _cut, _altered])
def test_no_mutated_log_is_another_game(
    log: Path, texts: Texts, mutated: Callable[[list[bytes], random.Random], list[bytes]]
) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    whole = read_log(log, texts)
    rng, refused = random.Random(3), 0
    for _ in range(1500):
        log.write_bytes(b"".join(mutated(lines, rng)))
        try:
            read = read_log(log, texts)
        except LogBroken as broken:
            refused += 1
            read = broken.good or whole
        assert read.header == whole.header
        assert read.actions == whole.actions[: len(read.actions)]
    assert refused > 1000


def test_a_refusal_names_the_line_where_the_log_stops_being_this_game(
    log: Path, tianjin: Level, texts: Texts
) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:3] + lines[4:]))
    with pytest.raises(SaveRefused) as refused:
        Session.resume(log, tianjin, texts)
    assert str(refused.value) == texts("log.out_of_line", file=log.name, line=4)


@pytest.mark.parametrize(
    "harmless",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: raw.replace(b"\n", b"\n\n \n"),
        lambda raw: raw.replace(b"\n", b" \t\n"),
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: raw + b"\n\n",
        lambda raw: b"".join(json.dumps(json.loads(x)).encode() + b"\n" for x in raw.splitlines()),
    ],
    ids=["crlf", "cr", "blank lines", "spaces", "bom", "no last end", "more ends", "spaced json"],
)
@pytest.mark.parametrize("form", [lambda raw: raw, _plain], ids=["marked", "plain"])
def test_harmless_differences_lose_nothing(
    log: Path,
    tianjin: Level,
    harmless: Callable[[bytes], bytes],
    form: Callable[[bytes], bytes],
) -> None:
    log.write_bytes(harmless(form(log.read_bytes())))
    back = Session.resume(log, tianjin)
    assert back.actions == ACTIONS
    back.submit(Hold())
    back.close()
    assert Session.replayed(log, tianjin).state == back.state


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_odd_separators_are_what_json_says_they_are(
    log: Path, texts: Texts, separator: str
) -> None:
    header, first, *rest = _plain(log.read_bytes()).splitlines(keepends=True)
    said = json.dumps(json.loads(header) | {"started": "2021@09"}).encode() + b"\n"
    said = said.replace(b"@", separator.encode())
    log.write_bytes(said + first + b"".join(rest))
    if separator < " ":  # JSON wants a control written as an escape
        with pytest.raises(LogBroken, match="line 1"):
            read_log(log, texts)
    else:
        assert read_log(log, texts).actions == ACTIONS
    log.write_bytes(header + first.rstrip(b"\n") + separator.encode() + b"".join(rest))
    with pytest.raises(LogBroken, match="line 2"):  # between lines it is no end of a line
        read_log(log, texts)


def test_a_log_of_the_first_form_replays_and_is_marked_from_there_on(
    log: Path, tianjin: Level, texts: Texts
) -> None:
    log.write_bytes(_plain(log.read_bytes()))
    back = Session.resume(log, tianjin)
    back.submit(Hold())
    back.close()
    assert Session.replayed(log, tianjin).state == back.state
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:2] + lines[3:]))  # one of the lines without a mark
    with pytest.raises(LogBroken, match=f"line {len(ACTIONS) + 1}"):
        read_log(log, texts)


def test_the_good_part_of_a_damaged_log_is_gone_on_with_and_the_log_stays(
    log: Path, tianjin: Level, saves: Path
) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    damaged = b"".join([*lines[:4], lines[4][:10] + b"\n", *lines[5:]])
    log.write_bytes(damaged)
    (entry,) = list_saves(saves, level_of_id)
    assert (entry.problem is None, entry.good_actions) == (False, 3)
    back = Session.save_good_part(log, tianjin)
    assert back.actions == ACTIONS[:3]
    back.submit(Hold())
    back.close()
    assert log.read_bytes() == damaged
    assert back.path is not None
    assert Session.replayed(back.path, tianjin).state == back.state
    assert sorted(saves.glob("*.jsonl")) == sorted([log, back.path])


def test_what_the_rules_refuse_ends_the_good_part_too(log: Path, tianjin: Level) -> None:
    lines = _plain(log.read_bytes()).splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:2], b'{"kind":"work_at_home","faction":"nobody"}\n']))
    with pytest.raises(SaveRefused, match="line 3"):
        Session.resume(log, tianjin)
    assert Session.good_part(log, tianjin).actions == ACTIONS[:1]


def test_a_log_without_one_good_action_offers_nothing(log: Path, tianjin: Level) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(lines[0] + b"nothing\n" + b"".join(lines[2:]))
    (entry,) = list_saves(log.parent, level_of_id)
    assert entry.good_actions == 0
    with pytest.raises(SaveRefused):
        Session.save_good_part(log, tianjin)
    assert len(list(log.parent.glob("*.jsonl"))) == 1


@pytest.mark.parametrize("letter", ["x", "\0", "\u200b", "\u202e", "\x1b", "é"])
@pytest.mark.parametrize("field", ["level_id", "seat", "started", "level_hash"])
def test_no_refusal_quotes_a_long_or_hidden_value(
    log: Path, tianjin: Level, saves: Path, texts: Texts, letter: str, field: str
) -> None:
    header, *actions = _plain(log.read_bytes()).splitlines(keepends=True)
    wrong = json.loads(header) | {field: letter * 20_000}
    log.write_bytes(b"".join([json.dumps(wrong).encode() + b"\n", *actions]))
    with pytest.raises(SaveRefused) as refused:
        Session.resume(log, tianjin, texts)
    entries = list_saves(saves, level_of_id, texts)
    for said in (str(refused.value), entries[0].problem or "", entries[0].title):
        assert len(said) < 300
        assert said.isprintable()


def test_an_action_with_a_strange_field_is_refused_in_letters_that_can_be_seen(
    log: Path, tianjin: Level, texts: Texts
) -> None:
    header, first, *_ = _plain(log.read_bytes()).splitlines(keepends=True)
    for field in ("a\0b", "\u200b", "y" * 20_000):
        line = json.dumps({**json.loads(first), field: 1}).encode() + b"\n"
        log.write_bytes(header + line)
        with pytest.raises(SaveRefused, match="line 2") as refused:
            Session.resume(log, tianjin, texts)
        assert len(str(refused.value)) < 300
        assert str(refused.value).isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_log_and_is_not_waited_for(saves: Path, texts: Texts) -> None:
    saves.mkdir()
    os.mkfifo(saves / "pipe.jsonl")
    with pytest.raises(LogBroken, match="ordinary"):
        read_log(saves / "pipe.jsonl", texts)


def test_half_letters_in_a_log_are_refused_with_a_sentence(log: Path, texts: Texts) -> None:
    header, first, *_ = _plain(log.read_bytes()).splitlines(keepends=True)
    started = json.loads(header) | {"started": "\ud800"}
    log.write_bytes(json.dumps(started).encode() + b"\n" + first)
    with pytest.raises(LogBroken, match="line 1"):
        read_log(log, texts)
    spoken = json.loads(first) | {"delegation": "\ud800"}
    log.write_bytes(header + json.dumps(spoken).encode() + b"\n")
    assert read_log(log, texts).actions[0].delegation == "\ud800"  # type: ignore[union-attr]
