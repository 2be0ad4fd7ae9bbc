"""Changes of very many cables: beside the screen, in one step, and never half."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

import pytest
from reading import press, settled, shown
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.screens.long_change import LongChange
from cablereader.library.bookmarks.ledger import bookmarking
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmark
from cablereader.model.paragraph_ref import ParagraphRef

NARROW = (80, 24)


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cables take longer than a key may, here."""
    monkeypatch.setattr("cablereader.app.parts.triaging.AT_ONCE", 1)
    monkeypatch.setattr("cablereader.library.notebook.triage.LONG", 60)
    monkeypatch.setattr("cablereader.library.notebook.progress.TOGETHER", 1)


async def done(app: CableReader, pilot: Pilot[None]) -> None:
    while isinstance(app.screen, LongChange):
        await pilot.pause(0.02)
    await settled(app, pilot)


async def test_a_change_of_all_is_asked_about_and_taken_back_whole(
    library_app: CableReader, session: Session
) -> None:
    app, file = library_app, session.triage_file
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "v")
        assert "20 selected" in shown(app)
        await press(pilot, "r")
        assert "This is about 20 cables. Do it?" in shown(app)
        await press(pilot, "y")
        await done(app, pilot)
        assert file.counts().read == 20
        assert "marked 20 cables as read (u takes it back)" in shown(app)
        assert "0 unread, 100% done" in shown(app)
        await press(pilot, "u")
        await done(app, pilot)
        assert file.counts().read == 0
        assert "taken back: marked 20 cables as read" in shown(app)
        await press(pilot, "U")
        await done(app, pilot)
        assert file.counts().read == 20


async def test_who_answers_no_changes_nothing(
    library_app: CableReader, session: Session
) -> None:
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "v", "asterisk", "n")
        assert isinstance(app.screen, LibraryScreen)
        assert session.triage_file.counts().starred == 0


async def test_a_key_gives_all_that_is_selected_its_label_and_takes_it_off(
    library_app: CableReader, session: Session
) -> None:
    app, file = library_app, session.triage_file
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "v", "plus", *"goat", "enter", "y")
        await done(app, pilot)
        assert file.labels() == (("goat", 20),)
        await press(pilot, "full_stop", "y")
        await done(app, pilot)
        assert "already so" in shown(app)
        await press(pilot, "underscore", *"goat", "enter", "y")
        await done(app, pilot)
        assert file.labels() == ()


async def test_a_change_that_is_stopped_is_not_made_at_all(
    library_app: CableReader, session: Session
) -> None:
    app, file = library_app, session.triage_file
    begun, seen = Event(), Event()

    def change(_file: object, progress: Callable[[int, int], None]) -> str:
        begun.set()
        seen.wait()
        progress(1, 2)
        return "done"

    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen.desk.triaging.change_beside(change)
        while not begun.is_set():
            await pilot.pause(0.02)
        await press(pilot, "ctrl+c")
        assert "stopping" in shown(app)
        seen.set()
        await done(app, pilot)
        assert "stopped; nothing was changed" in shown(app)
        assert file.undoable() is None


async def test_a_long_step_with_a_bookmark_is_taken_back_too(
    library_app: CableReader, session: Session
) -> None:
    app = library_app
    mark = Bookmark(
        key="01k6",
        ref=ParagraphRef("09OSLO9066", "1"),
        marking="S/NF",
        quote="The keeper of the lamp, who stays, says that he stays.",
        created=datetime(2026, 11, 24, tzinfo=UTC),
    )
    session.triage_file.apply(bookmarking(None, mark))
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "u")
        await done(app, pilot)
        assert not session.ledger.bookmarks.marks


async def test_the_next_unread_cable_is_found_however_far_it_is(
    library_app: CableReader, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.app.panes.list_view.NEAR", 2)
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "g", "v", "r", "y")
        await done(app, pilot)
        await press(pilot, "g", "V", "G", "r", "g", "g", "right_square_bracket", "u")
        await settled(app, pilot)
        assert "20/20" in shown(app)
        await press(pilot, "right_square_bracket", "u")
        await settled(app, pilot)
        assert "no unread cable further on" in shown(app)
        await press(pilot, "r", "left_square_bracket", "u")
        await settled(app, pilot)
        assert "no unread cable before this" in shown(app)


async def test_a_large_list_is_counted_when_no_key_changes_anything_any_more(
    library_app: CableReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.app.panes.list_pane.LARGE", 1)
    monkeypatch.setattr("cablereader.app.panes.list_pane.PATIENCE", 0.3)
    app = library_app
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(pilot, "r", "j", "r")
        assert "20 unread, 0% done" in shown(app)
        while "18 unread, 10% done" not in shown(app):
            assert "19 unread" not in shown(app)
            await pilot.pause(0.05)
