"""One row of the full dump (format.md §7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.parse.grammar import row

COLUMNS: Final = 8


def read_row(
    fields: Sequence[str], *, path: str | None = None, line: int | None = None
) -> RawCable:
    """The raw cable of the eight columns of a row.

    Never raises: columns that are missing are empty.

    Args:
        fields: Running number, created, reference id, origin, classification,
            references joined by ``|``, header, body.
        path: The file that the row stands in.
        line: Where in that file the row begins, counted from 1.
    """
    filled = (*fields, *[""] * (COLUMNS - len(fields)))
    _, created, cable_id, origin, classification, references, header, body = filled[
        :COLUMNS
    ]
    return RawCable(
        source=Source("csv", path, line),
        cable_id=cable_id.strip() or None,
        created=_iso(created.strip()) or None,
        origin=origin.strip() or None,
        classification=classification.strip().upper() or None,
        references=tuple(filter(None, map(str.strip, references.split("|")))),
        header=header,
        body=body,
    )


def _iso(created: str) -> str:
    """``12/28/1966 8:48`` as ``1966-12-28 08:48``; other forms stay as they are."""
    match = row.DATE.match(created)
    if not match:
        return created[:16]
    year, month, day, hour, minute = match.group(
        "year", "month", "day", "hour", "minute"
    )
    return f"{year}-{month:0>2}-{day:0>2}" + (f" {hour:0>2}:{minute}" if hour else "")
