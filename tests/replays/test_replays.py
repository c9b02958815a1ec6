"""Recorded games lead to the same position, always. CONTRIBUTING says how to record anew."""

import json
from pathlib import Path

import pytest

from game.negotiation.model.serial import state_hash
from game.session.session import Session
from tests.commands.asking import Ask
from tests.sharing import shipped_level

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
RECORDINGS = sorted(EXPECTED)


def test_every_shipped_level_has_a_recorded_game_that_passes() -> None:
    passed = {name.split(".")[0] for name in RECORDINGS if EXPECTED[name]["passed"]}
    assert passed >= {"tianjin", "glasgow"}


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_recorded_game_leads_to_the_recorded_position(name: str) -> None:
    header = json.loads((HERE / name).read_text(encoding="utf-8").splitlines()[0])
    session = Session.replayed(HERE / name, shipped_level(header["level_id"]))
    assert state_hash(session.state) == EXPECTED[name]["state_hash"]
    assert session.score().passed == EXPECTED[name]["passed"]


@pytest.mark.parametrize("name", RECORDINGS)
def test_replay_answers_as_recorded(name: str, ask: Ask) -> None:
    answer = ask("replay", HERE / name, "--format", "json")
    assert answer.code == 0
    got = json.loads(answer.out)
    for key in ("state_hash", "rounds", "deals", "ar6_category"):
        assert got[key] == EXPECTED[name][key]
    assert got["warming_2100_c"] == pytest.approx(EXPECTED[name]["warming_2100_c"], abs=1e-6)
