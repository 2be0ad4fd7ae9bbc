"""Finding in the rows of the list, its columns, and what is said of a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import press, settled, shown
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.panes.list_view import ListView
from cablereader.app.state.row_find import RowFind
from cablereader.library.session import Session

NARROW, MEDIUM = (80, 24), (120, 40)


def listing(app: CableReader) -> ListView:
    return app.screen.query_one(ListView)


async def found(app: CableReader, pilot: Pilot[None], words: str) -> None:
    await settled(app, pilot)
    await press(pilot, "/", *words)
    await settled(app, pilot)


async def test_the_list_moves_to_the_first_row_while_one_types(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await found(library_app, pilot, "praia")
        assert "find in rows 1/3: praia" in shown(library_app)
        current = listing(library_app).list.current
        assert current
        assert current.cable_id == "10PRAIA9003"


async def test_n_and_shift_n_go_from_row_to_row_and_say_where_it_ends(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await found(library_app, pilot, "praia")
        await press(pilot, "enter", "n", "n")
        assert '"praia" 3/3' in shown(library_app)
        await press(pilot, "n", "n")
        assert "no row further on with praia" in shown(library_app)
        await press(pilot, "N", "N", "N", "N")
        assert "no row before this with praia" in shown(library_app)
        await press(pilot, "g", "/")
        assert "praia" not in shown(library_app).split("\n")[-3]


async def test_words_can_be_found_from_the_command_line(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "G", ":", *"find praia", "enter")
        await settled(library_app, pilot)
        assert '"praia" 1/3' in shown(library_app)
        assert listing(library_app).row < 10


async def test_escape_goes_back_to_the_row_that_one_came_from(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j")
        await found(library_app, pilot, "reykjavik9007")
        assert listing(library_app).row > 10
        await press(pilot, "escape")
        assert listing(library_app).row == 1
        await press(pilot, "n")
        assert "nothing to find" in shown(library_app)


async def test_what_is_not_there_leaves_the_row(library_app: CableReader) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await found(library_app, pilot, "Oslo")
        assert "find in rows 1/5: Oslo" in shown(library_app)
        await press(pilot, "z")
        await settled(library_app, pilot)
        assert "find in rows -/0: Osloz" in shown(library_app)
        assert listing(library_app).row == 0


async def test_what_is_not_there_goes_back_to_where_the_find_began(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "j")
        await found(library_app, pilot, "reykjavik9007")
        assert listing(library_app).row > 10
        await press(pilot, "z")
        await settled(library_app, pilot)
        assert listing(library_app).row == 2
        await press(pilot, "enter")
        await settled(library_app, pilot)
        assert listing(library_app).row == 2
        assert "not in the rows of this list; s searches texts" in shown(library_app)


async def test_words_that_were_mended_or_given_up_are_not_called_missing(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await found(library_app, pilot, "praiaz")
        await press(pilot, "backspace")
        await settled(library_app, pilot)
        await press(pilot, "enter")
        assert "not in the rows" not in shown(library_app)
        await found(library_app, pilot, "zzzz")
        await press(pilot, "escape")
        assert "not in the rows" not in shown(library_app)


async def test_words_are_found_anew_in_another_list(library_app: CableReader) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await found(library_app, pilot, "oslo")
        await press(pilot, "enter", "l", *"date:2009", "enter")
        await settled(library_app, pilot)
        assert '"oslo" 1/1' in shown(library_app)
        assert " 8 cables" in shown(library_app)


async def test_z_c_chooses_columns_which_are_there_at_the_next_start(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=MEDIUM) as pilot:
        await settled(library_app, pilot)
        assert "Embassy Reykjavik" not in shown(library_app).split("\n")[3]
        await press(pilot, "z", "c", "o", "c", "escape")
        assert "Embassy Reykjavik" in shown(library_app)
        assert " Cl " not in shown(library_app).split("\n")[1]
    assert session.remembered.load()["columns"].split() == [
        *("date", "reference", "marks", "origin", "subject", "labels")
    ]


async def test_hits_are_counted_for_the_rows_in_view(library_app: CableReader) -> None:
    async with library_app.run_test(size=MEDIUM) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "z", "c", "h", "escape", "l", *"lighthouse", "enter")
        await settled(library_app, pilot)
        row = next(r for r in shown(library_app).split("\n") if "10OSLO9005" in r)
        assert row.split()[6] == "3"


async def test_the_status_line_says_what_the_marks_of_a_row_mean(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "*", "j", "k")
        assert "1/20  unread, starred  [everything]" in shown(library_app)


async def test_the_reader_stays_at_the_cable_in_another_order_and_a_wider_list(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(library_app, pilot)
        await press(pilot, "j")
        for keys in (("z", "s", "l"), ("z", "s", "o"), ("g", "u"), ("R",)):
            await press(pilot, *keys)
            await settled(library_app, pilot)
            current = listing(library_app).list.current
            assert current
            assert current.cable_id == "09OSLO9066"


async def test_a_row_that_is_gone_leaves_the_reader_where_it_was(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"is:unread", "enter")
        await settled(library_app, pilot)
        await press(pilot, "j", "j", "r", "R")
        await settled(library_app, pilot)
        assert "19 cables" in shown(library_app)
        assert listing(library_app).row == 2


async def test_the_count_is_seen_behind_any_number_of_limits(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        for limit in ("date:1986..2010", "class:>=unclassified", "origin:oslo"):
            await press(pilot, "l", *limit, "enter")
            await settled(library_app, pilot)
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        row = shown(library_app).split("\n")[0].rstrip()
        assert row.startswith(" …")
        assert row.endswith("> origin:oslo  5 cables  5 unread")


async def test_a_row_that_is_found_by_the_name_of_a_tag_says_so(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"scul", "enter")
        await settled(library_app, pilot)
        assert "matched by the name of TAG SCUL" in shown(library_app)


async def test_the_order_is_said_in_words(library_app: CableReader) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "z", "s", "l")
        await settled(library_app, pilot)
        assert "20 cables, longest first" in shown(library_app)
        await press(pilot, "l", *"oslo sort:-date", "enter")
        await settled(library_app, pilot)
        assert "all > oslo  " in shown(library_app)


@given(st.sets(st.integers(0, 50)), st.integers(0, 50))
def test_every_row_is_reached_from_every_row(rows: set[int], start: int) -> None:
    found = RowFind(words="x", start=start).sought("x").found(sorted(rows))
    assert found.beside(start, 1) == min((r for r in rows if r > start), default=None)
    assert found.beside(start, -1) == max((r for r in rows if r < start), default=None)
    ahead = [row for row in sorted(rows) if row >= start]
    assert found.first == next(iter([*ahead, *sorted(rows)]), None)


@pytest.mark.parametrize(("row", "place"), [(4, "2/3"), (5, "-/3")])
def test_a_place_among_the_rows(row: int, place: str) -> None:
    assert RowFind(words="x", rows=(1, 4, 9)).place(row) == place
