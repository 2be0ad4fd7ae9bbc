"""What the app needs of Textual's inside is all named, and is still as it was."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

import cablereader.app
from cablereader.app.beneath.drawn_rows import DrawnRows, draw_by_rows

APP = Path(cablereader.app.__file__).parent
USED = {
    "beneath.curtain_screen.CurtainScreen": {"_compositor_refresh"},
    "beneath.discreet_app.DiscreetApp": {
        "_close_messages_no_wait",
        "_exception",
        "_exit_renderables",
        "_fatal_error",
    },
    "beneath.drawn_rows.DrawnRows": {"_cache", "_dirty_lines", "_width"},
    "terminal.driver.TerminalDriver": {
        "_app",
        "_disable_mouse_support",
        "_enable_mouse_pixels",
        "_enable_mouse_support",
        "_loop",
        "_mouse",
        "_mouse_pixels",
    },
}
"""What each of our classes takes from Textual's that it does not promise to keep."""
REACHING = {
    "beneath/drawn_rows.py": {"textual._styles_cache"},
    "terminal/key_reader.py": {"textual._xterm_parser"},
}
"""Modules of Textual's that are not public, by who imports them."""

MODULES = sorted(APP.rglob("*.py"))


@cache
def classes_in(file: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.walk(ast.parse(Path(file).read_text("utf-8")))
    return {node.name: node for node in tree if isinstance(node, ast.ClassDef)}


@cache
def names_in(kind: type) -> frozenset[str]:
    """Names with one line below before them: methods, and what is asked of self."""
    names: set[str] = set()
    for node in ast.walk(classes_in(inspect.getfile(kind))[kind.__name__]):
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
    return frozenset(n for n in names if n.startswith("_") and n[1:2] != "_")


def of_textual(kind: type) -> set[str]:
    bases = (base for base in kind.__mro__ if base.__module__.startswith("textual"))
    return {name for base in bases for name in names_in(base)}


def classes(path: Path) -> Iterator[type]:
    parts = path.relative_to(APP).with_suffix("").parts
    module = import_module(".".join(("cablereader.app", *parts)))
    return (
        vars(module)[name] for name in classes_in(str(path)) if name in vars(module)
    )


def used_by(kind: type) -> set[str]:
    return of_textual(kind).intersection(names_in(kind))


def test_nothing_else_is_taken_from_the_inside_of_textual() -> None:
    found = {
        f"{kind.__module__}.{kind.__name__}".removeprefix("cablereader.app."): used
        for path in MODULES
        if path.name != "__init__.py"
        for kind in classes(path)
        if (used := used_by(kind))
    }
    assert found == USED


def test_modules_of_its_inside_are_imported_by_two_modules() -> None:
    found: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and "textual._" in (node.module or ""):
                name = path.relative_to(APP).as_posix()
                found.setdefault(name, set()).add(str(node.module))
    assert found == REACHING


def test_all_drawing_comes_by_where_the_curtain_hangs() -> None:
    drawing = [
        name
        for name, method in inspect.getmembers(Screen, inspect.isfunction)
        if "app._display(" in inspect.getsource(method)
    ]
    assert drawing == ["_compositor_refresh"]


@pytest.mark.parametrize("name", ["_exit_renderables", "_exception"])
def test_an_application_has_what_it_ends_with(name: str) -> None:
    assert hasattr(App(), name)


def test_a_fault_comes_to_where_it_is_told() -> None:
    assert "self._fatal_error()" in inspect.getsource(App._handle_exception)


class Row(Widget):
    """One row that is drawn by rows."""

    def __init__(self) -> None:
        super().__init__()
        draw_by_rows(self, self.render_line)
        self.styles.height = 2


async def test_textual_draws_a_view_by_its_rows_and_says_which_are_dirty() -> None:
    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield Row()

    async with One().run_test() as pilot:
        rows = pilot.app.query_one(Row)._styles_cache
        assert isinstance(rows, DrawnRows)
        assert sorted(rows._cache) == [0, 1]
        pilot.app.query_one(Row).refresh(Region(0, 1, 1, 1))
        assert rows._dirty_lines == {1}
