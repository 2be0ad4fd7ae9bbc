"""An import that kills itself at a statement of SQL.

``python killed_import.py DUMP ARCHIVE NUMBER`` prints how many statements there were,
where it came so far.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from itertools import count
from pathlib import Path

from cablereader.archive.connection import connect_to_write
from cablereader.archive.importing import ingest, text_writer


def main(dump: str, archive: str, last: str) -> None:
    """Import in batches of eight, and be dead after so many statements.

    Each second batch trains a dictionary.
    """
    statements = count(1)

    def note(_statement: str) -> None:
        if next(statements) == int(last):
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(path: Path) -> sqlite3.Connection:
        db = connect_to_write(path)
        db.set_trace_callback(note)
        return db

    vars(ingest)["connect_to_write"] = connect
    vars(text_writer).update(STRETCH=16, FEWEST=8)
    how = ingest.Import(
        report=print, progress=lambda _: None, stop=lambda: False, batch=2, large=0
    )
    ingest.import_paths(Path(archive), [dump], how)
    sys.stdout.write(str(next(statements) - 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
