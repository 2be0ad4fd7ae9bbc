"""A whole cable on paper: top box, header box, body with a gutter, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.present.body import BodyLine, LineKind, lay_out
from cablereader.present.full_header import full_rows
from cablereader.present.gutter import letters_and_number
from cablereader.present.piece import Piece, Row
from cablereader.present.routing import RoutingRow, routing_rows

GUTTER: Final = 8
"""Cells left of the text: marking, number, and a line between."""
MEASURE: Final = 72
"""Cells in a line of running text."""
NARROWEST: Final = 28


def rows(cable: Cable, only: Paragraph | None, width: int) -> Iterator[Row]:
    """A cable in rows, or one paragraph of it.

    Args:
        cable: Any cable.
        only: The paragraph; ``None`` for all.
        width: Cells in a row; running text is at most `MEASURE` wide.

    Yields:
        Rows whose pieces have their look as a role: ``marking-secret``, ``heading``,
        and after a blank the emphasis of a stretch (`cablereader.present.body`).
    """
    if only is None:
        yield from _top(cable, width)
    yield from _body(cable, only, max(width, NARROWEST))


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Rows as lines of text, without their looks."""
    for row in rows:
        yield "".join(piece.text for piece in row).rstrip()


def _top(cable: Cable, width: int) -> Iterator[Row]:
    """Top box, and header box with the routing list."""
    rule = (Piece("-" * width, "rule"),)
    slug = cable.classification.slug if cable.classification else "unmarked"
    yield rule
    for row in full_rows(cable, width):
        yield tuple(_coloured(piece, slug) for piece in row)
    yield rule
    if routing := routing_rows(cable.header):
        yield from _routing(routing)
        yield rule
    yield ()


def _coloured(piece: Piece, slug: str) -> Piece:
    return Piece(piece.text, f"marking-{slug}") if piece.role == "marking" else piece


def _body(cable: Cable, only: Paragraph | None, width: int) -> Iterator[Row]:
    room = width - GUTTER
    paragraphs = cable.paragraphs
    layout = lay_out(cable, min(MEASURE, room), room, received_by="--format raw")
    for line in layout.lines:
        own = paragraphs[line.paragraph] if paragraphs else None
        if only is None or (own is only and line.kind is LineKind.PARAGRAPH):
            yield _body_row(cable, line, own)


def _routing(rows: tuple[RoutingRow, ...]) -> Iterator[Row]:
    widest = max(len(row.routing) for row in rows)
    for row in rows:
        rest = "  ".join(filter(None, (row.precedence, row.number)))
        yield (
            Piece(f"{row.role:<8}", "label"),
            Piece(f"{row.routing:<{widest}}  ", "label"),
            Piece(row.name),
            Piece(f"  {rest}" if rest else "", "label"),
        )


def _body_row(cable: Cable, line: BodyLine, own: Paragraph | None) -> Row:
    look = _look(line, own)
    if not line.text:
        return ()
    if line.first and own:
        gutter = f" {letters_and_number(cable, own)}| "
    else:
        gutter = f"{'':6}| "
    return (Piece(gutter, look), *_stretches(line, look))


def _look(line: BodyLine, own: Paragraph | None) -> str:
    if line.kind is not LineKind.PARAGRAPH or own is None:
        return str(line.kind)
    return f"marking-{own.marking.slug if own.marking else 'unmarked'}"


def _stretches(line: BodyLine, look: str) -> Iterator[Piece]:
    cuts = {0, len(line.text)}
    for stretch in line.stretches:
        cuts |= {stretch.start, stretch.stop}
    for start, stop in pairwise(sorted(cuts)):
        inside = (s.emphasis for s in line.stretches if s.start <= start < s.stop)
        emphasis = next(inside, None)
        role = f"{look} {emphasis}" if emphasis else look
        yield Piece(line.text[start:stop], role)
