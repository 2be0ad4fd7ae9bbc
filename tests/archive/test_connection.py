"""Files that are archives, and files that are none."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest
from building import add

from cablereader.archive.connection import connect_to_write
from cablereader.archive.importing.writing import transaction
from cablereader.archive.schema import VERSION
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.model.entry import Window
from cablereader.model.query import Query
from cablereader.source.sample import read_sample


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    return path


def is_refused(path: Path, what: str) -> None:
    """Opening a file is an error of one line that says what to do."""
    with pytest.raises(ArchiveError) as caught:
        Archive(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_archive_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    is_refused(path, "there is no archive; make one with `cablereader import PATH`")
    is_refused(tmp_path, "is a folder; make one with `cablereader import PATH`")
    path.write_bytes(b"")
    is_refused(path, "is empty; fill it with `cablereader import PATH`")
    path.write_text("some text that is long enough to be a header" * 20, "utf-8")
    is_refused(path, "is no archive; name another file with --archive")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    is_refused(path, "is no archive of cables; name another file with --archive")
    with pytest.raises(ArchiveError, match="is no archive of cables"):
        connect_to_write(path)
    assert path.read_bytes() == before


def test_an_archive_of_a_newer_version_is_left_alone(archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = archive.read_bytes()
    is_refused(archive, "newer version of this program")
    with pytest.raises(ArchiveError, match="update the program"):
        connect_to_write(archive)
    assert archive.read_bytes() == before


@pytest.mark.parametrize("name", ["what?.db", "a#b.db", "100%25.db", "é ü.db", "a:b"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    add(tmp_path / name, read_sample())
    with Archive(tmp_path / name) as opened:
        assert opened.size == 20
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_reading_leaves_nothing_beside_the_archive(archive: Path) -> None:
    before = archive.read_bytes()
    with Archive(archive) as opened:
        opened.facets(Query())
        assert sorted(path.name for path in archive.parent.iterdir()) == [
            archive.name,
            "home",
        ]
    assert archive.read_bytes() == before
    assert archive.stat().st_mode & 0o777 == 0o600


def test_many_read_an_archive_that_nobody_can_write(archive: Path) -> None:
    archive.chmod(0o444)
    archive.parent.chmod(0o555)
    try:
        with Archive(archive) as one, Archive(archive) as other:
            assert one.count(Query()) == other.count(Query()) == 20
            assert one.rows(Query(), Window(0, 3)) == other.rows(Query(), Window(0, 3))
    finally:
        archive.parent.chmod(0o755)


def test_a_reader_never_writes(archive: Path) -> None:
    with Archive(archive) as opened, pytest.raises(sqlite3.OperationalError):
        opened._db.execute("DELETE FROM cable")


CALLS: dict[str, Callable[[Archive], object]] = {
    "size": lambda archive: archive.size,
    "get": lambda archive: archive.get("07OSLO9012"),
    "versions": lambda archive: archive.versions("07OSLO9012"),
    "citing": lambda archive: archive.citing("07OSLO9012"),
    "rows": lambda archive: archive.rows(Query()),
    "each": lambda archive: list(archive.each(Query())),
    "count": lambda archive: archive.count(Query()),
    "places": lambda archive: archive.places(Query()),
    "position": lambda archive: archive.position(Query(), "07OSLO9012"),
    "facets": lambda archive: archive.facets(Query()),
    "counts": lambda archive: archive.counts("tag"),
    "alike": lambda archive: archive.alike("07OSLO9012"),
}


@pytest.mark.parametrize("name", CALLS)
def test_every_question_to_a_locked_archive_says_so(archive: Path, name: str) -> None:
    with Archive(archive) as opened, closing(connect_to_write(archive)) as writer:
        opened._db.execute("PRAGMA busy_timeout = 1")
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ArchiveError, match="another process is writing to it"):
            CALLS[name](opened)


def test_a_damaged_archive_is_an_error_of_the_archive(archive: Path) -> None:
    whole = archive.read_bytes()
    random = Random(5)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(random.choice((1, 50, 2000))):
            damaged[random.randrange(100, len(whole))] ^= 1 << random.randrange(8)
        archive.write_bytes(damaged[: random.choice((len(whole), len(whole) // 2))])
        ask_everything(archive)


def ask_everything(path: Path) -> None:
    """Ask all questions; each answers, or raises an `ArchiveError`."""
    try:
        opened = Archive(path)
    except ArchiveError:
        return
    with opened:
        for call in CALLS.values():
            with suppress(ArchiveError):
                call(opened)


def test_a_batch_that_was_killed_is_undone_by_the_next_reader(archive: Path) -> None:
    copy = archive.with_name("copy.db")
    with closing(connect_to_write(archive)) as db:
        db.execute("PRAGMA cache_size = 1")  # so that it must write before the end
        with transaction(db):
            db.execute("UPDATE piece SET bytes = zeroblob(100000)")
            shutil.copy(archive, copy)
            shutil.copy(f"{archive}-journal", f"{copy}-journal")
    assert Path(f"{copy}-journal").stat().st_size
    with Archive(copy) as opened:
        assert opened.get("07OSLO9012") is not None
    assert not Path(f"{copy}-journal").exists()
