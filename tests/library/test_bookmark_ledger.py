"""Bookmarks among the steps that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bookmarking import bookmark, loaded
from triaging import do

from cablereader.errors import NotebookError
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.bookmarks.document import from_own_form, to_document
from cablereader.library.bookmarks.ledger import BookmarkLedger, bookmarking
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.bookmark import Bookmark
from cablereader.model.move import STARRED
from cablereader.model.step import Aspect

OLD, NEW = bookmark(1), bookmark(2, note="a goat", labels=("goats",))
OSLO = "09OSLO9012"


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    path = tmp_path / "bookmarks.yaml"
    BookmarkFile(path).save(OLD)
    return path


@pytest.fixture
def notebook(tmp_path: Path, marks: Path) -> Iterator[TriageFile]:
    ledger = BookmarkLedger(BookmarkFile(marks))
    with TriageFile(
        tmp_path / "triage.db", ledgers={Aspect.BOOKMARK: ledger}
    ) as notebook:
        yield notebook


def test_a_bookmark_is_taken_back_and_made_again(
    notebook: TriageFile, marks: Path
) -> None:
    do(notebook, STARRED, [OSLO])
    notebook.apply(bookmarking(None, NEW))
    assert loaded(marks) == (OLD, NEW)
    assert notebook.undoable() == f"bookmarked {NEW.ref}"
    notebook.undo()
    assert loaded(marks) == (OLD,)
    notebook.redo()
    assert loaded(marks) == (OLD, NEW)
    notebook.undo()
    assert str(notebook.undo()) == f"taken back: starred {OSLO}"


def test_an_edit_and_a_removal_are_taken_back(
    notebook: TriageFile, marks: Path
) -> None:
    edited = replace(OLD, note="ask again")
    assert notebook.apply(bookmarking(OLD, edited)).sentence == (
        f"edited the bookmark of {OLD.ref}"
    )
    assert notebook.apply(bookmarking(edited, None)).sentence == (
        f"removed the bookmark of {OLD.ref}"
    )
    assert loaded(marks) == ()
    notebook.undo()
    assert loaded(marks) == (edited,)
    notebook.undo()
    assert loaded(marks) == (OLD,)


def test_a_bookmark_that_was_edited_since_is_left_alone(
    notebook: TriageFile, marks: Path
) -> None:
    notebook.apply(bookmarking(None, NEW))
    edited = replace(NEW, note="by hand")
    BookmarkFile(marks).save(edited)
    assert str(notebook.undo()).startswith("not taken back")
    assert loaded(marks) == (OLD, edited)


def test_where_the_notebook_fails_the_bookmark_is_not_made_either(
    notebook: TriageFile, marks: Path
) -> None:
    notebook.db.execute("DROP TABLE step")
    with pytest.raises(NotebookError):
        notebook.apply(bookmarking(None, NEW))
    assert loaded(marks) == (OLD,)


def test_where_the_bookmark_fails_nothing_is_noted(
    notebook: TriageFile, marks: Path
) -> None:
    marks.unlink()
    marks.mkdir()
    with pytest.raises(NotebookError, match=str(marks)):
        notebook.apply(bookmarking(None, NEW))
    assert notebook.undoable() is None


def test_nothing_is_no_step() -> None:
    assert not bookmarking(None, None)


def test_what_another_session_made_of_it_is_kept_beside_the_edit(marks: Path) -> None:
    ledger = BookmarkLedger(BookmarkFile(marks))
    (edit,) = bookmarking(OLD, replace(OLD, note="mine")).changes
    theirs = to_document(replace(OLD, labels=("theirs",)))
    joined = from_own_form(ledger.joined(edit, theirs))
    assert isinstance(joined, Bookmark)
    assert (joined.note.strip(), joined.labels) == ("mine", ("theirs",))


def test_an_edit_of_what_another_session_removed_is_as_it_was_made(marks: Path) -> None:
    ledger = BookmarkLedger(BookmarkFile(marks))
    (edit,) = bookmarking(OLD, replace(OLD, note="mine")).changes
    assert ledger.joined(edit, "") == edit.after


def test_a_step_of_no_bookmark_changes_none() -> None:
    assert not bookmarking(None, None).changes


def test_what_another_session_saved_meanwhile_is_seen_after_the_next_change(
    marks: Path,
) -> None:
    ledger = BookmarkLedger(BookmarkFile(marks))
    assert ledger.bookmarks.marks == (OLD,)
    BookmarkFile(marks).save(NEW)
    ledger.put(OLD.key, to_document(replace(OLD, note="mine")))
    assert {mark.key for mark in ledger.bookmarks.marks} == {OLD.key, NEW.key}
