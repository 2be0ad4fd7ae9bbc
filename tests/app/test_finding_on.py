"""Finding on in other cables: near ones at once, far ones beside the screen."""

from __future__ import annotations

import pytest
from reading import press, screen_of, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.finding_on import Looking
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.archive.store import Archive
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.model.cable import Cable
from cablereader.model.query import Query

NARROW = (80, 24)


@pytest.fixture(autouse=True)
def nothing_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablereader.app.parts.find.NEAR", 1)
    monkeypatch.setattr("cablereader.app.finding_on.TOLD", 2)


async def give(screen: PaneScreen, *ids: str) -> None:
    """Give commands, with nothing between them."""
    for each in ids:
        await screen.give(next(one for one in screen.commands if one.id == each))


async def test_n_rolls_on_into_a_cable_that_is_far(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"disagree about", "enter", "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "86OSLO9003"
        assert "next cable with the words" in shown(app)
        await press(pilot, "n")
        await settled(app, pilot)
        assert "no further hit" in shown(app)


async def test_documents_are_looked_through_as_well(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "slash", *"keep looking", "enter", "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "09LONDON9002"


async def test_what_is_nowhere_is_said(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"zzzz", "enter", "n")
        await settled(app, pilot)
        assert "no further hit" in shown(app)


async def test_any_key_ends_it(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"disagree about", "enter")
        await give(screen_of(app), "find.next", "para.next")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "10OSLO9005"


async def test_words_above_the_text_are_found_and_marked(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"embassy london", "enter")
        assert "not in this cable" not in shown(app)
        await press(pilot, "slash", *"amembassy oslo", "enter", "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "09LONDON9002"
        said = "next cable: words in routing list"
        assert said in shown(app)
        await press(pilot, "N")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "09OSLO9001"
        assert "earlier cable: words in routing list" in shown(app)


async def test_n_finds_a_cable_by_its_origin_alone(library_app: CableReader) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"mbassy Tallinn", "enter")
        assert "not in this cable" in shown(app)
        await press(pilot, "n")
        await settled(app, pilot)
        assert state_of(app).cable.origin == "Embassy Tallinn"
        assert "next cable: words in origin" in shown(app)
        header = screen_of(app).query_one(HeaderBox)
        marked = [
            segment.text
            for line in range(header.count)
            for segment in header.draw(line)
            if segment.style == header.look("header--hit")
        ]
        assert marked == ["mbassy Tallinn"]


async def test_the_archive_says_which_far_cables_to_read(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.app.finding_on.ONE_BY_ONE", 1)
    read: list[int] = []
    at = Archive.at

    def read_at(archive: Archive, place: int) -> Cable:
        read.append(place)
        return at(archive, place)

    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "enter", "slash", *"disagree about", "enter")
        monkeypatch.setattr(Archive, "at", read_at)
        await press(pilot, "n")
        await settled(app, pilot)
        assert state_of(app).cable.cable_id == "86OSLO9003"
        assert len(set(read)) < state_of(app).total // 2
        await press(pilot, "n")
        await settled(app, pilot)
        assert "no further hit" in shown(app)


def test_what_is_stopped_brings_nothing(archive: Archive) -> None:
    queue = ArchiveQueue(archive, archive.places(Query()))
    looking = Looking(queue, range(5), lambda queue, place: queue.cable(place))
    looking.stop()
    assert looking.first(("zzzz",), print) is None
    others = Looking(queue, range(5), lambda queue, place: queue.cable(place))
    assert others.first((), print) == queue.cable(0)


def test_the_archive_is_asked_once_for_the_same_words(archive: Archive) -> None:
    queue = ArchiveQueue(archive, archive.places(Query()))
    positions = range(len(queue))
    named = queue.likely(("lumpsucker",), positions)
    assert 0 < len(named) < len(queue)
    with queue.beside() as beside:
        beside.interrupt()
        assert beside.likely(("lumpsucker",), positions) == named
        assert beside.likely(("e",), positions) == queue.likely(("e",), positions)
