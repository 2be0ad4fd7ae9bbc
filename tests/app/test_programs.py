"""A cable given to files, programs and the editor, from the list as from the reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reading import files, press, screen_of, settled, shown
from textual.widgets.input import Selection

from cablereader.app import outside
from cablereader.app.app import CableReader
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.screens.question import Question

NARROW = (80, 24)


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that others may have: there is none to take back in tests."""

    @contextmanager
    def suspended(_: PaneScreen) -> Iterator[None]:
        yield

    monkeypatch.setattr(PaneScreen, "suspended", suspended)
    monkeypatch.setattr(outside, "wait", lambda: None)


async def test_w_in_the_list_writes_the_cable_of_the_row_under_its_own_name(
    library_app: CableReader, folder: Path
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "w")
        prompt = screen_of(library_app).prompt
        assert prompt.value == "10REYKJAVIK9002.txt"
        assert prompt.selection == Selection(0, len(prompt.value))
        assert "write to: 10REYK" in shown(library_app)
        assert "/exported/10REYKJAVIK9002.txt" in shown(library_app)
        await press(pilot, "enter")
        assert "written: /" in shown(library_app)
        assert "exported/10REYKJAVIK9002.txt" in shown(library_app)
    assert "10REYKJAVIK9002" in (folder / "10REYKJAVIK9002.txt").read_text("utf-8")


@pytest.mark.parametrize("keys", [("w",), ("e", "m")])
async def test_typing_replaces_the_name_that_is_proposed(
    library_app: CableReader, keys: tuple[str, ...], folder: Path
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, *keys, *"mine.md", "enter")
        await settled(library_app, pilot)
    assert files(folder) == ["mine.md"]


async def test_a_note_to_go_on_with_is_not_replaced_by_typing(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "M", *"lamp", "enter", "M", "s")
        assert screen_of(app).prompt.value == "lamps"


@pytest.mark.parametrize(("answer", "replaced"), [("y", True), ("n", False)])
async def test_w_asks_before_it_replaces_a_file(
    answer: str, *, replaced: bool, app: CableReader, folder: Path
) -> None:
    path = folder / "09OSLO9001.txt"
    path.write_text("mine", "utf-8")
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "w", "enter")
        assert isinstance(app.screen, Question)
        await press(pilot, answer)
        assert ("written: " if replaced else "not written") in shown(app)
    assert (path.read_text("utf-8") != "mine") == replaced


async def test_a_folder_that_is_not_there_is_told_at_the_prompt(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "w", *"nowhere/x", "enter")
        assert "there is no folder" in shown(app)
        assert screen_of(app).prompt.value == "nowhere/x"


@pytest.mark.parametrize("typed", ["~", "~/", "../home", "/HOME/"])
async def test_a_folder_gets_the_name_that_was_proposed_and_the_path_is_told(
    app: CableReader, typed: str, home: Path, folder: Path
) -> None:
    assert home.parent == folder.parent
    async with app.run_test(size=(200, 24)) as pilot:
        await press(pilot, "w", *typed.replace("/HOME", str(home)))
        assert f"to {home}/09OSLO9001.txt" in shown(app)
        await press(pilot, "enter")
        assert f"written: {home}/09OSLO9001.txt" in shown(app)
        await press(pilot, "w", *"~")
        assert f"to {home}/09OSLO9001.txt, which is there already" in shown(app)
        await press(pilot, "escape")
        assert "already" not in shown(app)
    assert files(folder) == []


async def test_the_command_line_writes_from_the_list_too(
    library_app: CableReader, folder: Path
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, ":", *"w mine.json", "enter")
    assert '"10OSLO9005"' in (folder / "mine.json").read_text("utf-8")


@pytest.mark.usefixtures("lent")
async def test_a_command_gets_the_cable_of_the_row(
    library_app: CableReader, folder: Path
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "|", *"cat > piped", "enter")
    assert "10REYKJAVIK9002" in (folder / "piped").read_text("utf-8")


@pytest.mark.usefixtures("lent")
async def test_p_in_the_list_prints_the_cable_of_the_row(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(outside, "print_plain", printed.append)
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "P")
    assert ["10REYKJAVIK9002" in text for text in printed] == [True]


@pytest.mark.usefixtures("lent")
async def test_e_in_the_list_edits_the_note_on_the_cable(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "editor", lambda: ["sh", "-c", 'echo goat > "$0"'])
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "E")
        await settled(library_app, pilot)
        known = library_app.session.triage_file.of(("10REYKJAVIK9002",))
        assert known["10REYKJAVIK9002"].note == "goat"
        await press(pilot, "u")
        known = library_app.session.triage_file.of(("10REYKJAVIK9002",))
        assert not known["10REYKJAVIK9002"].note


async def test_w_is_for_one_cable_and_says_what_is_for_several(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "v", "v", "w")
        assert "e exports all that are selected" in shown(library_app)
