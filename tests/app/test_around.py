"""From the list to bookmarks and copies, and from the reader to the archive."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import press, screen_of, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.screens.bookmark_list import BookmarkList

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
        assert screen_of(library_app).body.has_focus


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
        (row,) = screen_of(library_app).targets()
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
        assert screen_of(library_app).body.has_focus


@pytest.mark.parametrize("keys", ["s", "l", "gi"])
async def test_without_an_archive_they_say_so(app: CableReader, keys: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *keys)
        assert "no archive is open" in shown(app)
        assert not screen_of(app).prompt.display
