"""The header box in few rows: which cable this is.

Rows of pieces; a piece is a text and the role that gives it its look. Everything is
clean text on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from cablereader.model.cable import Cable
from cablereader.present.cut import cut
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

ROOM_FOR_WORDS: Final = 100
"""Cells; in a narrower row the longest classification is shortened."""


class Role(StrEnum):
    """What a piece of a row is; each has a look of its own."""

    LABEL = "label"
    VALUE = "value"
    ID = "id"
    SUBJECT = "subject"
    MARKING = "marking"
    """In the colour of the cable's classification."""


def short_rows(cable: Cable, width: int, hint: str = "") -> Iterator[Row]:
    """Three rows: identity; subject and TAGS; addressees and references.

    Args:
        cable: Any cable.
        width: Cells in a row; what is longer is cut.
        hint: What key shows the routing list; stands at the end of the last row.
    """
    released = f"rel {cable.released:%Y-%m-%d}" if cable.released else ""
    marking = classification(cable)
    if width < ROOM_FOR_WORDS:
        marking = marking.replace("FOR OFFICIAL USE ONLY", "FOUO")
    identity = (
        Piece(visible_line(cable.cable_id or "no reference id"), Role.ID),
        Piece(marking, Role.MARKING),
        Piece(visible_line(cable.origin or ""), Role.VALUE),
        Piece(created(cable), Role.VALUE),
        Piece(released, Role.LABEL),
    )
    yield spaced((piece for piece in identity if piece.text), width)
    tags = " ".join(visible_line(tag) for tag in cable.tags)
    ending = f"TAGS {tags}" if tags else ""
    articles = f"  [{len(cable.articles)} art.]" if cable.articles else ""
    title = visible_line(cable.title or "no subject")
    yield _with_ending(Piece(title, Role.SUBJECT), ending, articles, width)
    references = "  ".join(
        visible_line(f"{cited.label or ''} {cited.cable_id or cited.text}".strip())
        for cited in cable.references
    )
    others = f"   Ref {references}" if references else ""
    yield _with_ending(Piece(f"{_addressees(cable)}{others}"), "", hint, width)


def addressees_row(cable: Cable, width: int, hint: str) -> Row:
    """One row: to whom it went, with the key that shows the routing list."""
    return _with_ending(Piece(_addressees(cable)), "", hint, width)


def line_row(cable: Cable, width: int) -> Row:
    """One row: which cable this is, of which day, and what fits of its subject."""
    identity = (
        Piece(visible_line(cable.cable_id or "no reference id"), Role.ID),
        Piece(f"{cable.created:%Y-%m-%d}" if cable.created else "", Role.VALUE),
    )
    row = spaced((piece for piece in identity if piece.text), width)
    room = width - sum(len(piece.text) for piece in row) - 2
    subject = cut(visible_line(cable.title or "no subject"), room)
    return (*row, Piece("  "), Piece(subject, Role.SUBJECT)) if subject else row


def classification(cable: Cable) -> str:
    """The classification in words, as the archive shows it."""
    marking = cable.classification
    return visible_line(marking.text) if marking else "classification not stated"


def created(cable: Cable) -> str:
    """When it was created, to the minute, UTC; empty where nothing says so."""
    return f"{cable.created:%Y-%m-%d %H:%M}" if cable.created else ""


def spaced(pieces: Iterable[Piece], width: int) -> Row:
    """Pieces in a row with two blanks between them, as many as fit."""
    row: list[Piece] = []
    taken = 0
    for piece in pieces:
        taken += len(piece.text) + (2 if row else 0)
        if row and taken > width:
            break
        row += (Piece("  "), piece) if row else (piece,)
    return tuple(row)


def _with_ending(first: Piece, ending: str, last: str, width: int) -> Row:
    """A row with a text at its right end, which takes half of it at most.

    ``last`` ends it, and is never cut.
    """
    room = max(width // 2, width - len(first.text) - 2)
    ending = f"{cut(ending, room - len(last))}{last}"
    head = cut(first.text, width - len(ending) - 2)
    gap = " " * (width - len(head) - len(ending))
    return Piece(head, first.role), Piece(gap), Piece(ending, Role.LABEL)


def _addressees(cable: Cable) -> str:
    header = cable.header
    if not header.action:
        return "partial extract: no addressees" if cable.partial else "To: not stated"
    others = len(header.action) + len(header.info) - 1
    first = f"To {visible_line(header.action[0].name)}"
    return f"{first} +{others}" if others else first
