"""A notebook that can only be read, with a log that nobody has merged yet."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from triaging import IDS, all_of, do

from cablereader.errors import NotebookError
from cablereader.library.notebook import connection
from cablereader.library.notebook.connection import attach_to_read, connect_to_read
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ, STARRED
from cablereader.model.triage import Triage


@pytest.fixture
def known() -> dict[str, Triage]:
    """What a notebook says that its file alone does not say."""
    return {}


@pytest.fixture
def copy(
    tmp_path: Path, known: dict[str, Triage], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A notebook with its log, where SQLite can make no file of its own."""
    path, copy = tmp_path / "triage.db", tmp_path / "copy" / "triage.db"
    copy.parent.mkdir()
    with TriageFile(path) as file:
        do(file, READ, IDS[:1])
        file.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        do(file, STARRED, IDS)
        known.update(all_of(file))
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    monkeypatch.setattr(connection, "knows_locks", lambda _: False)
    return copy


def test_the_latest_changes_are_read(copy: Path, known: dict[str, Triage]) -> None:
    before = {each.name: each.read_bytes() for each in copy.parent.iterdir()}
    with TriageFile(copy, to_read=True) as file:
        assert all_of(file) == known
        with pytest.raises(NotebookError):
            do(file, READ, IDS)
    assert {each.name: each.read_bytes() for each in copy.parent.iterdir()} == before


def test_queries_know_them_too(copy: Path, known: dict[str, Triage]) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        assert attach_to_read(db, copy, "notebook")
        (starred,) = db.execute("SELECT count(*) FROM notebook.star").fetchone()
        assert starred == len(known)
        db.execute("DETACH notebook")


def test_a_log_that_is_none_changes_nothing(copy: Path) -> None:
    Path(f"{copy}-wal").write_bytes(b"no log" * 99)
    with TriageFile(copy, to_read=True) as file:
        assert [each.starred for each in all_of(file).values()] == [False]
    Path(f"{copy}-wal").write_bytes(b"")
    with closing(connect_to_read(copy)) as db:
        assert db.execute("SELECT count(*) FROM star").fetchone() == (0,)


def test_nothing_is_left_of_the_copy_in_between(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    between = tmp_path / "between"
    between.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(between))
    connect_to_read(copy).close()
    assert not list(between.iterdir())
