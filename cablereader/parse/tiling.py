"""Blocks into spans that cover the body exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from cablereader.model.block import Block, PageMarker, Paragraph, Passage, PassageKind
from cablereader.model.defect import Span
from cablereader.model.frozen import replace

Interruption: TypeAlias = PageMarker | Passage
"""What stands inside other blocks: a page line, the top of a later section."""


def tile(
    blocks: Sequence[Block], interruptions: Iterable[Interruption], length: int
) -> Iterator[Block]:
    """The blocks, each reaching to the next one, parted by the interruptions.

    Args:
        blocks: In order; of their spans only the start counts, of the first nothing.
        interruptions: In order, apart from each other.
        length: Of the body.
    """
    waiting = list(interruptions)[::-1]
    at = 0
    for index, block in enumerate(blocks):
        stop = blocks[index + 1].span.start if index + 1 < len(blocks) else length
        piece: Block = block
        while waiting and waiting[-1].span.start < stop:
            interruption = waiting.pop()
            span = interruption.span
            if at < span.start:
                yield replace(piece, span=Span(at, span.start))
                piece = _rest_of(block)
            if at < span.stop:
                yield replace(interruption, span=Span(max(at, span.start), span.stop))
                at = span.stop
        if at < stop:
            yield replace(piece, span=Span(at, stop))
            at = stop


def merged(
    pages: Sequence[PageMarker], others: Iterable[Interruption]
) -> list[Interruption]:
    """Both kinds of interruptions in order, the others parted by the page markers."""
    found: list[Interruption] = list(pages)
    for other in others:
        start = other.span.start
        for page in pages:
            if start <= page.span.start < other.span.stop:
                found.append(replace(other, span=Span(start, page.span.start)))
                start = page.span.stop
        found.append(replace(other, span=Span(start, other.span.stop)))
    return sorted(
        (each for each in found if len(each.span) > 0), key=lambda each: each.span
    )


def _rest_of(block: Block) -> Passage:
    """What covers the part of a block that stands behind an interruption."""
    span = Span(0, 0)
    if isinstance(block, Paragraph):
        return Passage(kind=PassageKind.TEXT, span=span, continues=block.label)
    if isinstance(block, Passage):
        return Passage(kind=block.kind, span=span, continues=block.continues)
    return Passage(kind=PassageKind.TEXT, span=span)
