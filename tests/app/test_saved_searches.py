"""The screen of saved searches: counts, letters, names, and the way back."""

from __future__ import annotations

from reading import press, settled, shown
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.screens.saved_searches import SavedSearches
from cablereader.app.widgets.dialog_hint import EDITING
from cablereader.library.session import Session
from cablereader.model.saved_search import SavedSearch, saving

SIZE = (80, 24)


def save(session: Session, *searches: SavedSearch) -> None:
    file = session.triage_file
    for each in searches:
        file.apply(saving(each, file.searches()))


def names(session: Session) -> dict[str, str]:
    return {each.name: each.letter for each in session.triage_file.searches()}


async def opened(app: CableReader, pilot: Pilot[None], session: Session) -> None:
    save(
        session,
        SavedSearch("fish", "tag:EFIS", "f"),
        SavedSearch("oslo", "origin:oslo", "o"),
    )
    await settled(app, pilot)
    await press(pilot, "r", "g", "s")
    await settled(app, pilot)


async def test_each_search_says_how_much_it_finds(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        row = next(r for r in shown(library_app).split("\n") if "oslo" in r)
        assert row.split() == ["o", "oslo", "5", "4", "unread", "origin:oslo"]
        assert SavedSearches.HINT in shown(library_app)


async def test_a_letter_opens_its_search(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "o")
        await settled(library_app, pilot)
        assert isinstance(library_app.screen, LibraryScreen)
        assert "all > origin:oslo" in shown(library_app)


async def test_a_name_is_changed_and_no_other_search_is_lost(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "R", "ctrl+u", *"oslo", "enter")
        assert "another search is called oslo" in shown(library_app)
        await press(pilot, *" and fish", "enter")
        assert "renamed the search fish to oslo and fish" in shown(library_app)
        assert names(session) == {"oslo": "o", "oslo and fish": "f"}
        await press(pilot, "u")
        assert names(session) == {"fish": "f", "oslo": "o"}
        await press(pilot, "u")
        assert "nothing was changed here" in shown(library_app)


async def test_typing_goes_on_with_the_name_and_replaces_the_letter(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "R")
        assert EDITING in shown(library_app)
        await press(pilot, *"ing", "enter")
        assert SavedSearches.HINT in shown(library_app)
        assert names(session) == {"fishing": "f", "oslo": "o"}
        await press(pilot, "L", "w", "enter")
        assert names(session) == {"fishing": "w", "oslo": "o"}


async def test_a_letter_is_changed_but_never_to_a_key_of_the_screen(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "L", "backspace", "R", "enter")
        assert "R is a key of this screen" in shown(library_app)
        await press(pilot, "backspace", "o", "enter")
        assert names(session) == {"fish": "o", "oslo": ""}
        await press(pilot, "L", "escape", "escape")
        assert isinstance(library_app.screen, LibraryScreen)


async def test_a_search_is_deleted_and_comes_back(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "down", "k", "j", "D")
        assert "deleted the search oslo (u takes it back)" in shown(library_app)
        assert names(session) == {"fish": "f"}
        await press(pilot, "u")
        assert names(session) == {"fish": "f", "oslo": "o"}


async def test_typing_filters_after_a_slash(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await opened(library_app, pilot, session)
        await press(pilot, "/", *"oslo")
        assert "EFIS" not in shown(library_app)
        await press(pilot, "enter")
        await settled(library_app, pilot)
        assert "all > origin:oslo" in shown(library_app)


async def test_a_search_gets_no_letter_that_is_a_key_of_the_screen(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=SIZE) as pilot:
        await settled(library_app, pilot)
        await press(pilot, "S", *"rock R", "enter")
        assert "not saved: R is a key" in shown(library_app)
        await press(pilot, "S", *"rock r", "enter")
        assert names(session) == {"rock": "r"}
