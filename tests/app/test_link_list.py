"""The list of what leads elsewhere, and the outline."""

from __future__ import annotations

import pytest
from reading import press, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.screens.link_list import LinkList
from cablereader.app.screens.outline import Outline
from cablereader.app.state.links import (
    Link,
    ListQuery,
    cables_of,
    links_of_cable,
    told_apart,
)
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.model.cable import Cable
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.parse.cable import read_cable
from cablereader.present.visible import visible_line
from cablereader.source.sample import read_sample

NARROW = (80, 24)


async def test_f_says_which_cables_are_not_in_the_archive(
    library_app: CableReader, archive: Archive
) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "f")
        await pilot.pause()
        assert isinstance(app.screen, LinkList)
        rows = [line for line in shown(app).splitlines() if ". " in line]
        for reference in cable_under(app).references:
            (row,) = (each for each in rows if visible_line(str(reference)) in each)
            here = not reference.cable_id or archive.get(reference.cable_id)
            assert ("not here" in row) == (not here)
        assert "; not here: 1 of these cables" in shown(app)


async def test_f_says_which_cables_are_not_among_the_files(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "f")
        rows = shown(app).splitlines()
        (absent,) = (row for row in rows if "08REYKJAVIK9003" in row)
        (present,) = (row for row in rows if "09LONDON9002" in row)
        assert "not here" in absent
        assert "not here" not in present
        await press(pilot, *"not here", "enter")
        await pilot.pause()
        assert "08REYKJAVIK9003 is not among the cables here" in shown(app)


def cable_under(app: CableReader) -> Cable:
    """The cable of the reader under the list."""
    reader = app.screen_stack[-2]
    assert isinstance(reader, LibraryScreen)
    assert reader.reader.state
    return reader.reader.state.cable


def test_only_what_leads_to_a_cable_is_looked_up() -> None:
    links = (
        Link("ref A", ParagraphRef("09OSLO9001", "")),
        Link("ref B", ParagraphRef("09OSLO9002", "")),
        Link("para 5", ParagraphRef("09OSLO9003", "5")),
        Link("PREL", ListQuery("tag:PREL")),
        Link("septel", None),
    )
    assert tuple(cables_of(links)) == ("09OSLO9001", "09OSLO9002")
    told = told_apart(links, {"09OSLO9002", "09OSLO9003"})
    assert [each.absent for each in told] == [False, True, False, False, False]


def test_an_archive_tells_at_once_what_it_does_not_have(archive: Archive) -> None:
    ids = ("86OSLO9003", "10STATE991203", "\ud800'; DROP TABLE cable")
    assert archive.missing(ids) == frozenset(ids[1:])
    assert archive.missing(()) == frozenset()


@pytest.mark.parametrize("steps", [0, 2, 3])
async def test_the_outline_opens_at_the_paragraph_of_the_cursor(
    app: CableReader, steps: int
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *["right_curly_bracket"] * steps, "g", "O")
        await pilot.pause()
        assert isinstance(app.screen, Outline)
        (row,) = (row for row in shown(app).splitlines() if row.startswith("> "))
        assert f" {steps + 1}  " in row
        await press(pilot, "z")
        await press(pilot, "backspace")
        (row,) = (row for row in shown(app).splitlines() if row.startswith("> "))
        assert f" {steps + 1}  " in row
        await press(pilot, "enter")
        assert state_of(app).cursor == steps


@pytest.mark.parametrize("link", ["scul", "all cables that cite", "within 7 days"])
async def test_from_the_list_of_a_link_one_comes_back_to_the_paragraph(
    library_app: CableReader, link: str
) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "i", *"10TALLINN9002:4", "enter")
        here = state_of(app).here
        await press(pilot, "f", *link, "enter")
        await settled(app, pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.in_list
        assert app.screen.listing.listing.places
        await press(pilot, "j", "H")
        await settled(app, pilot)
        assert state_of(app).here == here
        assert not app.screen.in_list


def test_lists_around_a_cable_are_found_by_queries_that_can_be_read() -> None:
    for raw in read_sample():
        for link in links_of_cable(read_cable(raw)):
            if isinstance(link.target, ListQuery):
                assert str(read_query(link.target.query))
