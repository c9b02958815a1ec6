"""What the rules refuse is told by a check, with its line and the remedy, before anybody plays."""

from pathlib import Path
from typing import get_args

import pytest

from game.levels.check_all import check_paths
from game.levels.findings import error
from game.levels.loader import load_level
from game.levels.problems import LevelBroken, report
from game.levels.schema.fields import LEVEL_FILE
from game.levels.yaml_document import Document
from game.negotiation.model.soundness import Law
from game.texts import Texts
from tests.levels.breaking import copy_of_tianjin, line_of

LINE = '{issue: coal_at_home, giver: china, never: none, kind: stated, said: "When'
NAMES = ("party", "id", "option", "found", "wanted")


def _write(place: Path, old: str, new: str) -> None:
    file = place / LEVEL_FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_bluff_that_rules_everything_out_is_an_error_with_its_line(tmp_path: Path) -> None:
    place = copy_of_tianjin(tmp_path)
    bluff = LINE.replace("never: none, kind: stated", "never: as_planned, kind: bluff")
    _write(place, f"- {LINE}", f'- {bluff} we say."}}\n      - {LINE}')
    (problem,) = check_paths([place]).problems
    assert problem.code == "lines_leave_nothing"
    assert problem.line == line_of(place, "never: as_planned, kind: bluff")
    assert problem.hint
    with pytest.raises(LevelBroken):
        load_level(place)


@pytest.mark.parametrize("law", get_args(Law))
def test_every_law_has_a_sentence_and_a_remedy(law: str) -> None:
    texts = Texts.load(strict=True)
    told = report(error((), law, dict.fromkeys(NAMES, "x")), Document(Path()), texts)
    assert told.code == law
    assert told.message
    assert told.hint
