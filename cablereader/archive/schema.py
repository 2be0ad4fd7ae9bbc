"""The tables of an archive.

A cable's row number is its *place*: the day on which it was created, and a number on
that day. So the order of the rows is the order of time, which is the order of every
list that is not asked for another; a stretch of days is a stretch of rows; and the
newest cables with a word are the first that the index meets, however many there are.

The text is stored as received, packed with one of the dictionaries of the archive, and
cut into rows of ``piece``; ``raw.text`` is its number. All else is derived from it, by
the derivation that ``cable.derivation`` names. What was packed once is never written
again: the text of a cable that was superseded stays, as that of a ``former`` version.
Every dictionary is there twice.

Each place has so many rows in the index of passages that nine cables in ten need no
second one: the closer the numbers of rows, the fewer bytes a word costs. The further
places of a long cable are in the table ``further``. What stands above the text has an
index of its own, with a row a cable, since it is asked for by name only. What is looked
for most is in the first column of an index, where a word costs two bytes less than in
any other; there too, behind the text, are the terms of a passage's marking.

All indexes are contentless: they know words, not texts. What a superseded version of a
cable left in them stays, and is passed over by ``superseded``, because taking words out
of such an index needs the very text that was put in.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4361626C
"""``Cabl``, in the header of the file."""
VERSION: Final = 5
"""Of these tables; raised with every change to them."""
PASSAGE_BITS: Final = 5
"""A passage's row is a place of its cable, and a number in this many bits."""
INDEXES: Final = ("gist", "passage", "front")
"""Of words: of whole cables, of passages, of what stands above the text."""
LEAF: Final = 8_150
"""Bytes of an index that are read at once: four fill a page of the file."""
OPTIONS: Final = (
    ("hashsize", 67_108_864),
    ("automerge", 0),
    ("crisismerge", 1_999),
    ("pgsz", LEAF),
)
"""Of each index: what is written together is a segment, merged when all is there."""
TABLES: Final = (
    """
    CREATE TABLE cable (
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        canonical TEXT NOT NULL,
        number INTEGER,
        created INTEGER,
        released INTEGER,
        origin INTEGER,
        classification INTEGER,
        subject TEXT NOT NULL,
        tags TEXT NOT NULL,
        words INTEGER NOT NULL,
        paragraphs INTEGER NOT NULL,
        articles INTEGER NOT NULL,
        further INTEGER NOT NULL,
        versions INTEGER NOT NULL DEFAULT 1,
        import INTEGER NOT NULL,
        derivation INTEGER NOT NULL,
        text_digest INTEGER NOT NULL
    )
    """,
    "CREATE INDEX cable_canonical ON cable (canonical)",
    "CREATE INDEX cable_released ON cable (released)",
    "CREATE INDEX cable_number ON cable (number)",
    "CREATE INDEX cable_text_digest ON cable (text_digest)",
    """
    CREATE TABLE raw (
        place INTEGER PRIMARY KEY,
        digest BLOB NOT NULL,
        text INTEGER NOT NULL
    )
    """,
    "CREATE TABLE piece (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
    "CREATE TABLE dictionary (number INTEGER PRIMARY KEY, content BLOB NOT NULL)",
    "CREATE TABLE dictionary_copy (number INTEGER PRIMARY KEY, content BLOB NOT NULL)",
    """
    CREATE TABLE former (
        id TEXT NOT NULL,
        digest BLOB NOT NULL,
        released INTEGER,
        text INTEGER NOT NULL,
        PRIMARY KEY (id, digest)
    )
    """,
    "CREATE TABLE superseded (place INTEGER PRIMARY KEY)",
    "CREATE TABLE further (place INTEGER PRIMARY KEY, cable INTEGER NOT NULL)",
    "CREATE TABLE state (spill INTEGER NOT NULL)",
    "INSERT INTO state (spill) VALUES (0)",
    """
    CREATE TABLE origin (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        post TEXT,
        country TEXT,
        region TEXT
    )
    """,
    """
    CREATE TABLE classification (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE,
        level INTEGER NOT NULL,
        caveats TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE tag (code TEXT PRIMARY KEY) WITHOUT ROWID
    """,
    """
    CREATE TABLE citation (
        cited TEXT NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (cited, place)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX citation_place ON citation (place)",
    """
    CREATE TABLE source (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        cables INTEGER NOT NULL,
        last TEXT,
        done INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE import (
        number INTEGER PRIMARY KEY,
        started TEXT NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE gist USING fts5 (
        terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
    )
    """,
    """
    CREATE VIRTUAL TABLE passage USING fts5 (
        body, subject, refs, content = '', columnsize = 0, tokenize = 'ascii'
    )
    """,
    """
    CREATE VIRTUAL TABLE front USING fts5 (
        header, signed, classifiedby, reason, decl,
        content = '', columnsize = 0, tokenize = 'ascii'
    )
    """,
    *(
        f"INSERT INTO {index} ({index}, rank) VALUES ('{option}', {value})"
        for index in INDEXES
        for option, value in OPTIONS
    ),
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)
"""What makes a new archive, in order, in one transaction."""
TEMPORARY: Final = (
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.gist_term
    USING fts5vocab (main, gist, row)
    """,
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_word
    USING fts5vocab (main, passage, instance)
    """,
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.front_word
    USING fts5vocab (main, front, instance)
    """,
    "CREATE TEMP TABLE IF NOT EXISTS found (place INTEGER PRIMARY KEY)",
)
"""What every connection has for itself; nothing of it reaches the file."""
