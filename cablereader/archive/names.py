"""Names that many cables share, kept once and counted by their numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from cablereader.model.classification import Marking


class Names:
    """Numbers of the origins, classifications and TAGS of an archive, new ones made."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._origins: dict[str, int] = dict(
            db.execute("SELECT name, number FROM origin")
        )
        self._classes: dict[str, int] = dict(
            db.execute("SELECT text, number FROM classification")
        )
        self._tags: set[str] = {code for (code,) in db.execute("SELECT code FROM tag")}

    def origin(self, name: str | None) -> int | None:
        """The number of an origin."""
        if name is None:
            return None
        if name not in self._origins:
            self._origins[name] = self._added(
                "INSERT INTO origin (name) VALUES (?)", name
            )
        return self._origins[name]

    def classification(self, marking: Marking | None) -> int | None:
        """The number of a classification."""
        if marking is None:
            return None
        if marking.text not in self._classes:
            self._classes[marking.text] = self._added(
                "INSERT INTO classification (text, level, caveats) VALUES (?, ?, ?)",
                marking.text,
                int(marking.level),
                "\n".join(marking.caveats),
            )
        return self._classes[marking.text]

    def note_tags(self, codes: Iterable[str]) -> None:
        """Know that there are such TAGS."""
        new = set(codes) - self._tags
        if new:
            self._tags |= new
            self._db.executemany(
                "INSERT INTO tag (code) VALUES (?)", ((code,) for code in sorted(new))
            )

    def _added(self, statement: str, *values: str | int) -> int:
        return int(self._db.execute(statement, values).lastrowid or 0)
