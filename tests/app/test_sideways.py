"""Lines as received that are cut at the edge of the view, and scrolled sideways."""

from __future__ import annotations

from functools import partial

import pytest
from giving import Give, by_key, by_name, by_palette
from reading import press, screen_of, settled, shown, state_of
from textual.geometry import Offset
from textual.selection import Selection

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.reader_screen import ReaderScreen
from cablereader.archive.store import Archive
from cablereader.library.queue import DocumentQueue
from cablereader.library.session import Session
from cablereader.model.frozen import replace
from cablereader.parse.plain_text import read_text

WORDS = " ".join(f"word{number:03}" for number in range(40))
LONG = f"""\
C O N F I D E N T I A L OSLO 009009

SUBJECT: LINES THAT ARE TOO LONG

1. (C) Begins. {WORDS} ends.

2. (C) Short.
"""


@pytest.fixture
def app(session: Session) -> CableReader:
    queue = DocumentQueue((read_text(LONG),))
    return CableReader(replace(session, queue=queue))


def row_with(app: CableReader, words: str) -> str:
    return next(row for row in shown(app).split("\n") if words in row)


async def test_long_lines_are_cut_with_a_sign_and_move_with_right_and_left(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "w")
        assert "word039 ends." in shown(app)
        await press(pilot, "z", "S")
        first = row_with(app, "Begins.")
        assert "| 1. (C) Begins. word000" in first
        assert first[78] == ">"
        assert "word039" not in shown(app)
        await press(pilot, "right")
        assert "|<" in row_with(app, "word008")
        assert "Begins." not in shown(app)
        await press(pilot, *["right"] * 20)
        last = row_with(app, "word039 ends.")
        assert "|<" in last
        assert ">" not in last.partition("|<")[2]
        await press(pilot, *["left"] * 20)
        assert "| 1. (C) Begins. word000" in shown(app)
        await press(pilot, "left")
        assert "no line goes on to the left" in shown(app)
        await press(pilot, "z", "S")
        assert "word039 ends." in shown(app)


async def test_right_cuts_the_lines_that_it_moves_in_by_as_many_cells_as_typed(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "w", "3", "right")
        assert state_of(app).cut
        assert "|<(C) Begins. word000" in shown(app)


async def test_a_hit_that_is_cut_off_comes_into_view(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "S", "/", *"word030", "enter")
        assert "word030" in shown(app)
        await press(pilot, "/", *"Begins", "enter")
        assert "| 1. (C) Begins. word000" in shown(app)


async def test_reflowed_lines_have_nothing_at_their_sides(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "S", "right", "z", "w")
        assert not state_of(app).received
        assert "word039 ends." in shown(app)
        before = shown(app)
        await press(pilot, "right")
        assert "no key right here" in shown(app)
        assert before.split("\n")[:20] == shown(app).split("\n")[:20]


@pytest.mark.parametrize("give", [by_key, by_name, by_palette])
@pytest.mark.parametrize("name", ["move.hscroll", "move.hscroll-back", "view.cut"])
async def test_each_of_three_ways_moves_sideways(
    app: CableReader, give: Give, name: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "S", "right")
        before = shown(app)
        command = next(each for each in screen_of(app).commands if each.id == name)
        await give(app, pilot, command)
        assert shown(app) != before
        assert isinstance(app.screen, ReaderScreen)


async def test_left_goes_to_the_list_unless_lines_are_as_received(
    session: Session, archive: Archive
) -> None:
    app = CableReader(session, partial(LibraryScreen, archive=archive))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "z", "w", "left")
        assert "no line goes on to the left" in shown(app)
        await press(pilot, "z", "w", "left")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.in_list


async def test_what_is_cut_stays_readable_in_a_narrower_terminal(
    app: CableReader,
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "z", "S", *["right"] * 9)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "| 1. (C) Begins. word000" in shown(app)


async def test_lines_as_received_are_whole_beside_a_wide_margin(
    app: CableReader,
) -> None:
    async with app.run_test(size=(200, 40)) as pilot:
        await press(pilot, "z", "w")
        assert all(word in shown(app) for word in WORDS.split())


async def test_what_is_selected_of_cut_lines_is_whole_between_its_ends(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "w", "z", "S")
        body = screen_of(app).reader.body
        texts = [line.text for line in body.layout_of_body.lines]
        line = next(n for n, text in enumerate(texts) if "Begins." in text)
        gutter = row_with(app, "Begins.").index("1. (")
        ends = Offset(gutter + 7, line), Offset(gutter + 8, line + 1)
        chosen, _ = body.get_selection(Selection(*ends)) or ("", "")
        assert chosen == f"Begins. {WORDS} ends.\n2. (C) S"
        await press(pilot, "2", "0", "right")
        ends = Offset(gutter + 3, line), Offset(gutter + 10, line)
        chosen, _ = body.get_selection(Selection(*ends)) or ("", "")
        assert chosen == texts[line][23:30]
        everything, _ = body.get_selection(Selection(None, None)) or ("", "")
        assert everything == "\n".join(texts)
