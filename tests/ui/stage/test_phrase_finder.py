"""Finding in running text what can be looked up: whole words, the longest first, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.stage import phrase_finder
from game.ui.stage.phrase_finder import Finder

FINDER = Finder(
    {
        "red line": "line",
        "Red lines": "line",
        "face": "face",
        "loss of face": "loss",
        "GtCO₂e": "unit",
        "红线": "line",
        "附条件": "condition",
        "附条件协议": "deal",
        "2030 gap": "gap",
    }
)


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.entry) for each in FINDER(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A red line. Red lines!", [("red line", "line"), ("Red lines", "line")]),
        ("Surfaces, facet, preface", []),
        ("to face-to-face", [("face", "face"), ("face", "face")]),
        ("a loss of face", [("loss of face", "loss")]),
        ("l’face", [("face", "face")]),
        ("0.3GtCO₂e", [("GtCO₂e", "unit")]),
        ("减少0.3GtCO₂e的排放", [("GtCO₂e", "unit")]),
        ("越过红线了", [("红线", "line")]),
        ("新的附条件协议会", [("附条件协议", "deal")]),
        ("12030 gap, 2030 gap", [("2030 gap", "gap")]),
        ("İ face", [("face", "face")]),
        ("", []),
    ],
)
def test_whole_words_are_found_and_of_two_the_longer(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found(text) == found


@given(st.text("red lin face协议附条件红线 s2030gap.’", max_size=60))
def test_what_is_found_stands_there_in_order_and_never_crosses(text: str) -> None:
    end = 0
    for each in FINDER(text):
        assert each.start >= end
        assert text[each.start : each.end].lower() in {
            "red line",
            "red lines",
            "face",
            "loss of face",
            "红线",
            "附条件",
            "附条件协议",
            "2030 gap",
        }
        end = each.end


def test_a_text_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = Finder({"face": "face"})
    first = finder("saves face")
    again = pytest.fail
    monkeypatch.setattr(phrase_finder, "_places", lambda *_: again("looked through again"))
    assert finder("saves face") is first
