"""Text that is cut where there is no room for it, with a sign that it was."""

from __future__ import annotations

from typing import Final

from cablereader.present.piece import Piece, Row

LEAST_PATH: Final = 12
"""Cells of a path that is still told from others when it is cut."""


def cut(text: str, width: int) -> str:
    """Text in at most ``width`` cells; what is cut ends in an ellipsis.

    Args:
        text: Clean text on one line.
        width: In cells; wide characters count two.
    """
    if text.isascii():
        if len(text) <= width:
            return text
        return f"{text[: max(width - 1, 0)].rstrip()}…" if width > 0 else ""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415  # slow to load

    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, max(width - 1, 0)).rstrip()}…" if width > 0 else ""


def cut_row(row: Row, width: int) -> Row:
    """A row in at most ``width`` cells; what is cut ends in an ellipsis.

    Blanks at its end may be lost without a sign.
    """
    if cells_of("".join(piece.text for piece in row).rstrip()) <= width:
        return row
    pieces: list[Piece] = []
    for piece in row:
        cells = cells_of(piece.text)
        if cells >= width:
            text = cut(f"{piece.text} …", width)
            return (*pieces, Piece(text, piece.role))
        pieces.append(piece)
        width -= cells
    return row


def cut_before(text: str, width: int) -> str:
    """The end of a text in at most ``width`` cells, behind an ellipsis if it is cut.

    Args:
        text: Clean text on one line.
        width: In cells; wide characters count two.
    """
    if cells_of(text) <= width:
        return text
    while text and cells_of(text) >= width:
        text = text[1:]
    return f"…{text}" if width > 0 else ""


def cut_within(text: str, width: int) -> str:
    """Both ends of a text in at most ``width`` cells, an ellipsis between them.

    Args:
        text: Clean text on one line.
        width: In cells; wide characters count two.
    """
    if cells_of(text) <= width:
        return text
    end = cut_before(text, width // 2)
    return f"{cut(text, width - cells_of(end) + 1)[:-1]}{end}" if width > 1 else end


def cut_at_paths(text: str, width: int) -> str:
    """A message in at most ``width`` cells; paths in it are cut first, in the middle.

    Args:
        text: Clean text on one line.
        width: In cells; wide characters count two.
    """
    path = max((word for word in text.split(" ") if "/" in word), key=len, default="")
    room = cells_of(path) - max(cells_of(text) - width, 0)
    if path and room >= LEAST_PATH:
        text = text.replace(path, cut_within(path, room), 1)
    return cut(text, width)


def cells_of(text: str) -> int:
    """How many cells clean text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  # slow to load

    return cell_len(text)
