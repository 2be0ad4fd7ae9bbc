"""Blocks into spans that cover the body exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cablereader.model.block import (
    Block,
    Heading,
    PageMarker,
    Paragraph,
    Passage,
    PassageKind,
)
from cablereader.model.defect import Span


def tile(
    blocks: Iterable[Block], pages: Iterable[PageMarker], length: int
) -> Iterator[Block]:
    """The blocks, each reaching to where the next one begins, parted by page markers.

    Args:
        blocks: In order; of their spans only the start counts. The first starts at 0.
        pages: In order, apart from each other.
        length: Of the body.
    """
    waiting = list(pages)[::-1]
    known = list(blocks)
    stops = [block.span.start for block in known[1:]] + [length]
    for block, stop in zip(known, stops, strict=True):
        start = block.span.start
        piece: Block = block
        while waiting and waiting[-1].span.start < stop:
            page = waiting.pop()
            if start < page.span.start:
                yield replace(piece, span=Span(start, page.span.start))
                piece = _rest_of(block)
            yield page
            start = page.span.stop
        if start < stop:
            yield replace(piece, span=Span(start, stop))


def _rest_of(block: Block) -> Passage:
    """What covers the part of a block that stands after a page marker."""
    span = Span(0, 0)
    match block:
        case Paragraph(label=label):
            return Passage(kind=PassageKind.TEXT, span=span, continues=label)
        case Passage(kind=kind, continues=label):
            return Passage(kind=kind, span=span, continues=label)
        case Heading() | PageMarker():
            return Passage(kind=PassageKind.TEXT, span=span)
