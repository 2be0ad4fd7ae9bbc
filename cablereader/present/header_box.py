"""The header box: which cable this is, and what it says of itself.

Rows of pieces; a piece is a text and the role that gives it its look. Everything is
clean text on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import Final

from cablereader.model.cable import Cable
from cablereader.present.cut import cut
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line
from cablereader.present.wrap import wrap

NOT_STATED: Final = "not stated"
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
    yield _with_ending(Piece(_addressees(cable)), "", hint, width)


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


def full_rows(cable: Cable, width: int) -> Iterator[Row]:
    """All that the top box and the top of the body say, one labelled row a field."""
    yield from columns(
        (
            ("Reference", visible_line(cable.cable_id or NOT_STATED), Role.ID),
            ("Created", created(cable) or NOT_STATED, Role.VALUE),
            ("Released", _released(cable), Role.VALUE),
            ("Classification", classification(cable), Role.MARKING),
            ("Origin", visible_line(cable.origin or NOT_STATED), Role.VALUE),
        ),
        width,
    )
    for text in _wrapped(visible_line(cable.title or "no subject"), width):
        yield (Piece(text, Role.SUBJECT),)
    for label, value in _fields(cable):
        indent = len(label) + 1
        for number, text in enumerate(_wrapped(value, width - indent)):
            head = f"{label} " if number == 0 else " " * indent
            yield Piece(head, Role.LABEL), Piece(text)


def columns(cells: tuple[tuple[str, str, Role], ...], width: int) -> Iterator[Row]:
    """Labels over values in as many columns as fit, the rest in rows of their own."""
    taken = list(accumulate(max(len(cell[0]), len(cell[1])) + 2 for cell in cells))
    fitting = max(sum(size <= width + 2 for size in taken), 1)
    yield from _two_rows(cells[:fitting])
    for label, value, role in cells[fitting:]:
        yield Piece(f"{label} ", Role.LABEL), Piece(value, role)


def _two_rows(cells: tuple[tuple[str, str, Role], ...]) -> Iterator[Row]:
    sizes = [max(len(label), len(value)) + 2 for label, value, _ in cells]
    yield tuple(
        Piece(label.ljust(size), Role.LABEL)
        for (label, _, _), size in zip(cells, sizes, strict=True)
    )
    yield tuple(
        Piece(value.ljust(size), role)
        for (_, value, role), size in zip(cells, sizes, strict=True)
    )


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


def _released(cable: Cable) -> str:
    return f"{cable.released:%Y-%m-%d %H:%M}" if cable.released else NOT_STATED


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
        first = "partial extract: no addressees" if cable.partial else "To: not stated"
    else:
        others = len(header.action) + len(header.info) - 1
        first = f"To {visible_line(header.action[0].name)}"
        first += f" +{others}" if others else ""
    references = "  ".join(
        visible_line(f"{cited.label or ''} {cited.cable_id or cited.text}".strip())
        for cited in cable.references
    )
    return f"{first}   Ref {references}" if references else first


def _fields(cable: Cable) -> Iterator[tuple[str, str]]:
    order = cable.executive_order
    by = cable.classified_by
    named = (by.name, by.title) if by else ()
    fields = (
        ("Captions", ", ".join(cable.captions)),
        ("For", cable.attention),
        ("E.O.", order.text if order else None),
        ("TAGS", " ".join(cable.tags)),
        ("Classified by", ", ".join(part for part in named if part)),
        ("Reasons", " ".join(cable.reasons)),
        ("Signed", ", ".join(cable.signers)),
        *((f"Ref {cited.label or '-'}", cited.text) for cited in cable.references),
        *(("Article", article) for article in cable.articles),
    )
    for label, value in fields:
        if value:
            yield visible_line(label), visible_line(value)


def _wrapped(text: str, width: int) -> Iterator[str]:
    return (text[start:stop] for start, stop in wrap(text, width))
