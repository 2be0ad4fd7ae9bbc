"""One of several sessions that change the same notebook at the same time.

``python busy_notebook.py FILE NUMBER CHANGES``: so many changes, some of them of cables
that the other sessions change too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from triaging import do

from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ, STARRED, labelled, noted

SHARED: Final = "08OSLO9044"


def main(path: str, session: str, changes: str) -> None:
    """Make the changes: read, star, label and note in turn; take back every tenth."""
    with TriageFile(Path(path)) as file:
        file.db.execute("PRAGMA synchronous = OFF")
        for change in range(int(changes)):
            own = f"09OSLO{int(session) * 100_000 + change}"
            moves = (
                READ,
                STARRED,
                labelled(f"of{session}"),
                noted(f"{session}.{change}"),
            )
            do(file, moves[change % 4], [own])
            if change % 100 == 7:
                do(file, labelled(f"{session}.{change}"), [SHARED])
                note = file.of([SHARED])[SHARED].note
                do(file, noted(f"{note}({session}.{change})"), [SHARED])
            if change % 10 == 9:
                do(file, labelled("for a moment"), [own])
                file.undo()


if __name__ == "__main__":
    main(*sys.argv[1:])
