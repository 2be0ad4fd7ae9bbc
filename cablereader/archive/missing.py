"""Which of some cables an archive does not have, asked at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from json import dumps
from typing import Final

HAVING: Final = """
    SELECT canonical FROM cable WHERE canonical IN (SELECT value FROM json_each(?))
"""


def missing(db: sqlite3.Connection, cable_ids: Iterable[str]) -> frozenset[str]:
    """Those of some canonical reference ids that no cable has."""
    wanted = frozenset(cable_ids)
    rows = db.execute(HAVING, (dumps(sorted(wanted)),))
    return wanted.difference(canonical for (canonical,) in rows)
