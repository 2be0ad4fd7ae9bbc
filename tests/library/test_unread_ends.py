"""Where the unread cables of an archive begin, whoever changes what meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from building import add
from generator import cables
from hypothesis import given, settings
from hypothesis import strategies as st

from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.library.notebook import query as notebook_query
from cablereader.library.notebook.query import AttachedNotebook
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.notebook.unread_ends import Ends, UnreadEnds
from cablereader.model.move import ASIDE, READ, UNREAD
from cablereader.model.raw import RawCable

MANY = 12
QUERIES = ("is:unread", "is:unread sort:date", "is:unread class:>=u", "-is:unread")


@pytest.fixture(scope="module")
def raws() -> Sequence[RawCable]:
    return tuple(cables(MANY + 2))


@pytest.fixture
def archive(tmp_path: Path, raws: Sequence[RawCable]) -> Path:
    path = tmp_path / "archive.db"
    add(path, raws[1:-1])
    return path


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory, raws: Sequence[RawCable]) -> Path:
    """An archive that no test changes."""
    path = tmp_path_factory.mktemp("still") / "archive.db"
    add(path, raws[1:-1])
    return path


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook_query, "FEW_DECIDED", 0)
    monkeypatch.setattr(notebook_query, "FEW", 0)


class Desk:
    """A session: an archive, a notebook, and what it knows of their ends."""

    def __init__(self, archive: Path, notebook: Path) -> None:
        self._archive, self._notebook = archive, notebook
        self.ends = UnreadEnds()

    def found(self, text: str) -> list[str]:
        asked = AttachedNotebook(self._notebook, ends=self.ends)
        with Archive(self._archive, notebook=asked) as archive:
            return [entry.cable_id for entry in archive.rows(read_query(text))]

    def remembered(self) -> Ends:
        return self.ends._known[1]

    def unread(self) -> list[str]:
        return self.found("is:unread")


@pytest.fixture
def desk(archive: Path, tmp_path: Path) -> Desk:
    return Desk(archive, tmp_path / "triage.db")


@pytest.fixture
def file(tmp_path: Path) -> TriageFile:
    return TriageFile(tmp_path / "triage.db")


def read(file: TriageFile, *ids: str) -> None:
    file.apply(READ.step(file.of(ids)))


def test_what_was_read_at_either_end_is_not_asked_again(
    desk: Desk, file: TriageFile
) -> None:
    every = desk.found("")
    read(file, *every[:3], every[-1])
    assert desk.unread() == every[3:-1]
    first = desk.remembered()
    read(file, every[3])
    assert desk.unread() == every[4:-1]
    assert first.oldest == desk.remembered().oldest
    assert first.newest > desk.remembered().newest


def test_where_all_are_read_none_is_found_until_that_is_taken_back(
    desk: Desk, file: TriageFile
) -> None:
    every = desk.found("")
    read(file, *every)
    assert desk.unread() == []
    file.undo()
    assert desk.unread() == every


def test_another_session_makes_one_unread_again(desk: Desk, file: TriageFile) -> None:
    every = desk.found("")
    read(file, *every[:5])
    assert desk.unread() == every[5:]
    with TriageFile(file.path) as other:
        other.apply(UNREAD.step(other.of([every[2]])))
    assert desk.unread() == [every[2], *every[5:]]


def test_a_cable_that_changes_its_state_does_not_become_unread(
    desk: Desk, file: TriageFile
) -> None:
    every = desk.found("")
    read(file, *every[:5])
    assert desk.unread() == every[5:]
    known = desk.remembered()
    file.apply(ASIDE.step(file.of([every[1]])))
    assert desk.unread() == every[5:]
    assert desk.remembered() == known


def test_cables_that_come_later_are_unread(
    desk: Desk, file: TriageFile, archive: Path, raws: Sequence[RawCable]
) -> None:
    every = desk.found("")
    read(file, *every[:3], *every[-3:])
    assert desk.unread() == every[3:-3]
    add(archive, (raws[0], raws[-1]))
    (newest, *_), (*_, oldest) = desk.found(""), desk.found("")
    assert {newest, oldest}.isdisjoint(every)
    assert desk.unread() == [newest, *every[3:-3], oldest]


def test_another_notebook_in_the_place_of_this_one_is_another(
    desk: Desk, file: TriageFile, tmp_path: Path
) -> None:
    every = desk.found("")
    read(file, *every[:5])
    file.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.path.read_bytes())
    read(file, *every[5:7])
    assert desk.unread() == every[7:]
    file.close()
    copy.replace(file.path)
    assert desk.unread() == every[5:]


def test_a_notebook_of_before_gets_what_it_lacks_when_it_is_opened_to_be_written(
    desk: Desk, file: TriageFile
) -> None:
    every = desk.found("")
    read(file, *every[:5])
    file.db.execute("DROP TRIGGER state_deleted")
    file.db.execute("DROP TABLE unread_again")
    assert desk.unread() == every[5:]
    assert desk.remembered() == Ends()
    file.undo()
    assert desk.unread() == every
    TriageFile(file.path).close()
    read(file, *every[:5])
    assert desk.unread() == every[5:]
    assert desk.remembered() != Ends()
    file.undo()
    assert desk.unread() == every


STEPS = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(("read", "unread", "aside", "undo", "redo", "ask")),
        st.integers(0, MANY - 1),
        st.integers(1, MANY),
    ),
    max_size=12,
)


@given(steps=STEPS)
@settings(max_examples=40)
def test_two_sessions_find_what_is_in_the_notebook(
    steps: list[tuple[bool, str, int, int]],
    tmp_path_factory: pytest.TempPathFactory,
    still: Path,
) -> None:
    path = tmp_path_factory.mktemp("two") / "triage.db"
    moves = {"read": READ, "unread": UNREAD, "aside": ASIDE}
    with TriageFile(path) as one, TriageFile(path) as other:
        desk = Desk(still, path)
        every = desk.found("")
        for first, kind, start, size in steps:
            file = one if first else other
            if move := moves.get(kind):
                file.apply(move.step(file.of(every[start : start + size])))
            elif kind == "undo":
                file.undo()
            elif kind == "redo":
                file.redo()
            for text in QUERIES:
                assert desk.found(text) == plainly(path, every, text)


def plainly(path: Path, every: Sequence[str], text: str) -> list[str]:
    """What a query finds, by the states in the notebook."""
    with sqlite3.connect(path) as db:
        decided = {each for (each,) in db.execute("SELECT id FROM state")}
    db.close()
    wanted = [each for each in every if (each in decided) == text.startswith("-")]
    return wanted[::-1] if text.endswith("sort:date") else wanted
