"""The reader's screen: keys in; state, panes, clipboard and disk out."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import press, settled, shown, state_of
from textual.pilot import Pilot
from textual.widget import Widget

from cablereader.app.app import CableReader
from cablereader.app.widgets.cable_view import FEW_ROWS
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.routing_list import RoutingList
from cablereader.app.widgets.status_line import StatusLine
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.session import Session, open_session

NARROW, WIDE = (80, 24), (160, 40)


def is_shown(widget: Widget) -> bool:
    return bool(widget.display)


def focus(app: CableReader) -> str | None:
    return app.focused.id if app.focused else None


def label(app: CableReader) -> str:
    return state_of(app).here.label


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", "1"),
        ("}", "2"),
        ("}}}", "4"),
        ("}}}}}}}", "5"),
        ("}}{", "2"),
        ("{", "1"),
        ("3}", "4"),
        ("3G", "3"),
        ("9G", "1"),
        ("G", "5"),
        ("Ggg", "1"),
        ("j", "1"),
        ("jjj", "2"),
        ("]s", "2"),
        ("]s]s", "4"),
        ("]s]s[s", "2"),
        ("]c", "2"),
        ("}]c", "2"),
        ("4G[c", "2"),
        (":4\n", "4"),
        ("gp3\n", "3"),
        ("80%", "4"),
        ("/tower\n", "2"),
        ("/tower\nn", "3"),
        ("/tower\nnN", "2"),
        ("/the tower is\n", "3"),
        ("}m}}mgg]b", "2"),
        ("}m}}mgg]b]b", "4"),
        ("}m}}mG[b[b", "2"),
        ("3GHL", "3"),
        ("3GH", "1"),
    ],
)
async def test_keys_move_the_paragraph_cursor(
    app: CableReader, keys: str, expected: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for key in keys:
            await pilot.press("enter" if key == "\n" else key)
        await pilot.pause()
        assert label(app) == expected


async def test_the_first_paragraph_is_shown_with_its_marking_and_number(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = shown(app)
    assert ">C   1 | Summary. The lighthouse was seen again" in text
    assert "SN  2 | Poloff met the keeper" in text
    assert "UO  4 |" in text
    assert "?S  5 | The weather was fair." in text
    assert "| The Lighthouse" in text


async def test_the_header_box_says_which_cable_it_is(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = shown(app)
    for words in (
        "09OSLO9001",
        "SECRET//NOFORN",
        "Embassy Oslo",
        "2009-01-20 12:00",
        "A LIGHTHOUSE THAT MOVES",
        "TAGS PREL EFIS NO",
        "To SECSTATE WASHDC +2",
        "A 09LONDON9002",
    ):
        assert words in text


async def test_z_r_shows_the_routing_list_where_there_is_no_room_beside(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        routing = app.screen.query_one(RoutingList)
        assert not is_shown(routing)
        await press(pilot, "z", "r")
        assert is_shown(routing)
        text = shown(app)
        assert "From" in text
        assert "AMEMBASSY OSLO" in text
        assert "RUEHC   SECSTATE WASHDC" in text
        assert "PRIORITY" in text
        await press(pilot, "z", "r")
        assert not is_shown(routing)


async def test_a_routing_list_that_has_more_says_how_many_rows(
    library_app: CableReader,
) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "z", "r")
        routing = app.screen.query_one(RoutingList)
        hidden = routing.count - routing.size.height
        assert hidden == 11
        assert "+11    RUEHCP" in shown(app)
        routing.focus()
        await press(pilot, "G")
        assert "+11" not in shown(app)


async def test_a_wide_screen_has_the_routing_list_beside_the_header_box(
    app: CableReader,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        routing = app.screen.query_one(RoutingList)
        assert routing.region.y == app.screen.query_one(HeaderBox).region.y
        assert "Classified by J. Doe, Ambassador" in shown(app)
        assert "Reasons 1.4(b) 1.4(d)" in shown(app)


async def header_rows(pilot: Pilot[None], presses: int) -> list[int]:
    """Rows of the header box after each press of its key; none where it is folded."""
    rows = []
    for _ in range(presses):
        await press(pilot, "z", "h")
        top = pilot.app.screen.query_one("#top")
        rows.append(pilot.app.screen.query_one(HeaderBox).size.height * top.display)
    return rows


async def test_z_h_opens_the_header_box_and_folds_it_step_by_step(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        short = app.screen.query_one(HeaderBox).size.height
        full, *rows = await header_rows(pilot, 6)
        assert full > short
        assert rows == [short, 1, 0, 1, short]


@pytest.mark.parametrize("size", [(120, 40), (160, 60)])
async def test_no_step_of_a_header_box_is_more_than_a_few_rows(
    app: CableReader, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        full = app.screen.query_one(HeaderBox).size.height
        assert full > FEW_ROWS
        rows = [FEW_ROWS, 1, 0, 1, FEW_ROWS, full, FEW_ROWS]
        assert await header_rows(pilot, 7) == rows


async def test_a_few_rows_of_the_header_box_are_the_first_where_they_were(
    app: CableReader,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = shown(app).splitlines()
        await press(pilot, "z", "h")
        after = shown(app).splitlines()
        assert after[: FEW_ROWS - 1] == before[: FEW_ROWS - 1]
        assert "rows" in after[FEW_ROWS - 1]


async def test_a_header_box_that_has_more_says_so_and_scrolls(app: CableReader) -> None:
    async with app.run_test(size=(50, 24)) as pilot:
        await press(pilot, "z", "h")
        header = app.screen.query_one(HeaderBox)
        hidden = header.count - header.size.height
        assert hidden > 1
        assert f"+{hidden} rows" in shown(app)
        header.focus()
        await press(pilot, "j")
        assert f"+{hidden - 1} rows" in shown(app)
        await press(pilot, "G")
        assert "rows" not in shown(app)
        assert "Ref A LONDON 9002" in shown(app)


async def test_tab_goes_through_the_panes_and_movements_move_in_them(
    app: CableReader,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert focus(app) == "body"
        await press(pilot, "tab")
        assert focus(app) == "side"
        await press(pilot, "tab", "tab")
        routing = app.screen.query_one(RoutingList)
        assert focus(app) == "routing"
        await press(pilot, "j", "j")
        assert routing.line == 2
        assert label(app) == "1"
        await press(pilot, "tab")
        assert focus(app) == "body"


async def test_m_bookmarks_the_paragraph_on_disk_and_again_takes_it_away(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "}", "m")
        assert "SN  2m|" in shown(app)
        (mark,) = BookmarkFile(session.bookmark_file.path).load().bookmarks.marks
        assert (str(mark.ref), mark.marking) == ("09OSLO9001 ¶2", "S/NF")
        assert mark.quote.startswith("Poloff met the keeper")
        await press(pilot, "m")
        assert "SN  2 |" in shown(app)
        assert not BookmarkFile(session.bookmark_file.path).load().bookmarks.marks


async def test_nothing_changes_on_screen_if_the_disk_refuses(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    app = CableReader(open_session(session.queue))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "m")
        assert not state_of(app).bookmarks.marks
        assert "C   1 |" in shown(app)
        assert "NOT SAVED" in str([n.message for n in app._notifications])


async def test_capital_m_takes_a_note_with_labels(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "M", *"check ref", "space", "+", *"tower", "enter")
        assert "C   1n|" in shown(app)
        (mark,) = session.bookmark_file.load().bookmarks.marks
        assert (mark.note, mark.labels) == ("check ref", ("tower",))
        await press(pilot, "z", "n")
        assert "note: check ref" in shown(app)


async def test_the_list_of_bookmarks_leads_to_another_cable_and_back(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "J", "}", "m", "K", "'")
        await press(pilot, "enter")
        assert str(state_of(app).here) == "09LONDON9002 ¶2"
        await press(pilot, "H")
        assert str(state_of(app).here) == "09OSLO9001 ¶1"


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        ("yy", "09OSLO9001 ¶1"),
        ("yr", "09OSLO9001"),
        ("yu", "https://wikileaks.org/cable/2009/01/09OSLO9001.html#par1"),
        ("yh", "#cablegate #09OSLO9001"),
        (
            "yt",
            "(C) Summary. The lighthouse was seen again, further north. End Summary.",
        ),
        ("v}vyy", "09OSLO9001 ¶1\n09OSLO9001 ¶2"),
        ("V}}yy", "09OSLO9001 ¶1\n09OSLO9001 ¶2\n09OSLO9001 ¶3"),
        ("}yrY", "09OSLO9001"),
    ],
)
async def test_y_copies_in_the_form_that_follows(
    app: CableReader, keys: str, copied: str, home: Path
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *keys)
        assert "copied" in shown(app)
    kept = sorted((home / "state").rglob("*.txt"))
    assert kept[-1].read_text("utf-8") == copied


async def test_y_shows_the_forms_at_once(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "y")
        assert "hashtags" in shown(app)
        await press(pilot, "@")
        assert "hashtags" not in shown(app)


async def test_find_says_where_it_is_and_rolls_on_to_the_next_cable(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "/", *"lighthouse", "enter")
        assert "hit 2/4" in shown(app)
        await press(pilot, "n", "n", "n")
        assert state_of(app).here.cable_id == "09LONDON9002"
        await press(pilot, "N", "N")
        assert state_of(app).here.cable_id == "09OSLO9001"
        await press(pilot, "g", "/")
        assert "hit" not in str(app.screen.query_one(StatusLine)._place)


async def test_brackets_of_a_document_are_shown_and_do_nothing(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "J")
        text = shown(app)
        assert "[REDACTED] [/] [@click=app.quit]." in text
        for x in range(0, 80, 3):
            await pilot.click(offset=(x, 9))
        assert app.is_running
        assert state_of(app).here.cable_id == "09LONDON9002"


async def test_a_tiny_window_says_so_and_recovers(app: CableReader) -> None:
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        assert "Make it at least 40" in " ".join(shown(app).split())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Poloff met the keeper" in shown(app)


async def test_a_theme_is_remembered(app: CableReader, session: Session) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, ":", *"theme", "space", *"paper", "enter")
        assert app.theme == "paper"
    assert CableReader(session).theme == "paper"


async def test_help_filters_and_gives_the_command(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "?", *"next", "space", *"cable", "enter")
        assert state_of(app).here.cable_id == "09LONDON9002"


async def test_z_w_keeps_the_lines_as_received(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "}", "z", "w")
        assert "Poloff met the keeper (strictly protect), who said that\n" in "\n".join(
            line.rstrip() for line in shown(app).split("\n")
        )


async def test_q_quits(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "q")
    assert not app.is_running


@pytest.mark.parametrize("keys", ["O", "gQ", "3zq"])
async def test_a_key_that_means_nothing_here_says_so(
    app: CableReader, keys: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        before = state_of(app)
        await press(pilot, *keys)
        assert f"no key {keys} here; ? shows the keys" in shown(app)
        assert state_of(app) is before
        await press(pilot, "j")
        assert "no key" not in shown(app)
