"""Exports from the screen: what goes into which file, and what never does."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest
from reading import files, press, settled, shown

from cablereader.app.app import CableReader
from cablereader.app.parts.files import fault_of_file
from cablereader.app.parts.subject import OpenCable
from cablereader.app.reader_screen import ReaderScreen
from cablereader.app.screens.question import Question
from cablereader.app.state.export import Exported, stem_of
from cablereader.app.state.export_format import FORMATS
from cablereader.model.cable import Cable

pytestmark = pytest.mark.usefixtures("folder")


async def test_the_whole_list_is_exported_under_the_name_that_is_proposed(
    library_app: CableReader, folder: Path
) -> None:
    async with library_app.run_test(size=(100, 24)) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(library_app, pilot)
        await press(pilot, "e", "c")
        assert "export 5 cables as CSV to: origin-oslo.csv" in shown(library_app)
        assert "/exported/origin-oslo.csv" in shown(library_app)
        await press(pilot, "enter")
        await settled(library_app, pilot)
        assert "exported 5 cables as CSV: /" in shown(library_app)
    path = folder / "origin-oslo.csv"
    with path.open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 5
    assert S_IMODE(path.stat().st_mode) == 0o600


async def test_what_is_selected_is_exported_alone(
    library_app: CableReader, folder: Path
) -> None:
    async with library_app.run_test(size=(100, 24)) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "v", "v", "e", "j")
        assert "export 2 cables as JSON lines" in shown(library_app)
        await press(pilot, "enter")
        await settled(library_app, pilot)
    lines = (folder / "selection.jsonl").read_text("utf-8").strip().split("\n")
    ids = [json.loads(line)["id"] for line in lines]
    assert ids == ["10OSLO9005", "10REYKJAVIK9002"]


async def test_the_reader_exports_its_cable_and_the_bookmarks_in_it(
    app: CableReader, folder: Path
) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "e", "M")
        assert "no bookmarks here to export" in shown(app)
        await press(pilot, "m", "e", "M")
        assert "export 1 bookmark as Markdown to: bookmarks-09" in shown(app)
        await press(pilot, "enter", "e", "m", "enter")
        await settled(app, pilot)
    assert "> (C) Summary" in (folder / "bookmarks-09OSLO9001.md").read_text("utf-8")
    assert "lighthouse" in (folder / "09OSLO9001.md").read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.command)
async def test_every_format_of_the_menu_makes_a_file(
    form: object, library_app: CableReader, folder: Path
) -> None:
    key = getattr(form, "key", "")
    async with library_app.run_test(size=(100, 24)) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "enter", "m", "q", "e", key, "enter")
        await settled(library_app, pilot)
    (name,) = files(folder)
    path = folder / name
    assert path.suffix == getattr(form, "suffix", "")
    assert "10OSLO9005" in path.read_text("utf-8")


@pytest.mark.parametrize(("answer", "replaced"), [("y", True), ("n", False)])
async def test_a_file_that_is_there_is_replaced_only_if_told_so(
    answer: str, *, replaced: bool, app: CableReader, folder: Path
) -> None:
    path = folder / "09OSLO9001.txt"
    path.write_text("mine", "utf-8")
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "e", "t", "enter")
        assert isinstance(app.screen, Question)
        await press(pilot, answer)
        await settled(app, pilot)
    assert (path.read_text("utf-8") != "mine") == replaced
    assert files(folder) == [path.name]


async def test_ctrl_c_stops_an_export_and_leaves_no_file(
    app: CableReader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.reader.state
        cable = screen.reader.state.cable

        def endless() -> Iterator[Cable]:
            while True:
                yield cable

        exported = Exported(
            stem="all", count=9, cables=endless, marks=(), marked=endless
        )
        monkeypatch.setattr(OpenCable, "exported", lambda _: exported)
        await press(pilot, "e", "t", "enter")
        while "exporting" not in shown(app):
            await pilot.pause(0.05)
        assert "/9 cables; ctrl+c stops" in shown(app)
        await press(pilot, "ctrl+c")
        await settled(app, pilot)
        assert "export stopped; no file was written" in shown(app)
    assert not files(folder)


async def test_what_cannot_be_a_file_can_be_mended(
    app: CableReader, folder: Path
) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "e", "t", "ctrl+u", *"nowhere/x", "enter")
        assert "there is no folder" in shown(app)
        assert app.screen.query_one("#prompt").display
    (folder / "x.txt").mkdir()
    faults = {
        name: fault_of_file(name, "x.txt")
        for name in (str(folder), "~nobody-of-this-name/x", "~no\x1b/x", " ", "x.md")
    }
    assert [name for name, fault in faults.items() if not fault] == ["x.md"]


@pytest.mark.parametrize(
    ("query", "stem"),
    [
        ("", "cables"),
        ("origin:mexico date:2009-11", "origin-mexico-date-2009-11"),
        ("../../etc", "etc"),
        ("x" * 90, "x" * 40),
        ('note:/[^"]/', "note"),
    ],
)
def test_a_proposed_name_is_one_plain_word(query: str, stem: str) -> None:
    assert stem_of(query) == stem
