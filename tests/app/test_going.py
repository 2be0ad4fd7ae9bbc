"""The keys after g: each goes to its page, from the list and from the reader."""

from __future__ import annotations

import pytest
from reading import press, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen

SIZE = (100, 30)
PAGES = {
    "s": "No saved searches yet",
    "b": "No bookmarks yet",
    "l": "Your labels: 0",
    "o": "Origins: 1",
    "c": "Classifications: 1",
    "t": "TAGS: ",
    "d": "Months of creation: 1",
    "r": "Days of release: 1",
    "a": "Articles that name 10REYKJAVIK9002",
    "x": "Citations of 10REYKJAVIK9002",
    "R": "Report on this list",
}
"""Of each letter, what stands at the top of its page."""


def places(app: CableReader) -> int:
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return len(screen.listing.listing.places)


@pytest.mark.parametrize("reading", [False, True], ids=["list", "reader"])
@pytest.mark.parametrize(("letter", "heading"), PAGES.items())
async def test_a_letter_behind_g_opens_its_page(
    letter: str, heading: str, *, reading: bool, library_app: CableReader
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"id:10REYKJAVIK9002", "enter")
        await settled(library_app, pilot)
        await press(pilot, *(["enter"] if reading else []), "g", letter)
        await settled(library_app, pilot)
        assert heading in shown(library_app)


@pytest.mark.parametrize("reading", [False, True], ids=["list", "reader"])
async def test_a_day_of_release_limits_the_list(
    *, reading: bool, library_app: CableReader
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, *(["enter"] if reading else []), "g", "r")
        await settled(library_app, pilot)
        await press(pilot, *"2011-01-13", "enter")
        await settled(library_app, pilot)
        assert "all > released:2011-01-13" in shown(library_app)
        assert 0 < places(library_app) < 20
        await press(pilot, "enter", "g", "u")
        await settled(library_app, pilot)
        assert places(library_app) == 20


async def test_g_l_counts_labels_in_the_list_and_limits_it_to_one(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "v", "v", "+", *"tuba", "enter", "g", "V")
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(library_app, pilot)
        await press(pilot, "g", "l")
        await settled(library_app, pilot)
        assert "1  ############  tuba" in shown(library_app)
        await press(pilot, "enter")
        await settled(library_app, pilot)
        assert "all > origin:oslo > label:tuba  1 cable, " in shown(library_app)


async def test_a_tag_is_found_by_what_it_means(library_app: CableReader) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "g", "t", *"cultural")
        row = next(r for r in shown(library_app).split("\n") if "SCUL" in r)
        assert row.split()[:5] == [">", "9", "#########", "SCUL", "Cultural"]
        await press(pilot, "enter")
        await settled(library_app, pilot)
        assert "all > tag:SCUL  9 cables" in shown(library_app)


async def test_an_article_leads_to_the_list_of_the_cables_that_it_names(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "j", "enter", "g", "a", "enter")
        await settled(library_app, pilot)
        assert "> article:" in shown(library_app)
        assert places(library_app) >= 1
        assert "10REYKJAVIK9002" in shown(library_app)


async def test_g_h_goes_home_from_the_reader_too(library_app: CableReader) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "l", *"origin:oslo", "enter")
        await settled(library_app, pilot)
        await press(pilot, "enter")
        assert state_of(library_app).here.cable_id == "10OSLO9005"
        await press(pilot, "g", "h")
        await settled(library_app, pilot)
        assert places(library_app) == 20
        assert "Subject" in shown(library_app)
