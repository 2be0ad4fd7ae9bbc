"""The texts that an archive keeps: each as it was received, whatever packed it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from building import add
from generator import cables as generated
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.connection import connect
from cablereader.archive.damage import DamagedError
from cablereader.archive.dictionaries import COPIES
from cablereader.archive.importing import text_writer
from cablereader.archive.packing import dictionary_of
from cablereader.archive.store import Archive
from cablereader.archive.texts import (
    PIECE,
    Texts,
    first_row,
    last_row,
    number_of,
    pieces_of,
)
from cablereader.errors import ArchiveError
from cablereader.model.frozen import replace
from cablereader.model.query import Query
from cablereader.model.raw import RawCable

RAWS = tuple(generated(60))
MANY = tuple(generated(200))


def kept(path: Path) -> list[int]:
    """By number of the text: that of its dictionary."""
    with closing(connect(path)) as db:
        rows = db.execute("SELECT number, bytes FROM piece ORDER BY number").fetchall()
    firsts = [(row, piece) for row, piece in rows if row == first_row(number_of(row))]
    assert [number_of(row) for row, _ in firsts] == [*range(len(firsts))]
    return [dictionary_of(piece) for _, piece in firsts]


def read_back(path: Path) -> dict[str, tuple[RawCable, ...]]:
    with Archive(path) as archive:
        ids = [entry.cable_id for entry in archive.each(Query())]
        return {cable_id: archive.versions(cable_id) for cable_id in ids}


def damage(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"UPDATE {table} SET content = zeroblob(length(content))")


@given(
    st.integers(0, 1_000),
    st.integers(0, 5).map(lambda number: number * PIECE) | st.integers(0, 5 * PIECE),
)
def test_pieces_are_of_one_size_but_for_a_shorter_last(number: int, size: int) -> None:
    packed = Random(size).randbytes(size)
    rows = [*pieces_of(number, packed)]
    assert b"".join(piece for _, piece in rows) == packed
    assert [row for row, _ in rows] == [*range(first_row(number), rows[-1][0] + 1)]
    assert rows[-1][0] <= last_row(number) < first_row(number + 1)
    assert {number_of(row) for row, _ in rows} == {number}
    *full, last = (len(piece) for _, piece in rows)
    assert set(full) <= {PIECE}
    assert last < PIECE


def test_few_cables_are_packed_with_the_dictionary_of_the_program(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.db"
    add(path, RAWS)
    assert kept(path) == [0] * 60
    assert read_back(path) == {raw.cable_id: (raw,) for raw in RAWS}


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_writer, "STRETCH", 80)
    monkeypatch.setattr(text_writer, "FEWEST", 80)


@pytest.mark.usefixtures("short_stretches")
def test_each_stretch_of_many_cables_has_a_dictionary_of_its_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.db"
    for batch in (MANY[:80], MANY[80:160], MANY[160:]):
        add(path, batch)
    assert kept(path) == [1] * 80 + [2] * 80 + [2] * 40
    assert read_back(path) == {raw.cable_id: (raw,) for raw in MANY}


def test_what_is_known_is_not_kept_again(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, RAWS[:40])
    changed = replace(RAWS[30], body=f"{RAWS[30].body}\nOne line more.")
    tally = add(path, (*RAWS[20:30], changed, *RAWS[31:50]))
    assert (tally.new, tally.changed, tally.known) == (10, 1, 19)
    assert len(kept(path)) == 51
    again = read_back(path)
    assert again.pop(RAWS[30].cable_id or "") == (changed, RAWS[30])
    rest = (*RAWS[:30], *RAWS[31:50])
    assert again == {raw.cable_id: (raw,) for raw in rest}


def test_versions_that_come_together_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    first = RAWS[3]
    longer = replace(first, body=f"{first.body}\nOne line more, and another.")
    shorter = replace(first, body=f"{first.body}\nOne line.")
    tally = add(path, (RAWS[2], first, longer, shorter, RAWS[4], first))
    assert (tally.new, tally.changed, tally.known) == (3, 2, 1)
    current, *formers = read_back(path)[first.cable_id or ""]
    assert current == longer
    assert sorted(formers, key=lambda raw: len(raw.body)) == [first, shorter]


def test_a_text_that_is_not_there_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, RAWS[:3])
    with closing(connect(path)) as db:
        texts = Texts(db)
        assert texts.numbered(2)
        for number in (3, 7):
            with pytest.raises(DamagedError):
                texts.numbered(number)
        with pytest.raises(DamagedError):
            texts.at(12)


@pytest.mark.usefixtures("short_stretches")
@pytest.mark.parametrize("table", COPIES)
def test_one_copy_of_a_dictionary_is_enough(tmp_path: Path, table: str) -> None:
    path = tmp_path / "archive.db"
    add(path, MANY)
    damage(path, table)
    assert read_back(path) == {raw.cable_id: (raw,) for raw in MANY}
    with pytest.raises(DamagedError, match="the dictionary 1 is damaged"):
        add(path, RAWS)  # which would be read with that copy only


@pytest.mark.usefixtures("short_stretches")
def test_without_its_dictionary_no_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, MANY)
    for table in COPIES:
        damage(path, table)
    with pytest.raises(ArchiveError, match="a dictionary cannot be read"):
        read_back(path)
