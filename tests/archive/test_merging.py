"""Indexes are merged when enough has come, and an end of that does no harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cablereader.archive.connection import connect_to_write
from cablereader.archive.importing.merging import MOST_SEGMENTS, merge_indexes
from cablereader.archive.importing.writing import transaction


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect_to_write(tmp_path / "archive.db")) as db:
        yield db


def fill(db: sqlite3.Connection, batches: int) -> None:
    """Put a word into an index in so many batches, and each batch's number."""
    for number in range(1, batches + 1):
        with transaction(db):
            words = f"goat n{number}"
            db.execute("INSERT INTO gist (rowid, terms) VALUES (?, ?)", (number, words))


def segments(db: sqlite3.Connection) -> int:
    rows = db.execute("SELECT count(DISTINCT segid) FROM gist_idx").fetchone()
    return int(rows[0])


def found(db: sqlite3.Connection, words: str) -> list[int]:
    rows = db.execute("SELECT rowid FROM gist WHERE gist MATCH ? ORDER BY 1", (words,))
    return [number for (number,) in rows]


@pytest.mark.parametrize(
    ("batches", "left"),
    [(MOST_SEGMENTS, MOST_SEGMENTS), (MOST_SEGMENTS + 1, 1), (3 * MOST_SEGMENTS, 1)],
)
def test_many_segments_become_one(
    db: sqlite3.Connection, batches: int, left: int
) -> None:
    fill(db, batches)
    assert segments(db) == batches
    merge_indexes(db, lambda: False)
    assert segments(db) == left
    assert found(db, "goat") == list(range(1, batches + 1))
    assert found(db, f"n{batches}") == [batches]


def test_whoever_stops_it_finds_all_as_before(db: sqlite3.Connection) -> None:
    fill(db, MOST_SEGMENTS + 1)
    merge_indexes(db, lambda: True)
    assert segments(db) == MOST_SEGMENTS + 1
    assert found(db, "goat") == list(range(1, MOST_SEGMENTS + 2))


def test_free_pages_are_given_back_until_it_is_stopped(db: sqlite3.Connection) -> None:
    with transaction(db):
        db.execute("CREATE TABLE waste (bytes BLOB)")
        db.executemany(
            "INSERT INTO waste VALUES (zeroblob(?))", [(10_000,) for _ in range(200)]
        )
    db.execute("DROP TABLE waste")
    (free,) = db.execute("PRAGMA freelist_count").fetchone()
    assert free
    merge_indexes(db, lambda: True)
    assert db.execute("PRAGMA freelist_count").fetchone() == (free,)
    merge_indexes(db, lambda: False)
    assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
