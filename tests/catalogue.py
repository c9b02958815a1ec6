"""Which text keys the code names: read from the source, without running it."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TypeGuard

from babel.messages.pofile import read_po

KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
BUILT_KEY = re.compile(r"[a-z][a-z0-9_]*\.(?:[a-z0-9_.]|\{\})*")
ASKS_FOR_A_TEXT = frozenset({"texts", "t", "_texts"})
BUILT_PART = "{}"
FILE_NAME = re.compile(r".*\.(?:csv|json|npz|po|py|toml|ttf|txt|ya?ml)")


@dataclass
class Named:
    """Keys the code names, each with the places it stands at.

    asked: first arguments of `texts(...)`, written out
    mentioned: any other string that looks like a key, such as one chosen before the call
    built: f-strings that begin like a key, with `{}` for the parts that vary
    filled: for keys asked with all their fields spelled out, the names of those fields
    """

    asked: dict[str, list[str]] = field(default_factory=dict)
    mentioned: dict[str, list[str]] = field(default_factory=dict)
    built: dict[str, list[str]] = field(default_factory=dict)
    filled: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)


def keys_in_code(package: Path) -> Named:
    """All keys named under a package's folder."""
    named = Named()
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        _look_through(tree, str(path.relative_to(package.parent)), named)
    return named


def _look_through(tree: ast.Module, file: str, named: Named) -> None:
    calls = [node for node in ast.walk(tree) if _asks_for_a_text(node)]
    asked = {id(call.args[0]) for call in calls}
    for node in ast.walk(tree):
        place = f"{file}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.JoinedStr):
            template = _template(node)
            if id(node) in asked or BUILT_KEY.fullmatch(template):
                named.built.setdefault(template, []).append(place)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in asked:
                named.asked.setdefault(node.value, []).append(place)
            elif KEY.fullmatch(node.value) and not FILE_NAME.fullmatch(node.value):
                named.mentioned.setdefault(node.value, []).append(place)
    for call in calls:
        key, fields = call.args[0], [keyword.arg for keyword in call.keywords]
        if isinstance(key, ast.Constant) and None not in fields:
            place = f"{file}:{call.lineno}"
            named.filled.append((key.value, place, frozenset(name for name in fields if name)))


def sentences_in_catalogue(folder: Path) -> dict[str, tuple[str, ...]]:
    """All keys of a language's .po files, each with its sentence, or its several by number."""
    sentences = {}
    for path in sorted(folder.glob("*.po")):
        with path.open(encoding="utf-8") as file:
            for message in read_po(file):
                if message.id:
                    key = message.id if isinstance(message.id, str) else message.id[0]
                    several = isinstance(message.string, tuple)
                    sentences[key] = message.string if several else (message.string,)
    return sentences


def fields_of(sentence: str) -> frozenset[str]:
    """Return the names in braces; raise ValueError where a brace is not closed."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def fits(key: str, template: str) -> bool:
    """Whether a key can come of a built template."""
    pattern = "[a-z0-9_]+".join(re.escape(part) for part in template.split(BUILT_PART))
    if template.startswith(BUILT_PART):  # a key, and an ending put to it
        pattern = "[a-z0-9_.]+" + pattern.removeprefix("[a-z0-9_]+")
    return re.fullmatch(pattern, key) is not None


def _asks_for_a_text(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    called = node.func
    name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
    return name in ASKS_FOR_A_TEXT


def _template(node: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else BUILT_PART for part in node.values
    )
