"""The versions of one cable, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import Final

from cablereader.model.counted import counted
from cablereader.model.raw import RawCable
from cablereader.present.cut import cells_of, cut_within
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

LOOKS: Final = {"+": "key", "-": "label", "@": "label"}
"""Of the lines of a comparison, by their first sign."""
WIDE: Final = 100
"""Cells of a row with room for all that is said of a version."""
SHORTEST: Final = 8
"""Cells that the name of a file has in any case."""
AROUND: Final = 1
"""Equal lines that are shown beside what differs."""


def version_row(version: RawCable, width: int, *, current: bool) -> Row:
    """When it was released, of what sort, how long, how often named, of which file.

    Args:
        version: Of a cable.
        width: Of the row, in cells; a narrow one says nothing of articles.
        current: Whether it is the version that is shown.
    """
    articles = counted(len(version.articles), "article") if width >= WIDE else ""
    row = (
        Piece(f"{_released(version):<16}  ", "key"),
        Piece(f"{version.kind:<14} ", "label"),
        Piece(f"{len(version.body):>7,} characters  ", "value"),
        *([Piece(f"{articles:<11}  ", "value")] if articles else ()),
        Piece(f"{'shown' if current else '':<5}  ", "key"),
    )
    room = width - sum(cells_of(piece.text) for piece in row)
    return (*row, Piece(cut_within(_file(version), max(room, SHORTEST)), "label"))


def _released(version: RawCable) -> str:
    return visible_line(version.released or "not released")


def _file(version: RawCable) -> str:
    return visible_line((version.source.path or "").rpartition("/")[2])


def differences(other: RawCable, shown: RawCable) -> Iterator[Row]:
    """What another version has that the shown one has not, and the other way round.

    As ``diff`` does, the first two rows say which is which.
    """
    for sign, version, role in (("---", other, ""), ("+++", shown, "shown")):
        names = (version.kind, _released(version), _file(version), role)
        yield (Piece(f"{sign} {', '.join(filter(None, names))}", LOOKS[sign[0]]),)
    yield ()
    fields = (
        ("released", other.released, shown.released),
        ("classification", other.classification, shown.classification),
        ("articles", " ".join(other.articles), " ".join(shown.articles)),
        ("header", other.header, shown.header),
    )
    for name, before, after in fields:
        if before != after:
            yield Piece(f"-{name}: ", "label"), Piece(visible_line(before or "-"))
            yield Piece(f"+{name}: ", "key"), Piece(visible_line(after or "-"))
    lines = (other.body.split("\n"), shown.body.split("\n"))
    for line in list(unified_diff(*lines, lineterm="", n=AROUND))[2:]:
        yield (Piece(visible_line(line), LOOKS.get(line[:1], "value")),)
