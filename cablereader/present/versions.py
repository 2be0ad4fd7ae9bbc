"""The versions of one cable, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import Final

from cablereader.model.counted import counted
from cablereader.model.raw import RawCable
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

LOOKS: Final = {"+": "key", "-": "label", "@": "label"}
"""Of the lines of a comparison, by their first sign."""
AROUND: Final = 1
"""Equal lines that are shown beside what differs."""


def version_row(version: RawCable, *, current: bool) -> Row:
    """When it was released, of what sort, how long, how often named, of which file."""
    articles = counted(len(version.articles), "article")
    file = (version.source.path or "").rpartition("/")[2]
    return (
        Piece(f"{visible_line(version.released or 'not released'):<18} ", "key"),
        Piece(f"{version.kind:<14} ", "label"),
        Piece(f"{len(version.body):>9,} characters  {articles:<11} ", "value"),
        Piece(f"{'shown' if current else '':<5}  ", "key"),
        Piece(visible_line(file), "label"),
    )


def differences(old: RawCable, new: RawCable) -> Iterator[Row]:
    """What another version has that this one has not, and the other way round."""
    fields = (
        ("released", old.released, new.released),
        ("classification", old.classification, new.classification),
        ("articles", " ".join(old.articles), " ".join(new.articles)),
        ("header", old.header, new.header),
    )
    for name, before, after in fields:
        if before != after:
            yield Piece(f"-{name}: ", "label"), Piece(visible_line(before or "-"))
            yield Piece(f"+{name}: ", "key"), Piece(visible_line(after or "-"))
    lines = (old.body.split("\n"), new.body.split("\n"))
    for line in list(unified_diff(*lines, lineterm="", n=AROUND))[2:]:
        yield (Piece(visible_line(line), LOOKS.get(line[:1], "value")),)
