"""Merging the indexes: each batch leaves a segment, and a search asks all of them."""

from __future__ import annotations

import sqlite3
from typing import Final

from cablereader.archive.importing.derivation import Stop
from cablereader.archive.importing.writing import transaction
from cablereader.archive.schema import INDEXES

MOST_SEGMENTS: Final = 16
"""With which an index is left as it is."""
GIVEN_BACK: Final = 500
"""Pages of the file, which are larger, given back to the disk in one step."""
PAGES: Final = 4000
"""Written in one step, so that readers get in between and an end is soon."""


def merge_indexes(db: sqlite3.Connection, stop: Stop) -> None:
    """Make one segment of many; may be ended at any time, and does no harm then."""
    for index in INDEXES:
        if _segments(db, index) > MOST_SEGMENTS:
            _merge(db, index, stop)
    while not stop() and _free_pages(db):
        # A script, since a statement would end with the first page.
        db.executescript(f"PRAGMA incremental_vacuum({GIVEN_BACK})")


def _merge(db: sqlite3.Connection, index: str, stop: Stop) -> None:
    pages = -PAGES  # the sign says: all segments into one
    while not stop():
        before = db.total_changes
        with transaction(db):
            db.execute(
                f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (pages,)
            )
        if db.total_changes - before < 2:
            return
        pages = PAGES


def _free_pages(db: sqlite3.Connection) -> int:
    (pages,) = db.execute("PRAGMA freelist_count").fetchone()
    return int(pages)


def _segments(db: sqlite3.Connection, index: str) -> int:
    (segments,) = db.execute(
        f"SELECT count(DISTINCT segid) FROM {index}_idx"
    ).fetchone()
    return int(segments)
