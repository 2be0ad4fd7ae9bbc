"""What another session writes while something is typed here is not lost."""

from __future__ import annotations

from reading import press, settled, shown

from cablereader.app.app import CableReader
from cablereader.library.bookmarks.ledger import bookmarking
from cablereader.library.files.owner import owner_name
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmark
from cablereader.model.frozen import replace
from cablereader.model.move import noted

NEWEST = "10OSLO9005"


def bookmarks(session: Session) -> tuple[Bookmark, ...]:
    return session.bookmark_file.load().bookmarks.marks


def write_elsewhere(session: Session, note: str) -> None:
    """A note on the newest cable, in another session."""
    with session.notebook_beside() as other:
        other.apply(noted(note).step(other.of([NEWEST])))


async def test_notes_of_two_sessions_on_a_cable_are_joined(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=(120, 30)) as pilot:
        await settled(library_app, pilot)
        write_elsewhere(session, "old")
        await press(pilot, "M", *" mine")
        write_elsewhere(session, "old theirs")
        await press(pilot, "enter")
        note = session.triage_file.of([NEWEST])[NEWEST].note
        assert note == "old mine\n\nold theirs"
        assert "wrote a note on 10OSLO9005" in shown(library_app)
        await press(pilot, "u")
        assert session.triage_file.of([NEWEST])[NEWEST].note == "old theirs"


async def test_a_note_that_another_session_wrote_is_not_deleted_unseen(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=(120, 30)) as pilot:
        write_elsewhere(session, "old")
        await press(pilot, "M", "ctrl+u")
        write_elsewhere(session, "old theirs")
        await press(pilot, "enter")
        assert session.triage_file.of([NEWEST])[NEWEST].note == "old theirs"


async def test_what_another_session_does_before_the_first_key_is_shown_with_it(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=(120, 30)) as pilot:
        await settled(library_app, pilot)
        write_elsewhere(session, "theirs")
        await press(pilot, "j")
        row = next(row for row in shown(library_app).split("\n") if NEWEST in row)
        assert " ..n " in row


async def test_a_bookmark_that_two_sessions_edit_has_the_words_of_both(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "M", *"+both +mine call", "enter", "M", *" back")
        (mark,) = bookmarks(session)
        theirs = replace(mark, note="call the keeper", labels=("both", "theirs"))
        with session.notebook_beside() as other:
            other.apply(bookmarking(mark, theirs))
        await press(pilot, "enter")
        (mark,) = bookmarks(session)
        assert mark.note == "call back\n\ncall the keeper"
        assert mark.labels == ("both", "theirs")


async def test_a_paragraph_that_two_sessions_bookmark_has_one_bookmark(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "u", "M", *"mine +here")
        assert not bookmarks(session)
        cable = session.queue.cable(0)
        made = session.bookmark_file.mark(cable, cable.paragraphs[0])
        theirs = replace(made, note="theirs", labels=("there",))
        with session.notebook_beside() as other:
            other.apply(bookmarking(None, theirs))
        await press(pilot, "enter")
        (mark,) = bookmarks(session)
        assert (mark.note, mark.labels) == ("mine\n\ntheirs", ("here", "there"))


async def test_a_note_that_goes_on_from_a_draft_leaves_what_was_written_since(
    library_app: CableReader, session: Session
) -> None:
    async with library_app.run_test(size=(120, 30)) as pilot:
        row = (owner_name() + "0", NEWEST, "begun")  # of a process that never was
        insert = "INSERT INTO draft (owner, of, text) VALUES (?, ?, ?)"
        session.triage_file.note((insert, [row]))
        write_elsewhere(session, "theirs")
        await press(pilot, "M", *" here", "enter")
        note = session.triage_file.of([NEWEST])[NEWEST].note
        assert note == "begun here\n\ntheirs"


def bookmark_elsewhere(session: Session, note: str = "") -> None:
    """A bookmark of the paragraph at the top of the first cable, in another session."""
    cable = session.queue.cable(0)
    made = session.bookmark_file.mark(cable, cable.paragraphs[0])
    with session.notebook_beside() as other:
        other.apply(bookmarking(None, replace(made, note=note)))


async def test_m_keeps_a_bookmark_that_another_session_has_just_made(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "u")  # this session has seen the notebook
        bookmark_elsewhere(session, "theirs")
        await press(pilot, "m")
        (mark,) = bookmarks(session)
        assert mark.note == "theirs"
        assert "another session bookmarked" in shown(app)
        await press(pilot, "m")  # what is on the screen now is meant
        assert not bookmarks(session)


async def test_m_keeps_a_bookmark_that_has_another_note_than_was_shown(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        (mark,) = bookmarks(session)
        with session.notebook_beside() as other:
            other.apply(bookmarking(mark, replace(mark, note="theirs")))
        await press(pilot, "m")
        (mark,) = bookmarks(session)
        assert mark.note == "theirs"
        assert "another session edited" in shown(app)


async def test_m_makes_no_bookmark_anew_that_another_session_has_removed(
    app: CableReader, session: Session
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        (mark,) = bookmarks(session)
        with session.notebook_beside() as other:
            other.apply(bookmarking(mark, None))
        await press(pilot, "m")
        assert not bookmarks(session)
        assert "another session removed" in shown(app)
