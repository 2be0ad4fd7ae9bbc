"""Pictures of the main screens; skipped on another Textual than they were made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
import textual
from reading import settled
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.archive.store import Archive
from cablereader.library.session import Session

MADE_WITH = "8.2.8"

pytestmark = pytest.mark.skipif(
    textual.__version__ != MADE_WITH, reason=f"made with Textual {MADE_WITH}"
)
Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 40), (200, 60)]


def named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_reader(size: tuple[int, int], app: CableReader, snap_compare: Compare) -> None:
    assert snap_compare(app, press=["right_curly_bracket", "m"], terminal_size=size)


@pytest.mark.parametrize("theme", ["paper", "contrast", "colorblind"])
def test_reader_in_other_themes(
    theme: str, session: Session, snap_compare: Compare
) -> None:
    session.remember_theme(theme)
    app = CableReader(session)
    assert snap_compare(app, press=["V", "right_curly_bracket"], terminal_size=(80, 24))


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["y"], id="copy-menu"),
        pytest.param(["question_mark"], id="help"),
        pytest.param(["slash", *"tower", "enter"], id="find"),
        pytest.param(["i"], id="explain"),
        pytest.param(["z", "r"], id="routing"),
    ],
)
def test_what_opens_over_the_reader(
    keys: list[str], app: CableReader, snap_compare: Compare
) -> None:
    assert snap_compare(app, press=keys, terminal_size=(80, 24))


async def previewed(screen: LibraryScreen, pilot: Pilot[None]) -> None:
    """Wait until the cable of the row is shown, and all around it is counted."""
    while (
        screen.reader.state is None
        or screen.reader.state.position != screen.listing.row
    ):
        await pilot.pause(0.05)
    home = screen.facet_pane
    while home.display and not any(
        "Starred" in (text := home.draw(line).text) and text.endswith("1")
        for line in range(home.count)
    ):
        await pilot.pause(0.05)
    await settled(pilot.app, pilot)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_library(
    size: tuple[int, int], session: Session, archive: Archive, snap_compare: Compare
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        await settled(pilot.app, pilot)
        await pilot.press("j", "r", "asterisk")
        await previewed(screen, pilot)
        # How long the search took is another number each time.
        pane = screen.listing
        pane.listing = replace(pane.listing, seconds=0.0)
        screen.show_place()

    app = CableReader(session, partial(LibraryScreen, archive=archive))
    assert snap_compare(app, run_before=before, terminal_size=size)
