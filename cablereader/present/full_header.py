"""The header box in full: all that the top box and the top of the body say.

Short fields share a row; a long one has rows of its own. What readers look for stands
before what is mostly long, so that a low box shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import Final, TypeAlias

from cablereader.model.cable import Cable
from cablereader.present.header_box import (
    Role,
    addressees_row,
    classification,
    created,
)
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line
from cablereader.present.wrap import wrap

NOT_STATED: Final = "not stated"
GAP: Final = 3
"""Cells between two fields of a row."""
COLUMN_GAP: Final = 2
"""Cells between two columns, whose values stand under their labels."""

Column: TypeAlias = tuple[str, str, Role]
"""Label, value, and what the value is."""
Field: TypeAlias = tuple[str, tuple[str, ...], Role]
"""Label, values of which each stays whole, and what they are."""


def full_rows(cable: Cable, width: int, hint: str = "") -> Iterator[Row]:
    """Rows of the box: its columns, the subject, and every field that is stated.

    Args:
        cable: Any cable.
        width: Cells in a row.
        hint: What key shows the routing list, where it is not in sight; then the last
            row says to whom the cable went.
    """
    top = (
        ("Reference", visible_line(cable.cable_id or NOT_STATED), Role.ID),
        ("Created", created(cable) or NOT_STATED, Role.VALUE),
        ("Released", _released(cable), Role.VALUE),
        ("Classification", classification(cable), Role.MARKING),
        ("Origin", visible_line(cable.origin or NOT_STATED), Role.VALUE),
    )
    sizes = accumulate(
        max(len(label), len(value)) + COLUMN_GAP for label, value, _ in top
    )
    fitting = max(sum(size <= width + COLUMN_GAP for size in sizes), 1)
    yield from _columns(top[:fitting])
    rest = ((label, (value,), role) for label, value, role in top[fitting:])
    yield from _flowed(rest, width)
    for text in _wrapped(visible_line(cable.title or "no subject"), width):
        yield (Piece(text, Role.SUBJECT),)
    yield from _flowed(_fields(cable), width)
    if hint:
        yield addressees_row(cable, width, hint)


def _columns(fields: Sequence[Column]) -> Iterator[Row]:
    """Two rows: the labels, and each value under its label."""
    sizes = [max(len(label), len(value)) + COLUMN_GAP for label, value, _ in fields]
    yield tuple(
        Piece(label.ljust(size), Role.LABEL)
        for (label, _, _), size in zip(fields, sizes, strict=True)
    )
    yield tuple(
        Piece(value.ljust(size), role)
        for (_, value, role), size in zip(fields, sizes, strict=True)
    )


def _flowed(fields: Iterable[Field], width: int) -> Iterator[Row]:
    """Fields one behind the other, as many in a row as fit, no short value divided."""
    row: Row = ()
    for label, values, role in fields:
        together = " " * GAP + f"{label} " + (" " * GAP).join(values)
        if row and _cells(row) + len(together) > width:
            yield row
            row = ()
        for head, value in zip(chain((f"{label} ",), repeat("")), values, strict=False):
            if row and _cells(row) + GAP + len(head) + len(value) > width:
                yield row
                row = ()
            *whole, row = _followed(row, head, value, role, width)
            yield from whole
    if row:
        yield row


def _followed(row: Row, head: str, value: str, role: Role, width: int) -> Iterator[Row]:
    """A row with a value behind it that fits; or without a row, the value's rows."""
    if row:
        yield (*row, Piece(" " * GAP), Piece(head, Role.LABEL), Piece(value, role))
        return
    for text in _wrapped(value, width - len(head)):
        yield Piece(head, Role.LABEL), Piece(text, role)
        head = " " * len(head)


def _cells(row: Row) -> int:
    return sum(len(piece.text) for piece in row)


def _fields(cable: Cable) -> Iterator[Field]:
    """What a cable states of itself; what it leaves out has no field."""
    order = cable.executive_order
    by = cable.classified_by
    named = (by.name, by.title) if by else ()
    references = (f"{cited.label or ''} {cited.text}" for cited in cable.references)
    stated: tuple[tuple[str, Iterable[str]], ...] = (
        ("Captions", (", ".join(cable.captions),)),
        ("TAGS", (" ".join(cable.tags),)),
        ("E.O.", (order.text.removeprefix("E.O.") if order else "",)),
        ("Classified by", (", ".join(part for part in named if part),)),
        ("Reasons", (" ".join(cable.reasons),)),
        ("Signed", (", ".join(cable.signers),)),
        ("Ref", references),
        ("For", (cable.attention or "",)),
        ("Article", cable.articles),
    )
    for label, values in stated:
        written = tuple(visible_line(value).strip() for value in values if value)
        if any(written):
            yield label, written, Role.VALUE


def _released(cable: Cable) -> str:
    return f"{cable.released:%Y-%m-%d %H:%M}" if cable.released else NOT_STATED


def _wrapped(text: str, width: int) -> Iterator[str]:
    return (text[start:stop] for start, stop in wrap(text, width))
