"""From the list to bookmarks and copies, and from the reader to the archive."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from reading import press, screen_of, settled, shown, state_of
from textual.widgets import Static

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.screens.alike import Alike
from cablereader.app.screens.bookmark_list import BookmarkList
from cablereader.archive.store import Archive

NARROW = (80, 24)


async def test_the_list_has_the_bookmarks_and_they_open_the_reader(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "enter", "}", "m", "q", "j", "j", "'")
        assert isinstance(library_app.screen, BookmarkList)
        marked = state_of_under(library_app)
        await press(pilot, "enter")
        assert str(state_of(library_app).here) == marked
        assert screen_of(library_app).reader.body.has_focus


def state_of_under(app: CableReader) -> str:
    """Where the only bookmark is."""
    (mark,) = app.session.bookmark_file.load().bookmarks.marks
    return str(mark.ref)


async def test_y_copies_the_cable_of_the_row(
    library_app: CableReader, home: Path
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "y", "r")
        (row,) = screen_of(library_app).query_one(ListPane).targets()
    kept = sorted((home / "state").rglob("*.txt"))
    assert kept[-1].read_text("utf-8") == row


async def test_s_in_the_reader_goes_back_to_the_list_of_the_query(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "enter", "s", *"id:09OSLO9066", "enter")
        await settled(library_app, pilot)
        assert "1/1  unread  [id = 09OSLO9066]" in shown(library_app)
        assert not screen_of(library_app).has_class("-reading")


async def test_g_i_in_the_reader_opens_the_cable(library_app: CableReader) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "enter", "g", "i", *"09OSLO9066", "enter")
        assert state_of(library_app).here.cable_id == "09OSLO9066"
        assert screen_of(library_app).reader.body.has_focus


@pytest.mark.parametrize("keys", ["s", "l", "gi"])
async def test_without_an_archive_they_say_so(app: CableReader, keys: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *keys)
        assert "no archive is open" in shown(app)
        assert not screen_of(app).prompt.display


async def test_g_m_says_of_each_cable_why_it_is_there(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"09PRAIA9022", "enter", "g", "m")
        await settled(app, pilot)
        assert isinstance(app.screen, Alike)
        reason = app.screen.query_one("#reason", Static)
        text = " ".join(str(reason.render()).split())
        assert "RUNWAY TENDER ON THE LIGHTHOUSE ISLET" in text
        assert "cite 08LISBON9118; both about Runway, Tender; both name" in text
        assert "same post, 14 days before" in text
        await press(pilot, "down")
        assert " ".join(str(reason.render()).split()) != text
        await press(pilot, *"zzzz")
        assert not str(reason.render())
        await press(pilot, *["backspace"] * 4, "enter")
        assert state_of(app).here.cable_id == "09PRAIA9016"


async def test_a_cable_without_a_story_is_said_to_have_none(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        monkeypatch.setattr(Archive, "alike", lambda *_: ())
        await press(pilot, "g", "m")
        await settled(app, pilot)
        assert "no cable shares what is rare" in shown(app)
        await press(pilot, "enter")
        assert isinstance(screen_of(app), LibraryScreen)


@pytest.mark.parametrize(("letter", "asked"), [("x", "citing"), ("m", "alike")])
async def test_what_is_looked_for_does_not_come_over_what_is_done_meanwhile(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch, letter: str, asked: str
) -> None:
    app, go_on, answered = library_app, Event(), getattr(Archive, asked)

    def answer_late(archive: Archive, cable_id: str) -> object:
        assert go_on.wait(10)
        return answered(archive, cable_id)

    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter")
        monkeypatch.setattr(Archive, asked, answer_late)
        await pilot.press("g", letter)
        await pilot.press("J")
        go_on.set()
        await settled(app, pilot)
        assert isinstance(screen_of(app), LibraryScreen)
        assert "cable 2/" in shown(app)
