"""Spans cover a body exactly once, whatever stands inside its blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.block import Block, PageMarker, Paragraph, Passage, PassageKind
from cablereader.model.defect import Span
from cablereader.parse.tiling import merged, tile


def paragraph(start: int) -> Paragraph:
    return Paragraph(
        span=Span(start, start), label="1", number="1", marking=None, text="x"
    )


def page(start: int, stop: int) -> PageMarker:
    return PageMarker(span=Span(start, stop), number=2, of=3)


def front(start: int, stop: int) -> Passage:
    return Passage(kind=PassageKind.FRONT, span=Span(start, stop))


def spans(blocks: list[Block]) -> list[list[int]]:
    return [block.span.to_list() for block in blocks]


def test_a_block_reaches_to_the_next_one() -> None:
    blocks = list(tile([paragraph(3), paragraph(5)], [], 9))
    assert spans(blocks) == [[0, 5], [5, 9]]


def test_what_stands_behind_a_page_line_continues_the_paragraph() -> None:
    blocks = list(tile([paragraph(0)], [page(4, 6)], 9))
    assert spans(blocks) == [[0, 4], [4, 6], [6, 9]]
    assert blocks[2] == Passage(kind=PassageKind.TEXT, span=Span(6, 9), continues="1")


def test_a_page_line_between_blocks_continues_nothing() -> None:
    blocks = list(tile([paragraph(0), paragraph(6)], [page(4, 6)], 9))
    assert [type(block) for block in blocks] == [Paragraph, PageMarker, Paragraph]


def test_a_page_line_parts_the_top_of_a_section() -> None:
    found = merged([page(4, 6)], [front(2, 9)])
    assert [(each.span.start, each.span.stop) for each in found] == [
        (2, 4),
        (4, 6),
        (6, 9),
    ]


@given(
    starts=st.sets(st.integers(1, 50), max_size=6),
    cuts=st.sets(st.integers(0, 60), max_size=8),
)
def test_any_blocks_and_interruptions_tile(starts: set[int], cuts: set[int]) -> None:
    ordered = sorted(cuts)
    pages = [page(a, b) for a, b in zip(ordered[::2], ordered[1::2], strict=False)]
    blocks = list(tile([paragraph(at) for at in (0, *sorted(starts))], pages, 60))
    assert [each.span.start for each in blocks] == [
        0,
        *(each.span.stop for each in blocks[:-1]),
    ]
    assert blocks[-1].span.stop == 60
    assert [each for each in blocks if isinstance(each, PageMarker)] == pages
