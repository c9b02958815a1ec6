"""The house stays in order: what stands at the top, what every file carries, what none may say."""

import ast
import fnmatch
import graphlib
import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

TOP = re.compile(
    r"pyproject\.toml|README\.md|LICENSE|CONTRIBUTING\.md|CHANGELOG\.md|game|assets|levels|tests|docs|\..*"
)
# Written with a gap so that this file does not find itself.
PLACES_OF_ONE_MACHINE = re.compile(r"/(?:wor[k]|roo[t]|far[m]|hom[e]/[a-z]+|Users[/])/")
REGISTRY_HOSTS = re.compile(r"py[p]i\.org|python[h]osted\.|npm[j]s\.|crates\.i[o]|deb\.debia[n]")
UNFINISHED = re.compile(
    r"NotImplemented[E]rror|TOD[O]|FIXM[E]|XX[X]|pytest\.(?:ski[p]|xfai[l])|assert Tru[e]\b"
)
MADE_BESIDE = {"__pycache__", "PKG-INFO", "build", "dist", "venv"}
LICENCE_TABLES = {"assets": Path("assets/README.md"), "levels": Path("levels/README.md")}


@cache
def tracked_files(root: Path) -> tuple[Path, ...]:
    """Every file of the project, as paths from its root."""
    if not (root / ".git").exists():
        return _unpacked_files(root)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    names = (Path(name) for name in listed.stdout.split("\0") if name)
    return tuple(name for name in names if (root / name).is_file())


def _unpacked_files(root: Path) -> tuple[Path, ...]:
    """Return the files of an archive of the sources, without what was made beside them since."""
    names = (path.relative_to(root) for path in sorted(root.rglob("*")) if path.is_file())
    return tuple(
        name
        for name in names
        if not any(part.startswith(".") or part in MADE_BESIDE for part in name.parts)
    )


def lines_matching(pattern: re.Pattern[str], root: Path, only: str = "*") -> list[str]:
    """`file:line: text` of every place in the project's text files where the pattern stands."""
    found = []
    for name in tracked_files(root):
        if not fnmatch.fnmatch(name.name, only):
            continue
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{name}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(text.splitlines(), start=1)
            if pattern.search(line)
        ]
    return found


def test_the_top_level_is_fixed(project_root: Path) -> None:
    tops = {name.parts[0] for name in tracked_files(project_root)}
    assert {top for top in tops if not TOP.fullmatch(top)} == set()


def test_no_file_names_a_place_on_one_machine(project_root: Path) -> None:
    assert lines_matching(PLACES_OF_ONE_MACHINE, project_root) == []


def test_no_file_names_a_package_registry(project_root: Path) -> None:
    assert lines_matching(REGISTRY_HOSTS, project_root) == []


def test_nothing_is_left_unfinished(project_root: Path) -> None:
    assert lines_matching(UNFINISHED, project_root, only="*.py") == []


def test_no_source_file_outgrows_one_idea(project_root: Path) -> None:
    long_files = {
        str(name): lines
        for name in tracked_files(project_root)
        if name.suffix == ".py"
        and (lines := (project_root / name).read_text(encoding="utf-8").count("\n")) > 450
    }
    assert long_files == {}


def test_no_two_files_of_the_game_bear_one_name(project_root: Path) -> None:
    names = Counter(
        name.name
        for name in tracked_files(project_root)
        if name.parts[0] == "game" and name.suffix == ".py" and name.name != "__init__.py"
    )
    assert {name for name, times in names.items() if times > 1} == set()


def test_no_two_classes_of_the_game_bear_one_name(project_root: Path) -> None:
    names = Counter(
        node.name
        for path in (project_root / "game").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert {name for name, times in names.items() if times > 1} == set()


@pytest.mark.parametrize("folder", ["assets", "levels"])
def test_every_asset_and_level_file_stands_under_a_named_licence(
    project_root: Path, folder: str
) -> None:
    licensed = _licensed_patterns(project_root / LICENCE_TABLES[folder])
    assert licensed
    unlicensed = [
        str(name)
        for name in tracked_files(project_root)
        if name.parts[0] == folder
        and name.name != "README.md"
        and not any(
            fnmatch.fnmatch(name.relative_to(folder).as_posix(), pattern) for pattern in licensed
        )
    ]
    assert unlicensed == []


def _licensed_patterns(table: Path) -> list[str]:
    """Return the file patterns in the first column of rows whose last column is not empty."""
    patterns = []
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) > 1 and cells[-1]:
            patterns += re.findall(r"`([^`]+)`", cells[0])
    return patterns


def test_imports_point_one_way(project_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project_root)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_no_two_files_import_each_other_by_any_reading(project_root: Path) -> None:
    imports = {
        name: _imports_of(project_root / "game", path)
        for path in sorted((project_root / "game").rglob("*.py"))
        if (name := _module(project_root / "game", path))
    }
    sorter = graphlib.TopologicalSorter(
        {name: {each for each in named if each in imports} for name, named in imports.items()}
    )
    sorter.prepare()  # CycleError names a circle


def test_the_window_imports_nothing_inside_a_function(project_root: Path) -> None:
    hidden = [
        f"{path.relative_to(project_root)}:{node.lineno}"
        for path in sorted((project_root / "game" / "ui").rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_a_docstring_speaks_of_returning_only_where_something_is_returned(
    project_root: Path,
) -> None:
    wrong = [
        f"{path.relative_to(project_root)}:{function.lineno}"
        for path in sorted((project_root / "game").rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and isinstance(function.returns, ast.Constant)
        and function.returns.value is None
        and (ast.get_docstring(function) or "").startswith("Return ")
    ]
    assert wrong == []


def _module(package: Path, path: Path) -> str:
    """Return the dotted name of a file; of a package's own file that of the package."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports_of(package: Path, path: Path) -> set[str]:
    """Return what a file imports anywhere, also for types alone."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    name = _module(package, path)
    return {each for each in found if each.startswith("game.") and each != name}
