"""An archive is put in the place of a damaged one, or everything stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from building import add, content

from cablereader.archive.connection import connect_to_write
from cablereader.archive.importing import derivation
from cablereader.archive.importing.derive import Derived, derive
from cablereader.archive.importing.writing import transaction
from cablereader.archive.repair.rebuilding import rebuild
from cablereader.errors import ArchiveError
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.raw import RawCable
from cablereader.source.sample import read_sample


class GivenUpError(Exception):
    """Inside of a transaction."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    return path


def names(folder: Path) -> set[str]:
    files = {path.name for path in folder.iterdir() if path.is_file()}
    return {name for name in files if not name.endswith(".lock")}


def test_a_rebuilt_archive_says_the_same_and_the_old_one_is_kept(archive: Path) -> None:
    before, told = content(archive), list[int]()
    old = archive.read_bytes()
    rebuilt = rebuild(archive, progress=told.append)
    assert content(archive) == before
    assert rebuilt.copy.read_bytes() == old
    assert (rebuilt.lost, rebuilt.cables) == ((), rebuilt.expected)
    assert told == sorted(told)
    assert told[-1] == rebuilt.cables
    assert names(archive.parent) == {"archive.db", rebuilt.copy.name}


def test_a_file_of_another_kind_is_left(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    TriageFile(path).close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"triage\.db"):
        rebuild(path)
    assert path.read_bytes() == before
    assert names(tmp_path) == {"triage.db"}


def test_what_is_given_up_leaves_the_archive_as_it_was(archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(ArchiveError, match="given up; it is as it was"):
        rebuild(archive, stop=lambda: True)
    assert archive.read_bytes() == before
    assert names(archive.parent) == {"archive.db"}


def test_an_archive_without_a_text_is_left(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, ())
    with pytest.raises(ArchiveError, match="no text in it can be read"):
        rebuild(path)
    assert names(tmp_path) == {"archive.db"}


def test_the_journal_of_the_old_one_is_not_taken_for_that_of_the_new(
    archive: Path,
) -> None:
    before = content(archive)
    journal = archive.with_name("archive.db-journal")
    journal.write_bytes(bytes(512))
    rebuilt = rebuild(archive)
    assert not journal.exists()
    assert rebuilt.copy.exists()
    assert content(archive) == before


def failing(db: sqlite3.Connection, statement: str) -> None:
    with transaction(db):
        db.execute(statement)
        raise GivenUpError


def test_nothing_of_a_transaction_that_failed_is_kept(tmp_path: Path) -> None:
    insert = "INSERT INTO import (started) VALUES ('now')"
    with closing(connect_to_write(tmp_path / "archive.db")) as db:
        with pytest.raises(GivenUpError):
            failing(db, insert)
        assert not db.in_transaction
        with transaction(db):
            db.execute(insert)
        assert db.execute("SELECT count(*) FROM import").fetchone() == (1,)
        with pytest.raises(GivenUpError):
            failing(db, "ROLLBACK")  # as SQLite does where the disk is full


def test_what_the_program_fails_at_is_told_as_lost_and_counted(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(raw: RawCable) -> Derived | None:
        if raw.cable_id == "09OSLO9066":
            raise ZeroDivisionError
        return derive(raw)

    monkeypatch.setattr(derivation, "derive", faulty)
    told: list[int] = []
    made = rebuild(archive, progress=told.append)
    assert any("09OSLO9066" in each for each in made.lost)
    assert told[-1] == made.cables + 1 == made.expected
