"""The name of the group that a cable is in, where a list has groups."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from cablereader.model.entry import Entry

FORMS: Final = {"year": "%Y", "month": "%Y-%m", "released": "%Y-%m-%d"}
NONE: Final = "none"
"""Where a cable has nothing of the kind."""


def group_name(entry: Entry, key: str) -> str:
    """What a cable has in common with its group; of TAGS, the first.

    Args:
        entry: The cable.
        key: One of `cablereader.model.query_field.GROUP_KEYS`.
    """
    match key:
        case "origin":
            return entry.origin or NONE
        case "class":
            return entry.classification.text if entry.classification else NONE
        case "tag":
            return entry.tags[0] if entry.tags else NONE
        case "released":
            return _time(entry.released, key)
        case _:
            return _time(entry.created, key)


def _time(time: datetime | None, key: str) -> str:
    return format(time, FORMS[key]) if time else NONE
