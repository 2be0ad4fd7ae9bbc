"""How far a path was read is known, and where the next import begins."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cablereader.archive.connection import connect_to_write
from cablereader.archive.importing.sources import record_of, where_to_begin


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect_to_write(tmp_path / "archive.db")) as db:
        yield db


@pytest.mark.parametrize(
    ("done", "is_there", "cables"),
    [(0, True, 7), (0, False, 0), (1, True, 0)],
    ids=["half read", "half read, its last file gone", "read to the end"],
)
def test_a_half_read_folder_is_gone_on_with_where_its_last_file_is(
    db: sqlite3.Connection, tmp_path: Path, done: int, *, is_there: bool, cables: int
) -> None:
    last = tmp_path / "last.txt"
    if is_there:
        last.write_text("Words.")
    source = json.dumps({"format": "text", "path": str(last), "line": None})
    db.execute(
        "INSERT INTO source VALUES (?, 0, 0, 7, ?, ?)", (str(tmp_path), source, done)
    )
    assert where_to_begin(db, str(tmp_path)).cables == cables


def test_of_a_path_that_is_gone_nothing_was_read(tmp_path: Path) -> None:
    record = record_of(str(tmp_path / "nowhere"))
    assert (record.size, record.cables, record.done) == (0, 0, False)
