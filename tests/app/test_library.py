"""The library's screen: limits, lists, triage and the way to the reader."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from reading import press, settled, shown, state_of
from textual.widgets import Static

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.archive.store import Archive
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.session import Session
from cablereader.model.move import READ, STARRED
from cablereader.model.query import Query
from cablereader.model.triage import State
from cablereader.present.find import Sought

NARROW, MEDIUM, WIDE = (80, 24), (120, 40), (200, 60)


@pytest.fixture
def app(session: Session, archive: Archive) -> CableReader:
    return CableReader(session, partial(LibraryScreen, archive=archive))


def library(app: CableReader) -> LibraryScreen:
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


async def test_all_cables_are_listed_newest_first(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        text = shown(app)
        assert "all  20 cables, newest first  20 unread, 0% done" in text
        assert text.index("10OSLO9005") < text.index("09OSLO9066")
        assert "1/20  unread  [everything]" in text
        assert "This is the first of two scenesetters" in text


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("origin:oslo", 5),
        ("origin:oslo class:>=secret", 1),
        ("lighthouse -origin:oslo", None),
        ("date:2009..2010", 12),
        ("id:09OSLO9066", 1),
        ("zzzz", 0),
    ],
)
async def test_l_limits_the_list(
    app: CableReader, archive: Archive, typed: str, count: int | None
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *typed, "enter")
        await settled(app, pilot)
        places = library(app).listing.listing.places
        assert count is None or len(places) == count
        assert f"all > {typed}" in shown(app)
        await press(pilot, "g", "u")
        await settled(app, pilot)
        assert len(library(app).listing.listing.places) == 20


async def test_a_scope_means_what_is_on_the_screen_now(
    app: CableReader, archive: Archive
) -> None:
    def found() -> list[str]:
        entries = archive.entries(library(app).listing.listing.places)
        return [entry.cable_id for entry in entries]

    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        everything = found()
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(app, pilot)
        oslo = found()
        await press(pilot, "s", *"-in:list", "enter")
        await settled(app, pilot)
        assert found() == [each for each in everything if each not in oslo]
        await press(pilot, "v", "v", "l", *"in:selection", "enter")
        await settled(app, pilot)
        two = found()
        assert two == [each for each in everything if each not in oslo][:2]
        await press(pilot, "s", *"date:~1d", "enter")
        await settled(app, pilot)
        assert two[0] in found()
        await press(pilot, "s", *"in:all", "enter")
        await settled(app, pilot)
        assert found() == everything


async def test_what_is_typed_is_counted_before_it_is_entered(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(app, pilot)
        for typed, count in (("date:1986", "1 cable"), (" zzz", "0 cables")):
            await press(pilot, *([] if typed == " zzz" else ["l"]), *typed)
            while f"limit ({count}):" not in shown(app):
                await pilot.pause(0.05)
            assert "all > origin:oslo  5 cables" in shown(app)
        await press(pilot, "ctrl+u", *"nofield:x")
        while "limit: nofield:x" not in shown(app):
            await pilot.pause(0.05)


async def test_what_cannot_be_read_leaves_the_list(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"orign:oslo", "enter")
        await settled(app, pilot)
        text = shown(app)
        assert "all  20 cables, newest first" in text
        assert "did you mean origin" in text
        assert "limit: orign:oslo" in text


async def test_enter_reads_and_q_comes_back_to_the_same_row(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "j", "j", "enter")
        assert state_of(app).here.cable_id == "10TALLINN9002"
        assert "10TALLINN9002" in shown(app).split("\n")[0]
        await press(pilot, "J", "q")
        assert library(app).listing.row == 3
        assert "Date" in shown(app)


async def test_one_key_decides_and_goes_on(app: CableReader, session: Session) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "x", "*", "j", "r")
        await settled(app, pilot)
        assert "18 unread, 10% done" in shown(app)
    with TriageFile(session.triage_file.path) as file:
        known = file.of(["10OSLO9005", "10REYKJAVIK9002", "10TALLINN9002"])
    assert known["10OSLO9005"].state is State.ASIDE
    assert known["10REYKJAVIK9002"].starred
    assert known["10TALLINN9002"].state is State.READ


async def test_x_goes_on_and_where_it_takes_itself_back_it_stays(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "x")
        await settled(app, pilot)
        assert library(app).listing.row == 1
        await press(pilot, "k", "x")
        await settled(app, pilot)
        assert library(app).listing.row == 0
        assert "marked 10OSLO9005 as unread" in shown(app)
        await press(pilot, "enter", "x")
        await settled(app, pilot)
        assert state_of(app).position == 1


async def test_u_takes_changes_back_one_by_one(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "x", "*", "u")
        assert "taken back: starred 10REYKJAVIK9002" in shown(app)
        await press(pilot, "u")
        assert "taken back: set 10OSLO9005 aside" in shown(app)
        await press(pilot, "U")
        await settled(app, pilot)
        assert "19 unread" in shown(app)


async def test_a_change_is_of_all_that_is_selected(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "v", "v", "+", *"tuba", "enter")
        assert "labelled 2 cables tuba" in shown(app)
        await press(pilot, "l", *"label:tuba", "enter")
        await settled(app, pilot)
        assert len(library(app).listing.listing.places) == 2


async def test_nothing_is_selected_that_is_not_in_the_list(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "v", "j", "v", "s", *"walrus", "enter")
        await settled(app, pilot)
        assert "selected" not in shown(app)
        await press(pilot, "asterisk")
        assert session.triage_file.counts().starred == 1


async def test_a_note_on_a_cable_is_shown_and_found_and_edited(
    app: CableReader, session: Session
) -> None:
    file = session.triage_file
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "M", *"call back", "enter")
        assert file.of(["10OSLO9005"])["10OSLO9005"].note == "call back"
        assert "wrote a note on 10OSLO9005" in shown(app)
        assert "CN ..n" in shown(app)
        await press(pilot, "j", "k")
        assert "note: call back" in shown(app)
        await press(pilot, "M", *" soon", "enter")
        assert file.of(["10OSLO9005"])["10OSLO9005"].note == "call back soon"
        await press(pilot, "l", *"note:soon", "enter")
        await settled(app, pilot)
        assert "1/1" in shown(app)
        await press(pilot, "u", "u")
        assert not file.of(["10OSLO9005"])["10OSLO9005"].note


async def test_the_note_of_a_bookmark_stands_in_the_row_of_its_cable(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "M", *"who pays?", "enter", "q")
        await settled(app, pilot)
        assert "CN .mn" in shown(app)


async def test_what_another_session_does_is_seen_with_the_next_key(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "j")
        with session.notebook_beside() as other:
            known = other.of(["10OSLO9005"])
            other.apply(STARRED.step(known))
            other.apply(READ.step(known))
        await press(pilot, "j")
        await settled(app, pilot)
        assert "CN *.." in shown(app)
        assert "19 unread, 5% done" in shown(app)


async def test_space_reads_on_marks_as_read_and_opens_the_next_unread(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"id:10PRAIA9003 OR id:09OSLO9066", "enter")
        await settled(app, pilot)
        await press(pilot, "enter")
        for _ in range(6):
            if state_of(app).here.cable_id == "09OSLO9066":
                break
            await press(pilot, "space")
        assert state_of(app).here.cable_id == "09OSLO9066"
        known = session.triage_file.of(["10PRAIA9003"])
        assert known["10PRAIA9003"].state is State.READ


async def test_the_list_is_resumed_where_it_was_left(
    session: Session, sample_db: Path
) -> None:
    for expected in ("10OSLO9005", "09OSLO9066"):
        with Archive(sample_db) as archive:
            app = CableReader(session, partial(LibraryScreen, archive=archive))
            async with app.run_test(size=NARROW) as pilot:
                await settled(app, pilot)
                current = library(app).listing.list.current
                assert current is not None
                assert current.cable_id == expected
                await press(pilot, "l", *"origin:oslo", "enter")
                await settled(app, pilot)
                await press(pilot, "j", "Q")


async def test_a_list_of_which_an_archive_has_nothing_is_not_gone_on_with(
    app: CableReader, session: Session
) -> None:
    session.triage_file.whereabouts.keep_stop("origin:atlantis", "10ATLANTIS1")
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        text = shown(app)
        assert "all  20 cables" in text
        assert "all cables; now empty: all > origin:atlantis" in text


async def test_the_list_of_another_archive_is_not_gone_on_with(
    session: Session, sample_db: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(sample_db, tmp_path / "other.db"))
    for path, row in ((sample_db, "1/20"), (other, "1/20"), (other, "2/20")):
        with Archive(path) as archive:
            app = CableReader(session, partial(LibraryScreen, archive=archive))
            async with app.run_test(size=NARROW) as pilot:
                await settled(app, pilot)
                text = shown(app)
                assert row in text
                assert "now empty" not in text
                if path is sample_db:
                    await press(pilot, "s", *"lighthouse", "enter")
                    await settled(app, pilot)
                await press(pilot, "j", "Q")


async def test_a_search_is_saved_and_found_again(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"tag:EFIS", "enter")
        await settled(app, pilot)
        count = len(library(app).listing.listing.places)
        await press(pilot, "S", *"fish f", "enter", "g", "h")
        await settled(app, pilot)
        await press(pilot, "g", "s", "enter")
        await settled(app, pilot)
        assert len(library(app).listing.listing.places) == count


async def test_a_saved_search_goes_on_where_its_list_was_left(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"tag:EFIS", "enter")
        await settled(app, pilot)
        await press(pilot, "S", *"fish f", "enter", "j", "j", "j", "g", "h")
        await settled(app, pilot)
        assert "1/20" in shown(app)
        await press(pilot, "g", "s", "enter")
        await settled(app, pilot)
        assert "4/12" in shown(app)


async def test_a_wide_screen_shows_what_the_list_is_made_of(app: CableReader) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        text = shown(app)
        assert "ORIGIN" in text
        assert "Embassy Oslo" in text
        assert "2009" in text
        await press(pilot, "shift+tab", *"jjjjjjj", "enter")
        await settled(app, pilot)
        assert len(library(app).listing.listing.places) == 5


async def test_a_wide_screen_shows_what_there_is_at_home(app: CableReader) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"tag:EFIS", "enter")
        await settled(app, pilot)
        await press(pilot, "S", *"fish f", "enter", "*", "r")
        while "Starred                   1" not in shown(app):
            await pilot.pause(0.1)
        facets = [row.split("│")[0].split() for row in shown(app).split("\n")]
        assert ["All", "cables", "20"] in facets
        assert ["Unread", "19"] in facets
        assert ["fish", "(11", "unread)", "12"] in facets
        await press(pilot, "shift+tab", "j", "j", "j", "enter")
        await settled(app, pilot)
        assert "all > is:starred  1 cable," in shown(app)
        await press(pilot, "shift+tab", "g", "g", "j", "enter")
        await settled(app, pilot)
        assert "all  20 cables, newest first" in shown(app)


async def test_g_t_browses_tags(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "t", *"oexc", "enter")
        await settled(app, pilot)
        assert "all > tag:OEXC" in shown(app)


async def test_references_are_followed_and_come_back_from(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"08OSLO9044", "enter", "enter")
        assert state_of(app).here.cable_id == "08REYKJAVIK9031"
        await press(pilot, "H")
        assert state_of(app).here.cable_id == "08OSLO9044"


async def test_g_x_shows_what_cites_a_cable_as_a_tree(app: CableReader) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"86OSLO9003", "enter", "g", "x")
        await settled(app, pilot)
        text = shown(app)
        assert "Citations of 86OSLO9003   cited by: " in text
        assert text.rindex("cited by: ") < text.rindex("cites: ")
        assert "a cycle: stands above" in text or "followed elsewhere" in text
        await press(pilot, *"10oslo", "enter")
        assert state_of(app).here.cable_id == "10OSLO9005"


async def test_g_m_lists_cables_of_the_same_story_with_the_reason(
    app: CableReader,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "m")
        await settled(app, pilot)
        assert "Perhaps the same story as 10OSLO9005" in shown(app)
        assert "is cited here" in shown(app)


async def test_a_notebook_that_cannot_be_reported_on_is_told(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(app, pilot)
        path = session.triage_file.path
        path.unlink()
        path.write_text("no notebook " * 99, "utf-8")
        await press(pilot, "g", "R")
        await settled(app, pilot)
        assert "triage.db: is " in shown(app)


async def test_g_r_reports_on_the_list(app: CableReader) -> None:
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(app, pilot)
        await press(pilot, "r", "g", "R")
        await settled(app, pilot)
        assert "Report on this list" in shown(app)
        assert "Embassy Oslo" in shown(app)


async def test_a_cable_that_was_searched_opens_at_its_first_hit(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "s", *"lighthouse sort:date", "enter")
        await settled(app, pilot)
        await press(pilot, "enter")
        screen = library(app)
        assert screen.reader.body.hit_place.startswith("1/")
        hit = screen.reader.body.layout_of_body.lines[screen.reader.body.line].text
        assert "lighthouse" in hit.lower()


async def test_n_goes_on_with_the_words_of_the_search_in_the_next_cable(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "s", *"lighthouse sort:date", "enter")
        await settled(app, pilot)
        await press(pilot, "enter")
        first = state_of(app).here.cable_id
        last = library(app).reader.body.hits
        while library(app).reader.body.hit_place != f"{last}/{last}":
            await press(pilot, "n")
        await press(pilot, "n")
        assert state_of(app).here.cable_id != first
        assert library(app).reader.body.hit_place.startswith("1/")
        await press(pilot, "N")
        screen = library(app)
        assert state_of(app).here.cable_id == first
        assert (
            screen.reader.body.hit_place
            == f"{screen.reader.body.hits}/{screen.reader.body.hits}"
        )


@pytest.mark.parametrize("key", ["s", "l"])
async def test_words_of_a_new_list_take_the_place_of_those_found_before(
    app: CableReader, key: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "/", *"the", "enter", "q")
        assert state_of(app).marked_words == Sought(("the",))
        await press(pilot, key, *"lighthouse", "enter")
        await settled(app, pilot)
        await press(pilot, "enter")
        state = state_of(app)
        assert state.marked_words == state.found_by
        assert {text.lower() for text in state.found_by.texts} == {"lighthouse"}
        await press(pilot, "n")
        assert state_of(app).marked_words == state_of(app).found_by


async def test_the_same_search_again_takes_the_place_of_what_was_found_since(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        for _ in range(2):
            await press(pilot, "s", *"lighthouse", "enter")
            await settled(app, pilot)
            await press(pilot, "enter")
            state = state_of(app)
            assert state.marked_words == state.found_by != Sought(())
            await press(pilot, "/", *"the", "enter", "q")
            assert state_of(app).marked_words == Sought(("the",))


async def test_a_limit_without_words_leaves_those_that_are_found(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "s", *"lighthouse", "enter")
        await settled(app, pilot)
        await press(pilot, "enter", "/", *"the", "enter", "q")
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(app, pilot)
        assert state_of(app).sought == Sought(("the",))
        await press(pilot, "g", "u")
        await settled(app, pilot)
        assert state_of(app).sought == Sought(("the",))


async def test_what_was_perhaps_meant_is_offered_where_nothing_is_found(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"lighthuose", "enter")
        await settled(app, pilot)
        text = shown(app)
        assert "Nothing found." in text
        assert "1  lighthouse (9 cables)" in text
        await press(pilot, "7", "enter")
        assert "nothing to open here" in shown(app)
        await press(pilot, "enter")
        await settled(app, pilot)
        text = shown(app)
        assert "all > lighthouse  9 cables" in text
        assert "Nothing found." not in text


async def test_a_list_without_cables_shows_no_cable_and_says_how_to_go_on(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "s", *"zzzz", "enter")
        await settled(app, pilot)
        text = shown(app)
        assert "nothing found; Esc goes back" in text
        assert "scenesetters" not in text
        await press(pilot, "escape")
        await settled(app, pilot)
        assert "20 cables" in shown(app)


@pytest.mark.parametrize(
    ("query", "told"), [("id:09OSLO9066", "09OSLO9066"), ("zzzz", "the list is empty")]
)
async def test_the_next_cable_is_one_of_the_list_that_is_here_by_now(
    app: CableReader, query: str, told: str
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, *"jjjjj", "enter")
        library(app).listing.take_query("search", query)
        await settled(app, pilot)
        await press(pilot, "J")
        await settled(app, pilot)
        assert told in shown(app)


async def test_escape_ends_a_selection_in_the_list(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "v", "j", "v")
        assert len(library(app).listing.listing.selected) == 2
        await press(pilot, "escape")
        assert not library(app).listing.listing.selected


async def test_looking_at_a_hit_keeps_the_place_where_the_reader_stopped(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "}", "}")
        stopped = state_of(app).here
        await press(pilot, "q", "s", *f"id:{stopped.cable_id} the", "enter")
        await settled(app, pilot)
        await press(pilot, "enter")
        assert library(app).reader.body.hits
        assert state_of(app).here != stopped
        await press(pilot, "q", "q", "q")
    kept = session.triage_file.whereabouts.position_of(stopped.cable_id)
    assert kept is not None
    assert kept.paragraph == stopped.label


async def test_one_key_too_many_does_not_quit(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "q", "q")
        assert "again to quit" in shown(app)
        await press(pilot, "j", "q")
        assert app.is_running
        assert "again to quit" in shown(app)
        await press(pilot, "q")
    assert not app.is_running


async def test_the_menu_of_labels_says_which_a_cable_has(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "+", *"tuba", "enter", "j", "+", *"goat", "enter", "t")
        menu = app.screen.query_one("#question", Static).render()
        rows = [row.rstrip() for row in str(menu).split("\n")]
        assert rows[:2] == ["t  [ ]       1  tuba", "g  [x]       1  goat"]
        await press(pilot, "t")
        assert "labelled 10REYKJAVIK9002 tuba" in shown(app)


async def test_a_bookmark_keeps_the_query_that_led_to_it(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "l", *"lighthouse", "enter")
        await settled(app, pilot)
        await press(pilot, "enter", "m")
    (mark,) = session.bookmark_file.load().bookmarks.marks
    assert mark.query == "lighthouse"


async def test_labels_may_stand_with_commas_between_them(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "+", *"north, south", "enter")
        assert {name for name, _ in session.triage_file.labels()} == {"north", "south"}


async def test_the_labels_of_a_cable_stand_below_it(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "+", *"north", "enter", "j")
        assert "  +north" in shown(app)
        await press(pilot, "J")
        assert "+north" not in shown(app)


async def test_i_in_the_list_explains_the_signs_of_the_row(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "asterisk", "v", "k", "i")
        pane = library(app).query_one("#explain")
        text = str(pane.render())
        for line in ("o     unread", "*     starred", "+     selected"):
            assert line in text
        row = library(app).listing.list.row_of(0)
        assert row
        assert row.entry.classification
        assert f"{row.entry.classification.letters:<6}" in text
        await press(pilot, "j")
        assert not pane.display


async def test_i_explains_who_signed_and_what_has_no_marking(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"86OSLO9003", "enter")
        await settled(app, pilot)
        await press(pilot, "i")
        text = str(library(app).query_one("#explain").render())
        assert text.startswith("?C  letters of the screen   1 of ")
        await press(pilot, "G", "i")
        assert library(app).reader.body.at_signature
        text = str(library(app).query_one("#explain").render())
        assert text.startswith("Signed  field   1 of 1")


async def test_i_explains_a_line_of_the_header_as_received(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"07OSLO9012", "enter")
        await settled(app, pilot)
        await press(pilot, "z", "w", "g", "g")
        while not library(app).reader.body.front_line.startswith("DE "):
            await press(pilot, "j")
        await press(pilot, "i")
        text = str(library(app).query_one("#explain").render())
        assert text.startswith("DE  signal   1 of 4")


async def test_i_explains_what_stands_in_a_line_above_the_paragraphs(
    app: CableReader,
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "g", "g")
        while "SIPDIS" not in library(app).reader.body.front_line:
            await press(pilot, "j")
        await press(pilot, "i")
        assert "SIPDIS  caption   1 of 1" in str(
            library(app).query_one("#explain").render()
        )
        while "C O N F" not in library(app).reader.body.front_line:
            await press(pilot, "k")
        await press(pilot, "i")
        text = str(library(app).query_one("#explain").render())
        assert text.startswith("SECTION 01 OF 05")


async def test_a_cable_that_cannot_be_read_is_told_and_passed(
    session: Session, sample_db: Path, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.db"
    shutil.copy(sample_db, path)
    with Archive(path) as archive:
        first, second, third = archive.entries(archive.places(Query())[:3])
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM raw WHERE place = ?", (second.place,))
        db.commit()
    with Archive(path) as archive:
        app = CableReader(session, partial(LibraryScreen, archive=archive))
        async with app.run_test(size=WIDE) as pilot:
            await settled(app, pilot)
            await press(pilot, "enter", "J")
            await settled(app, pilot)
            assert "damaged.db: is damaged" in shown(app)
            assert state_of(app).cable.cable_id == first.cable_id
            await press(pilot, "left", "j", "j", "enter")
            await settled(app, pilot)
            assert state_of(app).cable.cable_id == third.cable_id
