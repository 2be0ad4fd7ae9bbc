"""The lines below the panes, where there is little room for them."""

from __future__ import annotations

import pytest
from reading import press, screen_of, shown

from cablereader.app.app import CableReader
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.key_popup import KeyPopup
from cablereader.app.widgets.status_line import StatusLine
from cablereader.library.queue import DocumentQueue
from cablereader.library.session import Session
from cablereader.model.frozen import replace
from cablereader.parse.plain_text import read_text

MARKED = """\
S E C R E T OSLO 009010

SUBJECT: MARKINGS THAT ARE LONG

1. (CONFIDENTIAL//NOFORN//ORCON//PROPIN) The harbour was closed.

2. (C) The harbour was open.
"""


@pytest.mark.parametrize("columns", [60, 80])
async def test_a_long_marking_leaves_room_for_place_and_hits(
    session: Session, columns: int
) -> None:
    app = CableReader(replace(session, queue=DocumentQueue((read_text(MARKED),))))
    async with app.run_test(size=(columns, 24)) as pilot:
        await press(pilot, "/", *"harbour", "enter", "k", "k")
        row = shown(app).split("\n")[-3]
        assert row.startswith(" para 1 of 2 (CONF")
        assert "…" in row
        assert "PIN)" in row
        assert "hit 1/2  cable 1/1" in row


async def test_a_marking_is_whole_where_there_is_room(session: Session) -> None:
    app = CableReader(replace(session, queue=DocumentQueue((read_text(MARKED),))))
    async with app.run_test(size=(200, 24)) as pilot:
        await press(pilot, "}")
        await press(pilot, "{")
        assert "para 1 of 2 (CONFIDENTIAL//NOFORN//ORCON//PROPIN)" in shown(app)


async def test_a_menu_on_a_small_screen_begins_at_its_top_and_shows_more(
    app: CableReader,
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "y")
        first = shown(app)
        count = len(app.screen.query_one(KeyPopup)._choices)
        assert f"y …  1 to 7 of {count}, space shows more" in first
        assert "last copies" in first
        seen = {first}
        while True:
            await press(pilot, "space")
            if shown(app) in seen:
                break
            seen.add(shown(app))
        assert shown(app) == first
        assert len(seen) == -(-count // 7)
        assert any("copy Chicago note" in page for page in seen)
        await press(pilot, "space", "r")
        assert not app.screen.query_one(KeyPopup).display
        assert "copied" in shown(app)


async def test_a_menu_with_room_for_all_is_left_by_a_key_it_has_not(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert "shows more" not in shown(app)
        await press(pilot, "space")
        assert not app.screen.query_one(KeyPopup).display
        assert "no key yspace here" in shown(app)


async def test_the_text_has_the_keys_again_after_the_window_was_too_small(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "This window has 20" in shown(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.focused is app.screen.query_one(BodyView)


async def test_what_does_not_fit_beside_the_place_has_the_line_until_a_key(
    app: CableReader,
) -> None:
    said = "edited the bookmark of 09OSLO9001 \u00b61 (u takes it back), and more of it"
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        screen.say("copied")
        await pilot.pause()
        assert shown(app).split("\n")[-3].startswith(" para 1 of 5")
        assert shown(app).split("\n")[-3].endswith(" copied ")
        screen.say(said)
        screen.show_place()
        await pilot.pause()
        assert shown(app).split("\n")[-3].rstrip() == f" {said}"
        await press(pilot, "3")
        row = shown(app).split("\n")[-3]
        assert row.startswith(" para 1 of 5")
        assert row.rstrip().endswith("   3")


async def test_a_message_repaints_the_status_line_only(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = shown(app).split("\n")
        screen_of(app).say(f"exported 89 cables as Markdown: /{'folder/' * 12}all.md")
        await pilot.pause()
        after = shown(app).split("\n")
        (row,) = (row for row in range(24) if before[row] != after[row])
        assert row == app.screen.query_one(StatusLine).region.y
        assert "\u2026" in after[row]
        assert after[row].rstrip().endswith("all.md")


async def test_the_end_of_a_text_offers_to_mark_it_as_read_however_one_came_there(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot)
        assert "unread" in shown(app)
        assert "read, next" not in shown(app)
        for keys in (("G",), ("g", "g", "1", "0", "0", "%"), ("k", *"j" * 30)):
            await press(pilot, *keys)
            row = shown(app).split("\n")[-1]
            assert row.startswith(" r read  space read, next "), keys
        await press(pilot, "g", "g")
        assert "read, next" not in shown(app)


async def test_what_is_read_or_set_aside_is_not_offered_to_be_marked_again(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "r", "j")
        place = shown(app).split("\n")[-3]
        assert "read" not in shown(app).split("\n")[-2]
        assert "unread" not in place
        await press(pilot, "u", "j")
        assert "unread" in shown(app).split("\n")[-3]
        assert "space read, next" in shown(app)
        await press(pilot, "x", "K", "j")
        assert "set aside" in shown(app).split("\n")[-3]
