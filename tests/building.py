"""Archives for tests, made of raw cables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cablereader.archive.connection import connect_to_write
from cablereader.archive.derive import Derived, derive
from cablereader.archive.writing import Tally, Writer, transaction
from cablereader.model.raw import RawCable


def add(path: Path, raws: Iterable[RawCable]) -> Tally:
    """Add cables to an archive in one batch, without the importer around it."""
    db = connect_to_write(path)
    with transaction(db):
        cursor = db.execute("INSERT INTO import (started) VALUES ('now')")
        tally = Writer(db, int(cursor.lastrowid or 0)).add(map(derived, raws))
    db.close()
    return tally


def derived(raw: RawCable) -> Derived:
    """What is derived of a cable that has an id."""
    made = derive(raw)
    assert made is not None
    return made
