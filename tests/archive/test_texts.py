"""The texts that an archive keeps: in bundles, each as it was received."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from building import add
from generator import cables as generated
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.connection import connect
from cablereader.archive.packing import DamagedError, texts_in
from cablereader.archive.store import Archive
from cablereader.archive.texts import (
    PIECE,
    Texts,
    bundle_of,
    first_row,
    last_row,
    pieces_of,
)
from cablereader.model.frozen import replace
from cablereader.model.query import Query
from cablereader.model.raw import RawCable

RAWS = tuple(generated(60))


def kept(path: Path) -> dict[int, list[bool]]:
    """By bundle: which of its cables it has a text of."""
    with closing(connect(path)) as db:
        pieces: dict[int, bytes] = {}
        for row, piece in db.execute("SELECT * FROM piece ORDER BY number"):
            pieces[bundle_of(row)] = pieces.get(bundle_of(row), b"") + piece
    return {
        bundle: [bool(text) for text in texts_in(packed)]
        for bundle, packed in pieces.items()
    }


def read_back(path: Path) -> dict[str, tuple[RawCable, ...]]:
    with Archive(path) as archive:
        ids = [entry.cable_id for entry in archive.each(Query())]
        return {cable_id: archive.versions(cable_id) for cable_id in ids}


@given(
    st.integers(0, 1_000),
    st.integers(0, 5).map(lambda number: number * PIECE) | st.integers(0, 5 * PIECE),
)
def test_pieces_are_of_one_size_but_for_a_shorter_last(bundle: int, size: int) -> None:
    packed = Random(size).randbytes(size)
    rows = [*pieces_of(bundle, packed)]
    assert b"".join(piece for _, piece in rows) == packed
    assert [row for row, _ in rows] == [*range(first_row(bundle), rows[-1][0] + 1)]
    assert rows[-1][0] <= last_row(bundle) < first_row(bundle + 1)
    assert {bundle_of(row) for row, _ in rows} == {bundle}
    *full, last = (len(piece) for _, piece in rows)
    assert set(full) <= {PIECE}
    assert last < PIECE


def test_each_cable_is_read_as_it_was_received(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, RAWS)
    assert len(kept(path)) > 5
    assert read_back(path) == {raw.cable_id: (raw,) for raw in RAWS}


def test_of_a_bundle_only_what_is_new_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, RAWS[:40])
    before = kept(path)
    changed = replace(RAWS[30], body=f"{RAWS[30].body}\nOne line more.")
    batch = (*RAWS[20:30], changed, *RAWS[31:50])
    tally = add(path, batch)
    assert (tally.new, tally.changed, tally.known) == (10, 1, 19)
    assert sum(map(sum, kept(path).values())) == 51
    assert {bundle: kept(path)[bundle] for bundle in before} == before
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
        assert texts.of(0, 2)
        for bundle, position in ((0, 3), (0, -1), (7, 0)):
            with pytest.raises(DamagedError):
                texts.of(bundle, position)
        with pytest.raises(DamagedError):
            texts.at(12)
