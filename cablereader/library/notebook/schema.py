"""The tables of the notebook: one for each aspect of a cable, and the history.

A row stands for a value, none for that of an untouched cable: so an empty notebook is
one in which every cable is unread, however many there are. Cables are named by their
canonical reference ids, never by row numbers of an archive, which others may import
anew. Times are shown, and never compared: clocks jump.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4361626E
"""``Cabn``, in the header of the file."""
VERSION: Final = 1
"""Of these tables; raised with every change to them that others could not read."""
UNREAD_AGAIN: Final = "unread_again"
"""The table whose only number is another one whenever a cable became unread again."""
LATER: Final = (
    "CREATE TABLE unread_again (number INTEGER NOT NULL)",
    "INSERT INTO unread_again VALUES (random())",
    """
    CREATE TRIGGER state_deleted AFTER DELETE ON state BEGIN
        UPDATE unread_again SET number = random();
    END
    """,
)
"""What notebooks that were made before get when they are opened to be written."""
TABLES: Final = (
    """
    CREATE TABLE state (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        since TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX state_by_state ON state (state)",
    "CREATE TABLE star (id TEXT PRIMARY KEY) WITHOUT ROWID",
    """
    CREATE TABLE label (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (id, name)
    )
    """,
    "CREATE INDEX label_by_name ON label (name, id)",
    "CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL)",
    """
    CREATE TABLE search (
        name TEXT PRIMARY KEY,
        letter TEXT NOT NULL,
        query TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE step (
        number INTEGER PRIMARY KEY,
        session TEXT NOT NULL,
        sentence TEXT NOT NULL,
        changes BLOB NOT NULL,
        undone INTEGER
    )
    """,
    "CREATE INDEX step_by_session ON step (session, number)",
    "CREATE INDEX step_undone ON step (undone) WHERE undone IS NOT NULL",
    """
    CREATE TABLE position (
        id TEXT PRIMARY KEY,
        paragraph TEXT NOT NULL,
        share REAL NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE stop (
        query TEXT PRIMARY KEY,
        id TEXT NOT NULL,
        number INTEGER NOT NULL
    )
    """,
    "CREATE TABLE jump (number INTEGER PRIMARY KEY, id TEXT NOT NULL, paragraph TEXT)",
    """
    CREATE TABLE draft (
        owner TEXT NOT NULL,
        of TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (owner, of)
    )
    """,
    *LATER,
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)
"""What makes a new notebook, in order, in one transaction."""
