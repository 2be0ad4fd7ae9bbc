"""Where a text points elsewhere: ``ref A``, ``para 5``, ``08 CAIRO 123``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.citation import Citation, CitationKind
from cablereader.model.defect import Span
from cablereader.parse.grammar import citation as grammar
from cablereader.parse.printed_id import find_printed_ids

NUMBER_WORDS: Final = (
    "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
)  # fmt: skip
WIDEST_RANGE: Final = 50
"""Paragraphs of a range like ``paras 3-5`` at most; no cable has twice as many."""


def find_citations(text: str, *, year: int | None) -> tuple[Citation, ...]:
    """The places of a text that point elsewhere, in order, without overlap.

    Args:
        text: A paragraph's, or any other.
        year: Of the cable, four digits: of ids printed without one. If ``None``, those
            are passed over.
    """
    found = [
        *_references(text),
        *_septels(text),
        *_paragraphs(text),
        *_cables(text, year),
    ]
    citations: list[Citation] = []
    for citation in sorted(found, key=lambda each: each.span):
        if not citations or citation.span.start >= citations[-1].span.stop:
            citations.append(citation)
    return tuple(citations)


def _references(text: str) -> Iterator[Citation]:
    for match in grammar.REFERENCE.finditer(text):
        labels, stop = match["labels"] or "", match.end()
        if labels and grammar.ARTICLE.match(text, match.start("labels")):
            labels, stop = "", match.start("labels")
        yield Citation(
            span=_span(text, match.start(), stop),
            kind=CitationKind.REFERENCE,
            targets=tuple(_letters(labels.upper())),
            plural=bool(match["plural"]),
        )


def _letters(labels: str) -> Iterator[str]:
    """The letters of ``A``, ``C/D``, ``A-C``, ``A, B and D``."""
    for match in grammar.LABEL.finditer(labels):
        first, last = ord(match["first"]), ord(match["last"] or match["first"])
        yield from map(chr, range(first, last + 1))


def _septels(text: str) -> Iterator[Citation]:
    for match in grammar.SEPTEL.finditer(text):
        yield Citation(span=Span(*match.span()), kind=CitationKind.SEPTEL)


def _paragraphs(text: str) -> Iterator[Citation]:
    for match in grammar.PARAGRAPH.finditer(text):
        yield Citation(
            span=Span(*match.span()),
            kind=CitationKind.PARAGRAPH,
            targets=tuple(map(str, _numbers(match["numbers"].upper()))),
        )


def _numbers(numbers: str) -> Iterator[int]:
    """The numbers of ``5``, ``3-5``, ``2, 4 AND SIX``."""
    for match in grammar.NUMBERS.finditer(numbers):
        first = _number(match["first"])
        last = _number(match["last"] or match["first"])
        yield from range(first, min(last, first + WIDEST_RANGE) + 1)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBER_WORDS.index(word) + 1


def _cables(text: str, year: int | None) -> Iterator[Citation]:
    for match in grammar.DATED.finditer(text):
        yield from _cables_in(text, match.start(), match.end(), None)
    if any(map(str.islower, text)):
        for match in grammar.UNDATED.finditer(text):
            yield from _cables_in(text, match.start(), match.end(), year)


def _cables_in(
    text: str, start: int, stop: int, year: int | None
) -> Iterator[Citation]:
    for printed in find_printed_ids(text[start:stop], year, any_post=False):
        yield Citation(
            span=Span(start + printed.start, start + printed.stop),
            kind=CitationKind.CABLE,
            targets=(str(printed.cable_id),),
        )


def _span(text: str, start: int, stop: int) -> Span:
    """A stretch without the blanks and the bracket at its end."""
    return Span(start, start + len(text[start:stop].rstrip(" \n(")))
