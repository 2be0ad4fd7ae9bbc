"""Tables with a hole: what is around it is read, and no row twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cablereader.archive.repair.salvage import Salvage, Table, integrity, open_damaged

NUMBERED = Table("numbered", ("number", "text"))
NAMED = Table("named", ("name", "text"), named=True)
ROWS = 500
PAGE = 1_024
Key = int | str
both = pytest.mark.parametrize("table", [NUMBERED, NAMED], ids=lambda each: each.name)


def key_of(table: Table, number: int) -> Key:
    return f"{number:06d}" if table.named else number


def row(table: Table, number: int) -> tuple[Key, str]:
    return key_of(table, number), f"text {number} " * 8


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("salvage") / "sound.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA page_size = {PAGE}")
        db.execute("CREATE TABLE numbered (number INTEGER PRIMARY KEY, text TEXT)")
        db.execute("CREATE TABLE named (name TEXT PRIMARY KEY, text) WITHOUT ROWID")
        for table in (NUMBERED, NAMED):
            rows = (row(table, number) for number in range(ROWS))
            db.executemany(f"INSERT INTO {table.name} VALUES (?, ?)", rows)
    return path.read_bytes()


def leaves(content: bytes, table: Table) -> Iterator[tuple[int, set[Key]]]:
    """Where each page of rows begins, and the keys on it."""
    kind = 10 if table.named else 13
    for start in range(PAGE, len(content), PAGE):
        page = content[start : start + PAGE]
        keys = {
            key_of(table, number)
            for number in range(ROWS)
            if row(table, number)[1].encode() in page
        }
        if page[0] == kind and keys:
            yield start, keys


def salvaged(
    path: Path, content: bytes, table: Table
) -> tuple[Salvage, list[int | str]]:
    path.write_bytes(content)
    with closing(open_damaged(path)) as db:
        salvage = Salvage(db, table)
        found = list(salvage.rows())
        assert salvage.read == len(found)
        assert all(each == row(table, int(str(each[0]))) for each in found)
        return salvage, [key for key, _ in found]


@both
def test_a_sound_table_is_read_in_order(
    tmp_path: Path, sound: bytes, table: Table
) -> None:
    salvage, keys = salvaged(tmp_path / "a.db", sound, table)
    assert keys == [key_of(table, number) for number in range(ROWS)]
    assert salvage.damage is None


@both
@pytest.mark.parametrize("place", [0, 0.5, 1], ids=["first", "middle", "last"])
def test_only_the_rows_of_a_page_that_is_gone_are_lost(
    tmp_path: Path, sound: bytes, table: Table, place: float
) -> None:
    pages = sorted(leaves(sound, table), key=lambda leaf: min(map(int, leaf[1])))
    start, gone = pages[int(place * (len(pages) - 1))]
    content = bytearray(sound)
    content[start : start + PAGE] = b"\xff" * PAGE
    salvage, keys = salvaged(tmp_path / "a.db", bytes(content), table)
    assert salvage.damage is not None
    assert len(keys) == len({*keys})
    everything = {key_of(table, number) for number in range(ROWS)}
    assert everything - {*keys} == gone


def test_what_is_wrong_is_named_and_not_the_heading_above_it(
    tmp_path: Path, sound: bytes
) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(sound)
    with closing(open_damaged(path)) as db:
        assert integrity(db) == ""
    start, _ = next(leaves(sound, NUMBERED))
    content = bytearray(sound)
    content[start : start + PAGE] = b"\xff" * PAGE
    path.write_bytes(content)
    with closing(open_damaged(path)) as db:
        wrong = integrity(db)
    assert wrong
    assert not wrong.startswith("***")
    assert wrong != "ok"
