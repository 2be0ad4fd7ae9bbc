"""The list of bookmarks: typing filters, and what is removed can be brought back."""

from __future__ import annotations

from datetime import UTC, datetime

from reading import press, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.screens.bookmark_list import BookmarkList, Order
from cablereader.app.widgets.dialog_hint import EDITING
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmark
from cablereader.model.paragraph_ref import ParagraphRef

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


async def test_what_is_removed_is_brought_back_on_that_screen(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "M", *"a note", "enter", "'", "delete")
        assert "removed 09OSLO9001 ¶1; ctrl+z brings it back" in shown(app)
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


async def test_typing_goes_on_with_the_note_and_the_keys_of_then_are_told(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "M", *"a note +tuba", "enter", "'", "ctrl+e")
        assert EDITING in shown(app)
        await press(pilot, *" more", "enter")
        assert BookmarkList.HINT in shown(app)
        (mark,) = session.bookmark_file.load().bookmarks.marks
        assert (mark.note, mark.labels) == ("a note more", ("tuba",))
        await press(pilot, "ctrl+e", "escape")
        assert BookmarkList.HINT in shown(app)


async def test_escape_leaves_the_note_first(app: CableReader, session: Session) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m", "'", "ctrl+e", *"xy", "tab", "delete", "escape")
        assert isinstance(app.screen, BookmarkList)
        await press(pilot, "ctrl+e", *"xy", "enter", "escape")
        assert state_of(app).bookmarks.marks[0].note == "xy"
    assert len(kept(session)) == 1


async def test_the_order_is_changed_by_a_key(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "}", "m", "M", *"+tuba", "enter", "{", "m")
        await press(pilot, "'")
        orders = []
        for name in ("newest first", "by cable", "by label"):
            assert f"Bookmarks everywhere, {name}: 2" in shown(app)
            rows = [row for row in shown(app).split("\n") if "¶" in row]
            orders.append([row.split("¶")[1][0] for row in rows[:2]])
            await press(pilot, "ctrl+t")
        assert orders == [["1", "2"], ["1", "2"], ["2", "1"]]


def test_paragraphs_are_in_the_order_of_their_numbers() -> None:
    marks = [
        Bookmark(
            key=str(number),
            ref=ParagraphRef("09OSLO9001", label),
            marking=None,
            quote="",
            created=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for number, label in enumerate(("10", "9", "A"))
    ]
    assert [mark.ref.label for mark in Order.CABLE.of(marks)] == ["A", "9", "10"]
    assert [mark.ref.label for mark in Order.NEWEST.of(marks)] == ["A", "9", "10"]
