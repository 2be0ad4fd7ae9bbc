"""Queries about what the reader made of cables, asked of an archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.library.notebook import query as notebook_query
from cablereader.library.notebook.query import AttachedNotebook
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.move import ASIDE, READ, STARRED, labelled, noted
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.query import Contains, Is, Matches, Word
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.source.sample import sample_folder

SAMPLE = sample_folder()
OSLO, PRAIA, LISBON, LONDON = (
    "08OSLO9044",
    "09PRAIA9016",
    "08LISBON9118",
    "09LONDON9021",
)
ALL = {OSLO, PRAIA, LISBON, LONDON}
MARK = Bookmark(
    key="01",
    ref=ParagraphRef(LONDON, "2"),
    marking=None,
    quote="",
    created=datetime(2026, 11, 24, tzinfo=UTC),
    labels=("trust",),
    note="who said so?",
)

Find = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    paths = [str(SAMPLE / f"{cable_id}.html") for cable_id in sorted(ALL)]

    def ignored(_told: object) -> None:
        """Nobody waits for it."""

    how = Import(report=ignored, progress=ignored, stop=lambda: False)
    import_paths(path, paths, how)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        for move, cable_id in (
            (READ, OSLO),
            (STARRED, OSLO),
            (ASIDE, PRAIA),
            (labelled("Trust"), PRAIA),
            (labelled("fish"), LISBON),
            (noted("call the port back"), LISBON),
            (READ, "09NOWHERE1"),
        ):
            file.apply(move.step(file.of([cable_id])))
        file.apply(saving(SavedSearch("left", "is:unread -label:fish", "l"), ()))
    return path


def found(archive_path: Path, notebook: AttachedNotebook, query: str) -> set[str]:
    with Archive(archive_path, notebook=notebook) as archive:
        ids = {entry.cable_id for entry in archive.rows(read_query(query))}
        assert archive.count(read_query(query)) == len(ids)
        return ids


@pytest.mark.parametrize(
    ("query", "cables"),
    [
        ("is:unread", {LISBON, LONDON}),
        ("is:read", {OSLO}),
        ("is:aside", {PRAIA}),
        ("-is:aside", ALL - {PRAIA}),
        ("is:starred", {OSLO}),
        ("is:bookmarked", {LONDON}),
        ("has:bookmark", {LONDON}),
        ("in:bookmarks", {LONDON}),
        ("is:noted", {LISBON, LONDON}),
        ("has:note", {LISBON, LONDON}),
        ("label:fish", {LISBON}),
        ("label:FISH", {LISBON}),
        ("label:fis", set()),
        ("label:trust", {PRAIA, LONDON}),
        ("label:trust,fish", {PRAIA, LONDON, LISBON}),
        ("-label:trust", {OSLO, LISBON}),
        ('note:"port back"', {LISBON}),
        ("note:who", {LONDON}),
        ("note:(port NEAR/0 call)", set()),
        ("note:/ca.l/", {LISBON}),
        ("in:selection", set()),
        ("in:all is:read", {OSLO}),
        ("is:unread id:08LISBON9118", {LISBON}),
        ("saved:left", {LONDON}),
        ("saved:LEFT", {LONDON}),
        ("saved:right", set()),
        ("is:unread sort:id", {LISBON, LONDON}),
    ],
)
@pytest.mark.parametrize("few", [10_000, 0], ids=["few", "many"])
def test_a_query_of_the_notebook_finds_these_cables(
    archive_path: Path,
    path: Path,
    query: str,
    cables: set[str],
    few: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notebook_query, "FEW", few)
    monkeypatch.setattr(notebook_query, "FEW_DECIDED", few)
    notebook = AttachedNotebook(
        path,
        bookmarks=lambda: Bookmarks((MARK, replace(MARK, key="02", note=""))),
    )
    assert found(archive_path, notebook, query) == cables


def test_without_a_notebook_all_is_unread(archive_path: Path, tmp_path: Path) -> None:
    notebook = AttachedNotebook(
        tmp_path / "none.db", bookmarks=lambda: Bookmarks((MARK,))
    )
    assert found(archive_path, notebook, "is:unread") == ALL
    assert found(archive_path, notebook, "is:read OR is:starred OR label:fish") == set()
    assert found(archive_path, notebook, "label:trust OR note:who") == {LONDON}
    assert found(archive_path, notebook, "saved:left") == set()


def test_a_change_of_another_session_is_found_at_once(
    archive_path: Path, path: Path
) -> None:
    starred = read_query("is:starred")
    with Archive(archive_path, notebook=AttachedNotebook(path)) as archive:
        assert archive.count(starred) == 1
        with TriageFile(path) as file:
            file.apply(STARRED.step(file.of([LONDON])))
        archive.refresh()
        assert archive.count(starred) == 2


def test_a_notebook_that_is_none_is_named_and_not_believed(
    archive_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "triage.db"
    path.write_text("no database at all, but long enough to be taken for one" * 99)
    notebook = AttachedNotebook(path)
    with Archive(archive_path, notebook=notebook) as archive:
        assert archive.count(read_query("is:unread")) == 0
        assert archive.remarks(read_query("is:unread"))
        assert archive.count(read_query("wine OR port OR -wine")) == 4
    assert notebook.problem == f"{path}: is no notebook of this program; move it away"


def test_asking_does_not_change_the_file(archive_path: Path, path: Path) -> None:
    before = path.read_bytes()
    found(archive_path, AttachedNotebook(path), "is:unread label:fish note:call")
    assert path.read_bytes() == before


@pytest.mark.parametrize("least", [0, 1000])
@pytest.mark.parametrize(
    ("query", "unread"),
    [
        ("the is:unread", {LISBON, LONDON}),
        ("class:>=u is:unread -origin:london", {LISBON}),
        ("date:2008 the is:unread", {LISBON}),
        ("date:2009 the is:unread", {LONDON}),
        ("the is:unread label:fish", {LISBON}),
        ('"the port" OR the is:unread', {LISBON, LONDON}),
    ],
)
def test_unread_cables_of_a_list_are_counted_by_all_but_the_others(
    archive_path: Path,
    path: Path,
    query: str,
    unread: set[str],
    least: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cablereader.archive.finding.search.MANY_CABLES", least)
    ids = found(archive_path, AttachedNotebook(path), query)
    assert ids >= unread
    assert not ids & {OSLO, PRAIA} or " OR " in query


@pytest.mark.parametrize(
    "asked",
    [
        Is("is", "lost"),
        Is("origin", "oslo"),
        Contains(Word("goat"), "subject"),
        Matches("go.t", "subject"),
    ],
    ids=str,
)
def test_a_notebook_says_nothing_of_what_is_not_in_it(
    path: Path, asked: Is | Contains | Matches
) -> None:
    notebook = AttachedNotebook(path, bookmarks=Bookmarks)
    with closing(sqlite3.connect(":memory:")) as db:
        notebook.attach(db)
        assert notebook.condition(asked) is None


def test_a_notebook_that_cannot_be_read_is_a_problem_and_no_error(path: Path) -> None:
    path.write_bytes(b"no notebook at all" * 100)
    notebook = AttachedNotebook(path, bookmarks=Bookmarks)
    with closing(sqlite3.connect(":memory:")) as db:
        notebook.attach(db)
    assert notebook.problem
    assert notebook.condition(Is("is", "read")) is None
    assert notebook.saved("left") is None
    assert notebook.names("saved") == ()
