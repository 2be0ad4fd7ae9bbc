"""The shape of the house: who may import whom, and how large a room may be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cablereader"
LAYERS = (
    "errors",
    "model",
    "parse",
    "explain",
    "source",
    "archive",
    "library",
    "app",
    "cli",
)
PURE = {"model", "parse"}
IMPURE = {"io", "logging", "os", "pathlib", "rich", "sqlite3", "textual", "yaml"}
LONGEST = 400
BELOW = {
    "archive": {
        "words": (),
        "query": ("words",),
        "importing": ("words",),
        "finding": ("query", "words"),
        "repair": ("finding", "importing", "words"),
    },
    "library": {
        "files": (),
        "kept": ("files",),
        "bookmarks": ("files",),
        "notebook": ("files",),
    },
}
"""Rooms of two layers, and which of the others each may ask."""
FACADES = ("store", "session")
"""What asks those rooms for all others."""

every_module = pytest.mark.parametrize(
    "path",
    sorted(PACKAGE.rglob("*.py")),
    ids=lambda path: str(path.relative_to(PACKAGE)),
)


def imports(path: Path) -> set[str]:
    """Dotted names a module imports, at the top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@every_module
def test_imports_point_downwards(path: Path) -> None:
    own = part_of(path)
    ours = {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith("cablereader.") and name != "cablereader.__version__"
    }
    if own in LAYERS:
        allowed = {*LAYERS[: LAYERS.index(own) + 1], "present"}
        assert ours <= (allowed if own in {"app", "cli"} else allowed - {"present"})
    elif own == "present":
        assert ours <= {"errors", "model", "present"}


@every_module
def test_rooms_ask_only_those_below(path: Path) -> None:
    layer, *inner = path.relative_to(PACKAGE).with_suffix("").parts
    rooms = BELOW.get(layer, {})
    if inner and inner[0] in rooms:
        asked = {
            name.split(".")[2]
            for name in imports(path)
            if name.startswith(f"cablereader.{layer}.")
        }
        assert not asked & ({*rooms, *FACADES} - {inner[0], *rooms[inner[0]]})


@every_module
def test_model_and_parser_touch_nothing(path: Path) -> None:
    if part_of(path) in PURE:
        assert not {name.split(".")[0] for name in imports(path)} & IMPURE


@every_module
def test_only_the_app_knows_textual(path: Path) -> None:
    if part_of(path) != "app" or "state" in path.relative_to(PACKAGE).parts:
        assert "textual" not in {name.split(".")[0] for name in imports(path)}


@every_module
def test_no_module_grows_too_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("layer", ["parse", "explain"])
def test_patterns_live_in_the_grammar(layer: str) -> None:
    users = {
        path.relative_to(PACKAGE / layer).with_suffix("").parts[0]
        for path in (PACKAGE / layer).rglob("*.py")
        if "re" in {name.split(".")[0] for name in imports(path)}
    }
    assert users <= {"grammar"}
