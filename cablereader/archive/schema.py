"""The tables of an archive.

A cable's row number is its *place*: the day on which it was created, and a number on
that day. So the order of the rows is the order of time, which is the order of every
list that is not asked for another; a stretch of days is a stretch of rows; and the
newest cables with a word are the first that the index meets, however many there are.

The text is stored as received (table ``raw``); all else is derived from it, by the
derivation that ``cable.derivation`` names.

The texts of passages are in the first column of their index, where a word costs two
bytes less than in any other. Both indexes are contentless: they know words, not texts.
What a superseded version of a cable left in them stays, and is passed over by
``superseded``, because taking words out of such an index needs the very text that was
put in.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4361626C
"""``Cabl``, in the header of the file."""
VERSION: Final = 2
"""Of these tables; raised with every change to them."""
PARAGRAPH_BITS: Final = 10
"""A passage's row is the place of its cable, and its own number in this many bits."""
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
        strings BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE former (
        id TEXT NOT NULL,
        digest BLOB NOT NULL,
        released INTEGER,
        strings BLOB NOT NULL,
        PRIMARY KEY (id, digest)
    )
    """,
    "CREATE TABLE superseded (place INTEGER PRIMARY KEY)",
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
        body, marking, subject, refs, header, signed, classifiedby, reason, decl,
        content = '', columnsize = 0, tokenize = 'ascii'
    )
    """,
    "INSERT INTO gist (gist, rank) VALUES ('hashsize', 67108864)",
    "INSERT INTO gist (gist, rank) VALUES ('automerge', 0)",
    "INSERT INTO gist (gist, rank) VALUES ('crisismerge', 1999)",
    "INSERT INTO passage (passage, rank) VALUES ('hashsize', 67108864)",
    "INSERT INTO passage (passage, rank) VALUES ('automerge', 0)",
    "INSERT INTO passage (passage, rank) VALUES ('crisismerge', 1999)",
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
    "CREATE TEMP TABLE IF NOT EXISTS found (place INTEGER PRIMARY KEY)",
)
"""What every connection has for itself; nothing of it reaches the file."""
