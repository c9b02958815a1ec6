"""Neither window nor desk reads another party's mind: both take what is public."""

import ast
from pathlib import Path

import pytest

PRIVATE = {
    "scenario": "session.public, or session.view.own for the player's own figures",
    "state": "session.view",
    "rules": "session.branch(), which is a game and is looked at like one",
    "field": "session.public: a level's file holds every mind",
}
NOT_OF_A_SESSION = {
    ("game/ui/screens/shell/levels_screen.py", "field"),  # the list of levels: no game yet
}


def _reads(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [(node.lineno, node.attr) for node in named if node.attr in PRIVATE]


@pytest.mark.parametrize("room", ["ui", "desk"])
def test_no_module_there_names_what_holds_private_minds(project_root: Path, room: str) -> None:
    found = []
    for path in sorted((project_root / "game" / room).rglob("*.py")):
        name = path.relative_to(project_root).as_posix()
        found += [
            f"{name}:{line}: .{attribute}; take {PRIVATE[attribute]}"
            for line, attribute in _reads(path)
            if (name, attribute) not in NOT_OF_A_SESSION
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["play.session.scenario.you", "session.state", "a.rules.start(1)"])
def test_such_a_read_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "screen.py").write_text(f"told = {line}\n", encoding="utf-8")
    assert _reads(tmp_path / "screen.py")
