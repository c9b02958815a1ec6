"""`project`: emissions in, warming out."""

import json
from pathlib import Path

import pytest

from tests.commands.asking import Ask

NET_ZERO_2050 = """\
year,co2_ffi_gtco2,co2_afolu_gtco2,ch4_mtch4,n2o_mtn2o
2022,37,4,380,11
2050,0,0,200,9
2100,0,0,200,9
"""
NEVER_FALLING = """\
year,co2_ffi_gtco2,co2_afolu_gtco2,ch4_mtch4,n2o_mtn2o
2022,37,4,380,11
2100,37,4,380,11
"""


@pytest.fixture
def net_zero(tmp_path: Path) -> Path:
    return _file(tmp_path / "net_zero.csv", NET_ZERO_2050)


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_script_gets_every_promised_field(ask: Ask, net_zero: Path) -> None:
    answer = ask("project", net_zero, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    document = json.loads(answer.out)
    assert document["baseline"] == "1850-1900"
    assert document["years"][0] == 1850
    assert document["years"][-1] == 2100
    assert set(document["warming_c"]) == {"p05", "p17", "p33", "p50", "p67", "p83", "p95"}
    for row in (*document["warming_c"].values(), document["co2_ppm"]["p50"]):
        assert len(row) == len(document["years"])
    for key in ("warming_2100_c", "peak_warming_c"):
        assert list(document[key]) == ["p05", "p50", "p95"]
        assert document[key]["p05"] < document[key]["p50"] < document[key]["p95"]
    assert set(document["probability_below"]) == {"1.5", "2.0"}
    for odds in document["probability_below"].values():
        assert 0 <= odds["peak"] <= odds["2100"] <= 1
    assert document["ar6_category"] in {f"C{number}" for number in range(1, 9)}
    assert document["ensemble_members"] >= 600
    assert document["milliseconds"] > 0


def test_net_zero_by_2050_ends_cooler_than_emitting_on(ask: Ask, tmp_path: Path) -> None:
    ends_c = []
    for name, text in (("zero.csv", NET_ZERO_2050), ("on.csv", NEVER_FALLING)):
        answer = ask("project", _file(tmp_path / name, text), "--format", "json")
        ends_c.append(json.loads(answer.out)["warming_2100_c"]["p50"])
    assert ends_c[0] < ends_c[1] - 0.5


def test_fewer_members_can_be_asked_for_but_not_more_than_there_are(
    ask: Ask, net_zero: Path
) -> None:
    few = ask("project", net_zero, "--members", 50, "--format", "json")
    assert json.loads(few.out)["ensemble_members"] == 50
    many = ask("project", net_zero, "--members", 10**6)
    assert (many.code, many.out) == (2, "")
    assert "1000000" in many.err


def test_a_person_gets_sentences(ask: Ask, net_zero: Path) -> None:
    answer = ask("project", net_zero)
    assert answer.code == 0
    assert "Warming in 2100" in answer.out
    assert "IPCC AR6 category" in answer.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        (NET_ZERO_2050.replace("n2o_mtn2o", "laughing_gas"), "laughing_gas"),
        (NET_ZERO_2050.replace("2050,0,", "2050,many,"), "row 3"),
        (NET_ZERO_2050.replace("2050,0,", "2050,nan,"), "row 3"),
    ],
)
def test_a_bad_table_is_answered_by_one_sentence(
    ask: Ask, tmp_path: Path, text: str, said: str
) -> None:
    answer = ask("project", _file(tmp_path / "bad.csv", text), "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert "bad.csv" in answer.err
    assert answer.err.count("\n") == 1


def test_a_file_that_is_not_there_or_not_a_file_is_used_wrongly(ask: Ask, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        answer = ask("project", path)
        assert (answer.code, answer.out) == (2, "")
        assert str(path) in answer.err


def test_a_picture_is_not_a_table(ask: Ask, tmp_path: Path) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    answer = ask("project", picture)
    assert answer.code == 1
    assert "UTF-8" in answer.err
