"""The guide, the legend and how to search are found where people look for them."""

from __future__ import annotations

import pytest
from reading import press, settled, shown

from cablereader.app.app import CableReader
from cablereader.app.screens.guide import Guide
from cablereader.app.screens.legend import Legend
from cablereader.app.screens.searching import Searching

NARROW = (80, 24)


@pytest.mark.parametrize("word", ["legend", "sign", "letter", "mark"])
async def test_the_legend_is_found_among_the_keys(word: str, app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "?", *word)
        assert "signs: letters and marks" in shown(app)


@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("guide", Guide),
        ("guide signs", Legend),
        ("legend", Legend),
        ("guide  search", Searching),
        ("fields", Searching),
    ],
)
async def test_the_command_line_opens_the_pages(
    typed: str, screen: type, library_app: CableReader
) -> None:
    async with library_app.run_test(size=NARROW) as pilot:
        await settled(library_app, pilot)
        await press(pilot, ":", *typed, "enter")
        assert isinstance(library_app.screen, screen)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("UO", "for official use only"),
        ("CN", "not for foreigners"),
        ("unread", "  o         unread"),
        ("aside", "not relevant to you"),
        ("?C", "no marking"),
    ],
)
async def test_the_guide_has_the_signs_as_well(
    word: str, meaning: str, app: CableReader
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "z", "?", "/", *word)
        assert meaning in shown(app)
        await press(pilot, "escape", "z", "i")
        assert "Signs on the screen" in shown(app)


async def test_how_to_search_says_what_can_be_typed(app: CableReader) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "z", "/")
        assert '"lighthouse keeper"' in shown(app)
        await press(pilot, "/", *"paraclass")
        assert "marking of a paragraph" in shown(app)
