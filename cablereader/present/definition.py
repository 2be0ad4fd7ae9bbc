"""What something means, beside it: two columns, of which the second is wrapped."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.present.piece import Piece, Row
from cablereader.present.wrap import wrap


def defined(head: str, text: str, indent: int, width: int) -> Iterator[Row]:
    """The rows of a text with its head before the first of them.

    Roles: ``key`` for the head and the blanks under it, ``value`` for the text.

    Args:
        head: Clean text on one line.
        text: Clean text.
        indent: Cells before the text.
        width: Cells of a row.
    """
    for start, stop in wrap(text, width - indent):
        yield Piece(f"{head:<{indent}}", "key"), Piece(text[start:stop], "value")
        head = ""
