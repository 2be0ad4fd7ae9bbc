"""Where the reader is: positions in cables and lists, jumps, notes half written.

None of it is a step: what is only a view is not taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.library.notebook.draft import Draft, drop_draft, left_drafts
from cablereader.library.notebook.notebook_file import NotebookFile
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.position import Position
from cablereader.parse.cable_id import canonical_id

STOPS: Final = 1_000
"""Lists of which it is remembered where they were left."""
KEEP_POSITION: Final = (
    "INSERT OR REPLACE INTO position (id, paragraph, share) VALUES (?, ?, ?)"
)
KEEP_STOP: Final = """
    INSERT OR REPLACE INTO stop (query, id, number)
    SELECT ?, ?, coalesce(max(number), 0) + 1 FROM stop
"""
FORGET_STOPS: Final = (
    "DELETE FROM stop WHERE number <= (SELECT max(number) FROM stop) - ?"
)


class Whereabouts:
    """The places that a notebook remembers."""

    def __init__(self, file: NotebookFile) -> None:
        """Those of the notebook in a file."""
        self._file = file

    def position_of(self, cable_id: str) -> Position | None:
        """Where the reader stopped in a cable."""
        row = self._file.row(
            "SELECT paragraph, share FROM position WHERE id = ?", canonical_id(cable_id)
        )
        return Position(*row) if row else None

    def keep_position(self, cable_id: str, position: Position) -> None:
        """Remember where the reader stopped in a cable."""
        row = (canonical_id(cable_id), position.paragraph, position.share)
        self._file.note((KEEP_POSITION, [row]))

    def stop_of(self, query: str) -> str | None:
        """The cable at which the reader left the list of a query."""
        row = self._file.row("SELECT id FROM stop WHERE query = ?", query)
        return row[0] if row else None

    def last_stop(self) -> tuple[str, str] | None:
        """The list that was left last, as its query, and the cable at which."""
        row = self._file.row("SELECT query, id FROM stop ORDER BY number DESC LIMIT 1")
        return (row[0], row[1]) if row else None

    def keep_stop(self, query: str, cable_id: str) -> None:
        """Remember at which cable the list of a query is left."""
        self._file.note((KEEP_STOP, [(query, cable_id)]), (FORGET_STOPS, [(STOPS,)]))

    def jumps(self) -> tuple[ParagraphRef, ...]:
        """The jump list of the last session, oldest first."""
        rows = self._file.rows("SELECT id, paragraph FROM jump ORDER BY number")
        return tuple(ParagraphRef(*row) for row in rows)

    def keep_jumps(self, jumps: Sequence[ParagraphRef]) -> None:
        """Remember a jump list in the place of the last one."""
        rows = [(jump.cable_id, jump.label) for jump in jumps]
        self._file.note(
            ("DELETE FROM jump", [()]),
            ("INSERT INTO jump (id, paragraph) VALUES (?, ?)", rows),
        )

    def left_drafts(self) -> tuple[Draft, ...]:
        """The notes that were being typed when other sessions ended."""
        return left_drafts(self._file.db, self._file.path)

    def take_draft(self, of: str) -> str | None:
        """What was typed of a note when a session ended; it is the taker's now.

        Args:
            of: What the note is on, as `Draft.of`.
        """
        for draft in self.left_drafts():
            if draft.of == of:
                self.drop_draft(draft)
                return draft.text
        return None

    def drop_draft(self, draft: Draft) -> None:
        """Take a draft away, the reader having seen it."""
        with self._file.writing():
            drop_draft(self._file.db, self._file.path, draft)
