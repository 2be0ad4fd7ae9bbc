"""Archives for tests, made of raw cables."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from cablereader.archive.connection import connect, connect_to_write
from cablereader.archive.importing.derive import Derived, derive
from cablereader.archive.importing.writing import Tally, Writer, transaction
from cablereader.archive.schema import PASSAGE_BITS
from cablereader.archive.texts import Texts
from cablereader.model.raw import RawCable


def add(path: Path, raws: Iterable[RawCable]) -> Tally:
    """Add cables to an archive in one batch, without the importer around it."""
    db = connect_to_write(path)
    with transaction(db):
        cursor = db.execute("INSERT INTO import (started) VALUES ('now')")
        tally = Writer(db, int(cursor.lastrowid or 0)).add([*map(derived, raws)])
    db.close()
    return tally


def derived(raw: RawCable) -> Derived:
    """What is derived of a cable that has an id."""
    made = derive(raw)
    assert made is not None
    return made


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an archive says, without how it came to say it."""
    with closing(connect(path)) as db:
        texts = Texts(db)
        db.create_function("kept", 1, texts.at)
        db.execute(
            "CREATE VIRTUAL TABLE temp.gist_place"
            " USING fts5vocab (main, gist, instance)"
        )
        return {name: db.execute(select).fetchall() for name, select in CONTENT.items()}


NAMED = """
    SELECT cable.id, canonical, cable.number, created, released, origin.name,
        classification.text, subject, tags, words, paragraphs, articles, versions,
        text_digest, raw.digest, kept(raw.place)
    FROM cable JOIN raw USING (place)
    LEFT JOIN origin ON origin.number = cable.origin
    LEFT JOIN classification ON classification.number = cable.classification
    ORDER BY cable.id
"""
CONTENT = {
    "cables": NAMED,
    "former": "SELECT id, digest, released FROM former ORDER BY id, digest",
    "tags": "SELECT code FROM tag ORDER BY 1",
    "citations": "SELECT cable.id, cited FROM citation JOIN cable USING (place)"
    " ORDER BY 1, 2",
    "gist": "SELECT cable.id, term FROM gist_place JOIN cable ON doc = place"
    " ORDER BY 1, 2",
    "passages": f"SELECT cable.id, doc - (place << {PASSAGE_BITS}), col, offset, term"
    f" FROM passage_word JOIN cable ON doc >> {PASSAGE_BITS} BETWEEN place"
    " AND place + further ORDER BY 1, 2, 3, 4, 5",
    "fronts": "SELECT cable.id, col, offset, term"
    " FROM front_word JOIN cable ON place = doc"
    " ORDER BY 1, 2, 3, 4",
}
