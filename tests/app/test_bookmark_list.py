"""The list of bookmarks: typing filters, and what is deleted can be brought back."""

from __future__ import annotations

from reading import press, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.screens.bookmark_list import BookmarkList
from cablereader.library.session import Session

NARROW = (80, 24)


def kept(session: Session) -> list[str]:
    return [str(mark.ref) for mark in session.bookmark_file.load().bookmarks.marks]


async def test_letters_filter_and_delete_nothing(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "}", "m", "'", *"keeper d")
        assert isinstance(app.screen, BookmarkList)
        assert "09OSLO9001 ¶2" in shown(app)
        assert "09OSLO9001 ¶1" not in shown(app)
    assert len(kept(session)) == 2


async def test_what_is_deleted_is_brought_back_on_that_screen(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "M", *"a note", "enter", "'", "delete")
        assert "deleted 09OSLO9001 ¶1; ctrl+z brings it back" in shown(app)
        assert kept(session) == []
        await press(pilot, "ctrl+z")
        assert "09OSLO9001 ¶1 is back" in shown(app)
        assert kept(session) == ["09OSLO9001 ¶1"]
        await press(pilot, "ctrl+d", "escape", "u")
        assert kept(session) == ["09OSLO9001 ¶1"]


async def test_the_hint_is_whole_at_80_columns(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "'")
        assert BookmarkList.HINT in shown(app)


async def test_escape_leaves_the_note_first(app: CableReader, session: Session) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "'", "ctrl+e", *"xy", "tab", "delete", "escape")
        assert isinstance(app.screen, BookmarkList)
        await press(pilot, "ctrl+e", *"xy", "enter", "escape")
        assert state_of(app).bookmarks.marks[0].note == "xy"
    assert len(kept(session)) == 1
