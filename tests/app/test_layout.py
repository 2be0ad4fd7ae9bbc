"""Where things are on screens of several sizes."""

from __future__ import annotations

from functools import partial

import pytest
from reading import press, screen_of, settled, shown

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.widgets.body_view import BodyView
from cablereader.archive.store import Archive
from cablereader.library.session import Session


@pytest.fixture
def app(session: Session, archive: Archive) -> CableReader:
    return CableReader(session, partial(LibraryScreen, archive=archive))


def rows(app: CableReader) -> list[str]:
    return shown(app).split("\n")


@pytest.mark.parametrize(
    "size", [(60, 18), (80, 18), (80, 19), (80, 20), (100, 18), (110, 18), (40, 10)]
)
async def test_a_small_screen_is_all_text_below_a_line_with_the_cable(
    app: CableReader, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter")
        assert rows(app)[0].startswith(" 10OSLO9005  2010-")
        assert "…" in rows(app)[0]
        body = app.screen.query_one(BodyView)
        assert body.region.y == 1
        assert body.region.bottom == app.screen.query_one("#status").region.y


async def test_below_160_columns_the_preview_stands_under_the_list(
    app: CableReader,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        listing, view = app.screen.query_one("#list"), app.screen.query_one("#cable")
        assert listing.region.width == view.region.width == 120
        assert listing.region.bottom <= view.region.y
        assert view.region.height > 15
        assert listing.region.height > 12


async def test_a_wide_list_has_room_for_subjects(app: CableReader) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        await settled(app, pilot)
        assert app.screen.query_one("#list").region.width >= 84
        assert app.screen.query_one("#cable").region.width >= 84


def right_edge(app: CableReader) -> list[str]:
    body = app.screen.query_one(BodyView)
    lines = rows(app)[body.region.y : body.region.bottom]
    return [line[body.region.right - 2 : body.region.right] for line in lines]


async def test_hits_and_bookmarks_stand_apart_from_the_text_until_they_are_gone(
    app: CableReader,
) -> None:
    async with app.run_test(size=(60, 18)) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "m")
        assert " \u258c" in right_edge(app)
        await press(pilot, "/", *"opera", "enter")
        assert " \u2500" in right_edge(app)
        assert all(edge[0] == " " for edge in right_edge(app))
        await press(pilot, "/", "enter", "g", "g", "m")
        assert set(right_edge(app)) <= {"  "}


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_share_that_was_read_is_right_at_once_and_counts_no_header(
    app: CableReader, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter")
        first = app.screen.query_one(BodyView).percent
        assert 0 < first < 10
        assert f" {first}% " in shown(app)
        await press(pilot, "/", "escape", "j", "k")
        assert f" {first}% " in shown(app)
        await press(pilot, *"50%")
        assert " 50% " in shown(app)
        await press(pilot, "G")
        assert " 100% " in shown(app)


def is_reversed(app: CableReader, selector: str) -> bool:
    return bool(app.screen.query_one(selector).rich_style.reverse)


async def test_the_pane_with_the_keys_is_seen_to_have_them(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        assert is_reversed(app, "#crumb")
        assert "\u2501" not in shown(app)
        await press(pilot, "tab")
        assert not is_reversed(app, "#crumb")
        assert "\u2501" * 80 in rows(app)


async def test_q_leaves_the_list_where_it_was(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "G", *"kkk")
        before = rows(app)[1:12]
        assert app.screen.query_one("#list").scroll_offset.y > 0
        await press(pilot, "enter", "J", "q")
        await settled(app, pilot)
        assert [row[1:] for row in rows(app)[1:12]] == [row[1:] for row in before]


async def test_columns_of_the_list_stand_under_each_other(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        (titles, *lines) = rows(app)[1:12]
        assert {line[titles.index("*mn")] for line in lines} == {"."}
        assert any(line.rstrip().endswith("…") for line in lines)
        assert all(len(line) == 80 for line in lines)


@pytest.mark.parametrize("keys", [["z", "h"], ["z", "r"]], ids="".join)
async def test_folding_a_pane_leaves_the_text_in_its_place(
    app: CableReader, keys: list[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", *"jjjjjjjjjjjjjjjjjj")
        body = app.screen.query_one(BodyView)
        top, line = body.scroll_offset.y, body.line
        assert top > 0
        await press(pilot, "k", "k", "k", "k", "k", "k", "k", "k")
        line = body.line
        for _ in range(2):
            await press(pilot, *keys)
            assert body.scroll_offset.y == top
            assert body.line == line


async def test_the_current_line_stays_in_view_where_a_pane_takes_its_room(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter")
        body = app.screen.query_one(BodyView)
        while body.line < body.scroll_offset.y + body.size.height - 1:
            await press(pilot, "j")
        assert body.line < body.count - 1
        line, height = body.line, body.size.height
        await press(pilot, "z", "h")
        assert body.size.height < height
        assert body.line == line
        assert body.line < body.scroll_offset.y + body.size.height


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("name", ["view.routing", "view.header"])
async def test_a_pane_that_is_folded_is_laid_out_once(
    session: Session, size: tuple[int, int], name: str
) -> None:
    app = CableReader(session)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j")
        layouts: list[object] = []
        screen = screen_of(app)
        screen.screen_layout_refresh_signal.subscribe(screen, layouts.append)
        command = next(each for each in screen.commands if each.id == name)
        for _ in range(2):
            layouts.clear()
            await screen.give(command)
            await press(pilot, "j", "k")
            assert len(layouts) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18)])
@pytest.mark.parametrize("shown_before", [("z", "r"), ("z", "h"), tuple("zrzh")])
async def test_a_preview_below_the_list_is_all_text_whatever_the_reader_shows(
    app: CableReader, size: tuple[int, int], shown_before: tuple[str, ...]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", *shown_before)
        top = app.screen.query_one("#top")
        was_shown = top.display
        await press(pilot, "q")
        view, body = app.screen.query_one("#cable"), app.screen.query_one(BodyView)
        assert not top.display
        assert body.region.height >= view.region.height - 1
        await press(pilot, "enter")
        assert top.display is was_shown
